"""Changes that are close together, with a few words of their sentence on either side: one to three lines."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from webapp.display.model import Piece, SideName
from webapp.display.rows.pieces import PieceCollector, fragment_of
from webapp.display.shortening import SPACE, last_words, shorten
from webapp.engine.model import Change, Comparison, Segment
from webapp.engine.span import Span

MAX_AROUND_CHARS = 28
MAX_CHANGED_CHARS = 90
MAX_BETWEEN_CHARS = 40
"""Two changes with no more than this between them are one entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Changes of one sentence with the words around them.

    changes  those that the entry is about; other changes between them are marked too
    place    offset of the first of them in the text of `side`
    """

    changes: tuple[Change, ...]
    pieces: tuple[Piece, ...]
    side: SideName
    place: int


def entries(comparison: Comparison, changes: Sequence[Change], segments: Sequence[Segment]) -> Iterator[Entry]:
    """Yield entries for changes of one pair, in their order; `segments` are those of the pair."""
    line = PieceCollector()
    for segment in segments:
        fragment = fragment_of(comparison, segment, segment.new or segment.old or Span(0, 0))
        if fragment:
            line.add(fragment)
    pieces = line.pieces()
    by_id = {change.id: change for change in changes}
    for places in _close_together(pieces, by_id):
        first, last = places[0], places[-1]
        found = tuple(by_id[name] for name in dict.fromkeys(pieces[place].change or "" for place in places))
        side, place = _place(found[0], segments)
        yield Entry(found, tuple(_excerpt(pieces, first, last)), side, place)


def _close_together(pieces: Sequence[Piece], wanted: Collection[str]) -> Iterator[list[int]]:
    """Yield runs of the places of the wanted changes; in a run, one is close to the next."""
    run: list[int] = []
    for place, piece in enumerate(pieces):
        if piece.change not in wanted:
            continue
        between = sum(len(other.text) for other in pieces[run[-1] + 1 : place]) if run else 0
        if between > MAX_BETWEEN_CHARS:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _excerpt(pieces: Sequence[Piece], first: int, last: int) -> Iterator[Piece]:
    yield from reversed([_cut(piece, is_before=True) for piece in _beside(reversed(pieces[:first]))])
    for piece in pieces[first : last + 1]:
        is_marked = piece.op != "equal"
        yield Piece(piece.op, shorten(piece.text, MAX_CHANGED_CHARS), piece.change) if is_marked else piece
    yield from (_cut(piece, is_before=False) for piece in _beside(pieces[last + 1 :]))


def _beside(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the pieces next to a change, up to and including the first equal words, or MAX_AROUND_CHARS of changes."""
    room = MAX_AROUND_CHARS
    for piece in pieces:
        yield piece
        room -= len(piece.text)
        if room <= 0 or (piece.op == "equal" and piece.text.strip()):
            return


def _cut(piece: Piece, is_before: bool) -> Piece:
    """Return the end or the beginning of the words beside a change, with the white space next to the change."""
    text = piece.text
    if is_before:
        return Piece(piece.op, last_words(text, MAX_AROUND_CHARS) + text[len(text.rstrip(SPACE)) :], piece.change)
    return Piece(piece.op, text[: len(text) - len(text.lstrip(SPACE))] + shorten(text, MAX_AROUND_CHARS), piece.change)


def _place(change: Change, segments: Sequence[Segment]) -> tuple[SideName, int]:
    """Return where a reader finds a change: in new, or in old if new has no such sentence."""
    starts = [segment.new.start for segment in segments if segment.new]
    if change.new or starts:
        return "new", change.new.start if change.new else starts[0]
    return "old", change.old.start if change.old else 0
