"""Footnotes of a PDF page: which signs are the marks of notes, and in which lines the notes stand.

    … the traffic count of 2023.¹       a mark: small, and raised above its line
    1 Counted on weekdays               the note: it begins with the same mark, further down on the page

A raised figure without such a note, as in m², is no mark: it stays in the text. Notes in small print are read at the
end of the text, since they would part a sentence that goes on on the next page.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from webapp.importers.pdf.signs import PageSigns

MARK = re.compile(r"[0-9]{1,3}|[*†‡§]{1,3}")

FIGURES = frozenset("0123456789*†‡§")

SMALL = 0.9
"""The size of a mark, and of a note, beside that of the text. Range: .8...95. Why: browsers raise figures at .83 of the
size, word processors at .58; notes are set at .8. Cases: tests/importers/test_pdf_notes.py."""

RAISED = 0.15
"""How far a mark stands above its line, in heights of the font. Range: .1...25. Why: browsers and word processors raise
it by a third, some fonts by a fifth."""


Line = Sequence[int]
"""The places of a line's signs, in the order of reading."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """What may be the mark of a note: the number of its line, its places there, and whether the line begins with it."""

    line: int
    places: Line
    text: str
    is_first: bool


def find_notes(signs: PageSigns, lines: Sequence[Line]) -> tuple[AbstractSet[int], AbstractSet[int]]:
    """Return the places of the marks of notes, and the numbers of the lines in which the notes stand."""
    figures = [mark for number, line in enumerate(lines) for mark in _figures(signs, line, number)]
    marks = [mark for mark in figures if not mark.is_first and _is_raised(signs, mark, lines[mark.line])]
    if not marks:
        return set(), set()
    usual = median(signs.size(line[0]) for line in lines)
    openings = [mark for mark in figures if mark.is_first and _opens_note(signs, mark, lines, usual)]
    notes = {note.text: note for note in openings}
    pairs = [(mark, notes[mark.text]) for mark in marks if mark.text in notes and mark.line < notes[mark.text].line]
    places = {place for pair in pairs for mark in pair for place in mark.places}
    first = min((note.line for _, note in pairs), default=len(lines))
    return places, set(_small_lines(signs, lines, first, usual))


def _figures(signs: PageSigns, line: Line, number: int) -> Iterator[NoteMark]:
    def kind(place: int) -> tuple[bool, float]:
        is_figure = signs.characters[place] in FIGURES
        return is_figure, signs.size(place) if is_figure else 0.0

    for (is_figure, _), found in groupby(line, kind):
        places = list(found)
        text = "".join(signs.characters[place] for place in places)
        if is_figure and MARK.fullmatch(text):
            yield NoteMark(number, places, text, places[0] == line[0])


def _is_raised(signs: PageSigns, mark: NoteMark, line: Line) -> bool:
    """Return whether a mark is smaller than the sign before it, or behind it, and stands higher."""
    at = line.index(mark.places[0])
    others = [place for place in (*reversed(line[:at]), *line[at + len(mark.places) :]) if _is_shown(signs, place)]
    if not others:
        return False
    beside = others[0]
    size = signs.size(beside)
    is_small = signs.size(mark.places[0]) <= SMALL * size
    return is_small and signs.base(mark.places[0]) - signs.base(beside) >= RAISED * size


def _is_shown(signs: PageSigns, place: int) -> bool:
    return not signs.characters[place].isspace()


def _opens_note(signs: PageSigns, mark: NoteMark, lines: Sequence[Line], usual: float) -> bool:
    """Return whether a space follows a mark, or a small sign, or one below it. The mark may have a line of its own."""
    line = lines[mark.line]
    rest = line[len(mark.places) :]
    return (
        not rest
        or signs.characters[rest[0]].isspace()
        or signs.size(rest[-1]) <= SMALL * usual
        or _is_raised(signs, mark, line)
    )


def _small_lines(signs: PageSigns, lines: Sequence[Line], first: int, usual: float) -> Iterator[int]:
    """Yield the numbers of the small lines from the first note on, down to one in the size of the text."""
    for number in range(first, len(lines)):
        if signs.size(lines[number][-1]) > SMALL * usual:
            return
        yield number
