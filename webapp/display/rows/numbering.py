"""Paragraph numbers as a reader counts them: from 1 at the first paragraph of the story; furniture does not count."""

from collections.abc import Sequence
from itertools import accumulate

from webapp.display.rows.pieces import paragraph_at
from webapp.engine.model import Side
from webapp.engine.span import Span


class Numbering:
    """The numbers of one side's paragraphs. Furniture has the number of the story's paragraph before it, at least 1."""

    def __init__(self, side: Side) -> None:
        self._paragraphs = side.paragraphs
        holds = _holds_story(side.paragraphs, side.story)
        self._numbers = tuple(max(1, number) for number in accumulate(holds)) or (1,)

    def of(self, paragraph: int) -> int:
        """Return the number of a paragraph by its index."""
        return self._numbers[paragraph]

    def at(self, place: int) -> int:
        """Return the number of the paragraph that a place of the text belongs to."""
        return self.of(paragraph_at(self._paragraphs, place))


def _holds_story(paragraphs: Sequence[Span], story: Sequence[Span]) -> list[bool]:
    """Return for each paragraph whether a stretch of the story overlaps it; both are in ascending order."""
    holds: list[bool] = []
    place = 0
    for paragraph in paragraphs:
        while place < len(story) and story[place].end <= paragraph.start:
            place += 1
        holds.append(place < len(story) and story[place].start < paragraph.end)
    return holds
