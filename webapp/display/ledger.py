"""The changes that matter, grouped by what they are changes to, each with a few words of its sentence.

quotations        “[-grave-] [+serious+] concern” about the Xinjiang report          paragraph 4
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from webapp.display.entries import Entry, entries
from webapp.display.model import SideName
from webapp.display.rows.filters import Filter
from webapp.display.rows.numbering import Numbering
from webapp.engine.changes.judgement import (
    GROUPS,
    NEED_CAPITALS,
    NEED_SENSES,
    NEED_WORDS,
    groups_of,
    has_capitals,
    has_no_counterparts,
)
from webapp.engine.model import SURFACE_FLAGS, Change, Comparison, GroupName, Segment, is_whole

Rest = Literal["small_words", "move", "spelling", "typography", "case", "punctuation", "spacing"]
"""What a change is that is not listed; the most telling first."""
RESTS: tuple[Rest, ...] = get_args(Rest)

WHOLE: tuple[Filter, ...] = ("dropped", "added")
"""The filters of the group that has no flags of its own."""

MAX_LISTED = 120
"""Changes of one group that are listed."""


Reason = Literal["no_table", "no_capitals", "may_be_one", "too_long", "too_many", "no_counterpart", "not_recorded"]
"""Why a group cannot be judged: no table of the language's words, no capitals to recognise names, a changed word that
may belong to it, a passage too long to be searched, more changes than are searched, no sentence with a partner, or a
link made before the ledger was stored."""


@dataclass(frozen=True, slots=True)
class Group:
    """The changes to one kind of thing, in reading order; `unjudged` says why it is unknown whether there are any.

    An entry may have several `changes` that are close together. `unlisted` counts the changes past MAX_LISTED: a list
    of thousands helps nobody, and the text has them all. `whole` counts the sentences dropped or added whole that hold
    such a thing: they are entries of their own group only. `filters` show the changes in the text.
    """

    name: GroupName
    filters: tuple[Filter, ...]
    entries: tuple[Entry, ...]
    changes: int
    unlisted: int
    whole: int
    unjudged: Reason | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What changed that matters.

    mattering  changes that are listed, each counted once; `changes` is how many the story has in all
    rest       what kinds of changes the others are; empty if there are none, or if that is not known
    shared     sentences of old that have a partner
    unpaired   sentences of either story without a partner; `lists_whole`: they were searched and are listed, which was
               not done in older links
    """

    groups: tuple[Group, ...]
    mattering: int
    changes: int
    rest: tuple[Rest, ...]
    shared: int
    unpaired: int
    lists_whole: bool
    numbering: Mapping[SideName, Numbering]

    def paragraph_of(self, entry: Entry) -> int:
        """Return the number of the paragraph in which an entry is read."""
        return self.numbering[entry.side].at(entry.place)


def ledger(comparison: Comparison) -> Ledger:
    """Return the ledger of a comparison's story."""
    story = [change for change in comparison.changes if change.scope == "story"]
    grouped = _by_group(comparison, story)
    listed = {change.id for members in grouped.values() for change in members}
    counts = comparison.summary.sentences
    return Ledger(
        groups=tuple(_groups(comparison, grouped)),
        mattering=len(listed),
        changes=len(story),
        rest=tuple(_rest(comparison, [change for change in story if change.id not in listed])),
        shared=sum(counts.get(relation, 0) for relation in ("verbatim", "edited", "rewritten")),
        unpaired=counts.get("dropped", 0) + counts.get("added", 0),
        lists_whole="whole" in comparison.ledger,
        numbering={"old": Numbering(comparison.old), "new": Numbering(comparison.new)},
    )


def _groups(comparison: Comparison, grouped: Mapping[GroupName, Sequence[Change]]) -> Iterator[Group]:
    wanted = {change.pair for members in grouped.values() for change in members[:MAX_LISTED]}
    by_pair = groupby(comparison.segments, key=lambda segment: segment.pair)
    segments: dict[int, list[Segment]] = {pair: list(run) for pair, run in by_pair if pair in wanted}
    for name, members in grouped.items():
        judgement = comparison.ledger[name]
        runs = [(pair, list(run)) for pair, run in groupby(members[:MAX_LISTED], key=lambda change: change.pair)]
        yield Group(
            name=name,
            filters=GROUPS[name] or WHOLE,
            entries=tuple(entry for pair, run in runs for entry in entries(comparison, run, segments[pair])),
            changes=judgement.changes,
            unlisted=max(0, len(members) - MAX_LISTED),
            whole=0 if name == "whole" else judgement.whole,
            unjudged=_unjudged(comparison, name),
        )


def _rest(comparison: Comparison, changes: Iterable[Change]) -> Iterator[Rest]:
    """Yield the kinds of changes that are not listed, the most telling first; none if some were not searched."""
    if "whole" not in comparison.ledger or (comparison.degraded and comparison.degraded.is_unflagged):
        return
    found: set[Rest] = set()
    for change in changes:
        found.update(_kinds(change))
    yield from sorted(found, key=RESTS.index)


def _kinds(change: Change) -> Iterator[Rest]:
    if change.kind == "move":
        yield "move"
    elif not change.flags:
        yield "small_words"
    yield from (flag for flag in change.flags if flag in SURFACE_FLAGS)


def _unjudged(comparison: Comparison, name: GroupName) -> Reason | None:
    """Return why a group could not be judged. Where capitals show the names, a table makes no difference."""
    if comparison.ledger[name].state != "cannot_tell":
        return None
    if comparison.languages is None:
        return "not_recorded"
    if comparison.degraded and comparison.degraded.is_unflagged:
        return "too_many" if comparison.degraded.reason == "too_many_changes" else "too_long"
    if has_no_counterparts(comparison.pairs):
        return "no_counterpart"
    if name in NEED_CAPITALS:
        return "may_be_one" if has_capitals(comparison.old.text) else "no_capitals"
    # Denials need a table and nothing else.
    has_table = comparison.ledger["negations"].state != "cannot_tell"
    return "may_be_one" if has_table or name not in NEED_WORDS | NEED_SENSES else "no_table"


def _by_group(comparison: Comparison, story: Iterable[Change]) -> dict[GroupName, list[Change]]:
    """Return the changes of each group that the result has. Sentences dropped or added whole are in their own alone."""
    grouped: dict[GroupName, list[Change]] = {name: [] for name in GROUPS if name in comparison.ledger}
    for change in story:
        names = set(groups_of(change, is_whole(comparison.pairs[change.pair])))
        for name in names & ({"whole"} if "whole" in names else grouped.keys()) & grouped.keys():
            grouped[name].append(change)
    return grouped
