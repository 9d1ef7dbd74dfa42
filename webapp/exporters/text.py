"""Plain text, 80 columns: [-deleted-], {+inserted+}, a line before a sentence that was moved."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from webapp.display.invisible import visible_text
from webapp.display.model import InlineRow
from webapp.display.phrases.evidence import evidence_in_full
from webapp.display.phrases.files import OF_THE_PAGE, ROLES, also_in, figures_in_full, made_by, moved_here
from webapp.display.phrases.marks import marked
from webapp.display.rows import inline
from webapp.display.shortening import one_line
from webapp.exporters.model import Sheet

COLUMNS = 80
NO_COLUMN = ("Mn", "Me")


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    return ("\n".join([*_head(sheet), "=" * COLUMNS, *_body(sheet)]) + "\n").encode()


def _head(sheet: Sheet) -> Iterator[str]:
    comparison = sheet.comparison
    yield from _wrapped(sheet.heading)
    yield from _wrapped(sheet.note)
    yield ""
    for role, side, text in zip(ROLES, (sheet.old, sheet.new), (comparison.old, comparison.new), strict=True):
        yield from _wrapped(f"{role}: {side.description}")
        yield f"  SHA-256 {text.sha256}"
    yield from _wrapped(figures_in_full(comparison))
    yield from _wrapped(evidence_in_full(comparison))
    yield from _wrapped(f"{made_by(comparison, sheet.made_at)} {sheet.link}")


def _body(sheet: Sheet) -> Iterator[str]:
    for row in inline.rows(sheet.comparison):
        yield ""
        if row.scope == "furniture":
            yield OF_THE_PAGE
        yield from _places(row)
        yield from _wrapped("".join(marked(piece.op, piece.text) for piece in row.cell.pieces))


def _places(row: InlineRow) -> Iterator[str]:
    for passage in row.cell.passages:
        if passage.move and not passage.departed:
            yield moved_here(passage.move.old_paragraph)
        if passage.also:
            yield also_in(passage.also.paragraph, passage.relation)


def _wrapped(text: str) -> list[str]:
    """Break a text into lines; a word that is longer than a line is broken too."""
    lines: list[str] = []
    room = 0
    for part in (part for word in visible_text(one_line(text)).split(" ") for part in _parts(word)):
        width = _columns(part)
        if lines and width < room:
            lines[-1] += f" {part}"
            room -= width + 1
        elif part:
            lines.append(part)
            room = COLUMNS - width
    return lines


def _parts(word: str) -> Iterator[str]:
    """Cut a word into parts that fit a line. All but the last fill their line."""
    part, width = "", 0
    for letter in word if _columns(word) > COLUMNS else ():
        if width + _columns(letter) > COLUMNS:
            yield part
            part, width = "", 0
        part += letter
        width += _columns(letter)
    yield part or word


def _columns(text: str) -> int:
    """Return how many columns a text takes: letters of East Asian scripts take two, combining marks take none."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(letter) in "WF" else category(letter) not in NO_COLUMN for letter in text)
