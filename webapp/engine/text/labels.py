"""Finds what labels a line or points to a note: it is no word of the text, and its number is no number of it.

1. The tenant pays.     a line's label: it was renumbered if a line was inserted above
2. The owner repairs.
It opened in 1998.[1]   a note's mark
12 people died.         no label
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from webapp.engine.span import Span
from webapp.patterns import lazy_pattern

_LINE = lazy_pattern(
    r"(?P<opener>\(?)(?P<level>(?:\p{Nd}{1,3}\.(?=\p{Nd})){0,4}+)(?P<count>\p{Nd}{1,3}|\p{L}|[ivx]{1,5}+|[IVX]{1,5}+)"
    r"(?P<close>[.)])\s+|(?P<bullet>[-–—•*·‣◦])\s+"
)
_NOTE = lazy_pattern(r"(?<=[\p{L}\p{N}\p{P}])\[\p{Nd}{1,3}\]")


_BULLETS = frozenset("-–—•*·‣◦")
_ROMAN = {"i": 1, "v": 5, "x": 10}


class _Label(NamedTuple):
    """Its marks and kind, what it may count as (v is 22nd letter and five), and where it ends."""

    shape: str
    counts: frozenset[int]
    end: int

    def follows(self, other: "_Label") -> bool:
        return self.shape in _BULLETS or any(count + 1 in self.counts for count in other.counts)


def line_labels(text: str, lines: Sequence[Span], has_ordinal_dot: bool) -> Mapping[int, int]:
    """Return {index of a line: where its label ends} of the lines that stand in a list.

    One by itself is none: "2. Bundesliga", "A. Smith". `has_ordinal_dot`: a full stop makes an ordinal of figures, so
    that a list must begin with its first.
    """
    chains: dict[str, list[tuple[int, _Label]]] = {}
    ends: dict[int, int] = {}
    for index, line in enumerate(lines):
        label = _label(text, line)
        if label is None:
            continue
        chain = chains.setdefault(label.shape, [])
        if chain and not label.follows(chain[-1][1]):
            ends.update(_ends_of(chain, has_ordinal_dot))
            chain.clear()
        chain.append((index, label))
    for chain in chains.values():
        ends.update(_ends_of(chain, has_ordinal_dot))
    return ends


def _label(text: str, line: Span) -> _Label | None:
    match = _LINE.match(text, *line)
    if match is None:
        return None
    if match["bullet"]:
        return _Label(match["bullet"], frozenset(), match.end())
    count = match["count"]
    kind = "1" if count.isdecimal() else "A" if count.isupper() else "a"
    shape = match["opener"] + match["level"] + kind + match["close"]
    return _Label(shape, frozenset(_counts(count.lower())), match.end())


def _counts(written: str) -> Iterator[int]:
    if written.isdecimal():
        yield int(written)
        return
    if len(written) == 1:
        yield ord(written)
    if set(written) <= set(_ROMAN):
        yield _of_roman(written) - ord("a")  # below every letter


def _of_roman(written: str) -> int:
    values = [_ROMAN[letter] for letter in written]
    return sum(-one if one < following else one for one, following in zip(values, [*values[1:], 0], strict=True))


def _ends_of(chain: Sequence[tuple[int, _Label]], has_ordinal_dot: bool) -> Iterator[tuple[int, int]]:
    if len(chain) < 2 or (has_ordinal_dot and chain[0][1].shape == "1." and 1 not in chain[0][1].counts):
        return
    for index, label in chain:
        yield index, label.end


def note_marks(text: str, stretch: Span) -> Iterator[Span]:
    """Yield the marks of notes: figures in square brackets that stand close behind a word or a stop."""
    if text.find("[", *stretch) < 0:  # most sentences
        return
    for match in _NOTE.finditer(text, *stretch):
        yield Span(*match.span())
