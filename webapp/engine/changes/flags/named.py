"""Names: one replaced, respelled, dropped or added, two that changed places, a person that became another."""

from collections.abc import Iterator
from functools import cached_property
from itertools import groupby

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.names import Names
from webapp.engine.changes.flags.pair import PairView, Parts
from webapp.engine.changes.flags.persons import is_person_change
from webapp.engine.text.forms import Word

Words = tuple[Word, ...]


class PairNames:
    """The names of one pair."""

    def __init__(self, names: Names, pair: PairView) -> None:
        self.is_name = names.is_name
        self.may_be_name = names.may_be_name
        self._pair = pair

    @cached_property
    def exchanged(self) -> frozenset[Word]:
        """The names that changed places around content words; "A and B" for "B and A" is no exchange."""
        old, new = map(self._neighbours, self._pair.all_parts)
        around = set(old)
        turned = ((second, between, first) for first, between, second in new)
        return frozenset(word for first, _, second in around.intersection(turned) for word in (*first, *second))

    def may_lose_name(self, change: ChangeView) -> bool:
        """Return whether a word that may be a name is on one side of a change, and surely not on the pair's other."""
        of_old, of_new = self._pair.namesakes
        is_lost = any(self.may_be_name(part) and not of_old.surely_has(part.text) for part in change.old)
        return is_lost or any(self.may_be_name(part) and not of_new.surely_has(part.text) for part in change.new)

    def _neighbours(self, parts: Parts) -> Iterator[tuple[Words, Words, Words]]:
        """Yield each name of a side with the next one, and the words between them if these have content."""
        stretches = [
            (is_name, tuple(part.word for part in run if part.form.kind == "word"))
            for is_name, run in groupby(parts, self.is_name)
        ]
        for (is_name, first), (_, between), (_, second) in zip(stretches, stretches[1:], stretches[2:], strict=False):
            if is_name and any(word.is_content for word in between):
                yield first, between, second


def is_name_change(change: ChangeView, names: PairNames) -> bool:
    """Return whether a name was lost, found or replaced, two changed places, or a person became another."""
    return is_person_change(change) or _has_other_names(change, names) or _is_exchange(change, names)


def _has_other_names(change: ChangeView, names: PairNames) -> bool:
    of_old, of_new = change.pair.namesakes
    is_lost = any(names.is_name(part) and not of_old.has(part.text) for part in change.old)
    return is_lost or any(names.is_name(part) and not of_new.has(part.text) for part in change.new)


def _is_exchange(change: ChangeView, names: PairNames) -> bool:
    """Return whether a name gave way to another in its place, or two were exchanged: A sued B, B sued A."""
    displaced = [part for part in change.parts if part.word in change.pair.displaced]
    own = {part.word for part in displaced if names.is_name(part)}
    if not own:
        return False
    if change.is_exchange():
        return not any(part and names.is_name(part) for parts in change.content_around() for part in parts)
    return not own.isdisjoint(names.exchanged)
