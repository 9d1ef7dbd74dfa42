"""Lines of print to paragraphs: what stands on every page is dropped, broken lines and words are joined."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from statistics import median

from webapp.importers.blocks import BULLET
from webapp.importers.pdf.lines import PdfLine
from webapp.importers.pdf.signs import HYPHEN_AT_LINE_END

MARGIN = 0.1
"""Share of a page's height, above and below, in which running heads are looked for. Range: 0.05..0.15. Why: a story
that fills its page begins deeper. Cases: tests/importers/test_pdf.py."""

SAME_HEIGHT_PT = 3.0
LOOSE = 1.35
"""A line that stands so many times the usual distance below the last one begins a paragraph. Range: 1.2..1.6. Why:
paragraphs are set half a line apart, and lines of mixed fonts up to a fifth. Cases: tests/importers/test_pdf.py."""

INDENT = 0.8
"""In heights of the font. Range: 0.5..1.2. Why: print sets off a paragraph by one, a hanging mark by less."""

COLUMN_PT = 6.0
OTHER_FONT = 1.12
UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")
"""Scripts without spaces between words: Thai, Lao, Burmese, Khmer, Chinese and Japanese, with their punctuation."""

UNSPACED_WORD = 6
"""Characters that need room at the end of a line in these scripts. Range: 3..10. Why: a Thai word has five, with marks;
Chinese may break after any, but fills its lines. Cases: tests/importers/test_round_trip.py."""

DIGITS = re.compile(r"\d+")
BROKEN = re.compile(rf"(\w+(?:['’-]\w+)*){HYPHEN_AT_LINE_END}\s*(\w+)")


def without_running_heads(pages: Sequence[Sequence[PdfLine]]) -> tuple[list[PdfLine], int]:
    """Return the lines of all pages but those that stand on several at the same height, and how many these were."""
    places = [[(line, _place(line)) for line in lines] for lines in pages]
    seen = Counter(place for lines in places for place in {place for _, place in lines if place})
    kept = [line for lines in places for line, place in lines if not place or seen[place] < 2]
    return kept, sum(map(len, pages)) - len(kept)


def join_lines(lines: Iterable[PdfLine]) -> Iterator[str]:
    """Yield paragraphs."""
    known = list(lines)
    leading, edges = _leading(known), _edges(known)
    paragraph: list[str] = []
    before: PdfLine | None = None
    for line in known:
        if before and not _continues(before, line, leading, edges):
            yield _joined(paragraph)
            paragraph = []
        paragraph.append(line.text)
        before = line
    if paragraph:
        yield _joined(paragraph)


def join_hyphens(text: str) -> tuple[str, int]:
    """Return a text with the words joined that were broken at line ends, and how many these were.

    No file says whether `har-bour` is one word or two. If the text has the word elsewhere, that decides; before a
    capital or a digit the hyphen stays; else it goes, since most words broken in print have none. No soft hyphen marks
    the place: pages show such a character by its name, in the middle of the word.
    """
    words = Counter(re.findall(r"\w+(?:-\w+)*", text.lower()))
    joined, count = BROKEN.subn(lambda found: _join(found[1], found[2], words), text)
    return joined.replace(HYPHEN_AT_LINE_END, "-"), count


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one paragraph without its bullet."""
    joints = (
        "" if UNSPACED.match(before[-1]) and UNSPACED.match(after[0]) else " " for before, after in pairwise(lines)
    )
    return BULLET.sub("", lines[0] + "".join(map("".join, zip(joints, lines[1:], strict=True))))


def _join(before: str, after: str, words: Counter[str]) -> str:
    whole, divided = before + after, f"{before}-{after}"
    if not words[whole.lower()] and (words[divided.lower()] or not after[0].islower() and after[0].upper() == after[0]):
        return divided
    return whole


def _place(line: PdfLine) -> tuple[str, int] | None:
    """Return the words of a line in a margin, with any numbers alike, and its height; None if it stands in the text."""
    height = line.first / line.page_height if line.page_height else 0.5
    if MARGIN < height < 1 - MARGIN:
        return None
    return DIGITS.sub("#", line.text), round(line.first / SAME_HEIGHT_PT)


def _leading(lines: Sequence[PdfLine]) -> float:
    """Return the usual distance of two lines, in heights of the font."""
    pairs = zip(lines, lines[1:], strict=False)
    steps = [(a.last - b.first) / a.size for a, b in pairs if a.size and 0 < a.last - b.first < 3 * a.size]
    return median(steps) if steps else 1.2


def _edges(lines: Iterable[PdfLine]) -> dict[tuple[int, int], float]:
    """Return how far to the right the lines reach that begin at one place in one font."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        edges[_column(line)] = max(line.right, edges.get(_column(line), 0.0))
    return edges


def _column(line: PdfLine) -> tuple[int, int]:
    return round(line.left / COLUMN_PT), round(line.size)


def _is_short(before: PdfLine, line: PdfLine, edge: float) -> bool:
    """Return whether a line ends although the first word of the next one had room in it."""
    word = UNSPACED_WORD if UNSPACED.match(line.text) else len(line.text.split(" ", 1)[0]) + 1
    return before.right + word * (line.right - line.left) / max(len(line.text), 1) < edge


def _continues(before: PdfLine, line: PdfLine, leading: float, edges: Mapping[tuple[int, int], float]) -> bool:
    """Return whether a line belongs to the paragraph of the line before it."""
    drop = before.last - line.first
    if abs(drop) <= SAME_HEIGHT_PT and BULLET.fullmatch(f"{before.text} "):
        return True
    sizes = sorted((before.size, line.size))
    if sizes[0] * OTHER_FONT < sizes[1] or BULLET.match(f"{line.text} "):
        return False
    if abs(drop) <= SAME_HEIGHT_PT and line.left >= before.right - line.size:
        return True
    if drop > SAME_HEIGHT_PT:
        is_indented = before.first == before.last and line.left - before.left >= INDENT * line.size
        is_close = drop <= LOOSE * leading * before.size
        return is_close and not is_indented and not _is_short(before, line, edges[_column(before)])
    # The next column or page: a sentence that has not ended goes on there.
    is_open = before.text[-1].isalnum() or before.text[-1] in ",;–—-" + HYPHEN_AT_LINE_END
    return is_open and not _is_short(before, line, edges[_column(before)])
