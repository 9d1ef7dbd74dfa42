"""What the reader can correct in one row: which sentences are the same, and what belongs to the story."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from webapp.display.model import SideName
from webapp.display.shortening import shorten
from webapp.display.sides import sentences_of, side_of
from webapp.engine.model import Comparison, Pair
from webapp.input.options import write_options
from webapp.input.places import MAX_PLACES, write_places
from webapp.web.reading.addresses import Addresses

MAX_CHOICES = 30
MAX_WORDS_CHARS = 60


@dataclass(frozen=True, slots=True)
class Parting:
    """Two paired sentences; `address` leads to the page on which they are not paired."""

    old: str
    new: str
    address: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A sentence without a partner, and sentences of the other text without one, the nearest first.

    The choices are values of the option `together`, each with the words of its sentence.
    """

    words: str
    pair: int
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RowCorrections:
    """The corrections of one row. `fields` are the options that a form must repeat.

    outside  the address of the page on which the row is not in the story; "" if that is impossible
    leave    the address of the page without these corrections
    """

    pairs: frozenset[int]
    partings: tuple[Parting, ...]
    pairings: tuple[Pairing, ...]
    fields: dict[str, str]
    outside: str
    leave: str


def offer_corrections(comparison: Comparison, pairs: frozenset[int], addresses: Addresses) -> RowCorrections | None:
    """Return the corrections for the pairs of a row, None for an unknown row."""
    if not pairs:
        return None
    fields = write_options(comparison.options)
    fields.pop("together", None)
    return RowCorrections(
        pairs=pairs,
        partings=tuple(_partings(comparison, pairs, addresses)),
        pairings=tuple(_pairings(comparison, pairs)),
        fields=fields,
        outside=addresses.not_story(pairs),
        leave=addresses.correcting(None),
    )


def _partings(comparison: Comparison, pairs: Set[int], addresses: Addresses) -> Iterator[Parting]:
    for index in sorted(pairs):
        pair = comparison.pairs[index]
        address = addresses.apart(index) if pair.old and pair.new else ""
        if address:
            yield Parting(_words(comparison, pair, "old"), _words(comparison, pair, "new"), address)


def _pairings(comparison: Comparison, pairs: Set[int]) -> Iterator[Pairing]:
    if len(comparison.options.together) >= MAX_PLACES:
        return
    for index in sorted(pairs):
        pair = comparison.pairs[index]
        choices = tuple(_choices(comparison, index)) if bool(pair.old) != bool(pair.new) else ()
        if choices:
            yield Pairing(_words(comparison, pair, "old" if pair.old else "new"), index, choices)


def _choices(comparison: Comparison, index: int) -> Iterator[tuple[str, str]]:
    one = comparison.pairs[index]
    wanted = "added" if one.old else "dropped"
    free = [other for other, pair in enumerate(comparison.pairs) if pair.relation == wanted and pair.scope == "story"]
    for other in sorted(free, key=lambda other: abs(other - index))[:MAX_CHOICES]:
        pair = comparison.pairs[other]
        old, new = (one, pair) if one.old else (pair, one)
        places = (comparison.old.sentences[old.old[0]].start, comparison.new.sentences[new.new[0]].start)
        value = write_places(comparison.options.together | {places})
        yield value, _words(comparison, pair, "new" if one.old else "old")


def _words(comparison: Comparison, pair: Pair, name: SideName) -> str:
    """Return the first words of a pair on one side."""
    side = side_of(comparison, name)
    return shorten(side.text[slice(*side.sentences[sentences_of(pair, name)[0]])], MAX_WORDS_CHARS)
