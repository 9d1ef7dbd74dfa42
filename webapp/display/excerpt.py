"""One change by itself: its sentences in old and in new, with the sentence before and the one after.

old   The council met.  [The mayor said {no}.]   She left.
new   The council met.  [The mayor said {yes}.]  She left.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from webapp.display.model import Move, Piece
from webapp.display.rows.moves import Moves
from webapp.display.rows.pieces import Anchors, PieceCollector, half_of
from webapp.display.shortening import one_line
from webapp.engine.model import Change, Comparison, ScopeName, Side
from webapp.engine.span import Span


@dataclass(frozen=True, slots=True)
class ExcerptSide:
    """The sentences of one side of a pair, marked; empty if that side has none."""

    before: str
    pieces: tuple[Piece, ...]
    after: str


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A change inside its sentences. The pieces of other changes of the pair are marked too."""

    change: Change
    old: ExcerptSide
    new: ExcerptSide
    move: Move | None


def excerpt(comparison: Comparison, change_id: str) -> Excerpt | None:
    """Return the excerpt of a change, None for an unknown change."""
    change = next((change for change in comparison.changes if change.id == change_id), None)
    if change is None:
        return None
    pair = comparison.pairs[change.pair]
    segments = [segment for segment in comparison.segments if segment.pair == change.pair]
    old_line, new_line = PieceCollector(), PieceCollector()
    for segment in segments:
        for line, side, span in ((old_line, comparison.old, segment.old), (new_line, comparison.new, segment.new)):
            fragment = half_of(side.text, segment, span) if span else None
            if fragment:
                line.add(fragment)
    return Excerpt(
        change=change,
        old=_passage(comparison.old, pair.old, old_line, pair.scope),
        new=_passage(comparison.new, pair.new, new_line, pair.scope),
        move=Moves(comparison, Anchors()).of_pair(change.pair),
    )


def changed_text(side: Side, span: Span | None) -> str:
    """Return the text of a change on one side, as one line."""
    return one_line(side.text[slice(*span)]) if span else ""


def plain_text(pieces: Iterable[Piece]) -> str:
    """Return the text of pieces without their marks."""
    return "".join(piece.text for piece in pieces)


def _passage(side: Side, sentences: tuple[int, ...], line: PieceCollector, scope: ScopeName) -> ExcerptSide:
    if not sentences:
        return ExcerptSide("", (), "")
    before, after = (_neighbour(side, index, scope) for index in (sentences[0] - 1, sentences[-1] + 1))
    return ExcerptSide(before, line.pieces(), after)


def _neighbour(side: Side, index: int, scope: ScopeName) -> str:
    """Return a sentence of the same scope. Furniture beside a sentence of the story would seem to belong to it."""
    if not 0 <= index < len(side.sentences):
        return ""
    start, end = side.sentences[index]
    is_story = any(story.start <= start and end <= story.end for story in side.story)
    return changed_text(side, side.sentences[index]) if is_story == (scope == "story") else ""
