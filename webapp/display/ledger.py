"""The changes that matter, grouped by what they are changes to, each with a few words of its sentence.

quotations        “[-grave-] [+serious+] concern” about the Xinjiang report          paragraph 4
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from webapp.display.entries import Entry, entries
from webapp.display.model import SideName
from webapp.display.rows.numbering import Numbering
from webapp.engine.changes.judgement import GROUPS, NEED_CAPITALS, groups_of
from webapp.engine.model import Change, Comparison, Flag, GroupName, Segment

MAX_LISTED = 120
"""Changes of one group that are listed."""


Reason = Literal["no_table", "no_capitals", "too_long", "too_many", "not_recorded"]
"""Why a group cannot be judged: no table of the language's words, no capitals to recognise names, a passage too long to
be searched, more changes than are searched, or a link made before the ledger was stored."""


@dataclass(frozen=True, slots=True)
class Group:
    """The changes to one kind of thing, in reading order; `unjudged` says why it is unknown whether there are any.

    An entry may have several `changes` that are close together. `unlisted` counts the changes past MAX_LISTED: a list
    of thousands helps nobody, and the text has them all.
    """

    name: str
    flags: tuple[Flag, ...]
    entries: tuple[Entry, ...]
    changes: int
    unlisted: int
    unjudged: Reason | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """What changed that matters.

    mattering  changes that are listed, each counted once; `changes` is how many the story has in all
    shared     sentences of old that have a partner: only there can a change of words be seen
    unpaired   sentences of either story without a partner
    """

    groups: tuple[Group, ...]
    mattering: int
    changes: int
    shared: int
    unpaired: int
    numbering: Mapping[SideName, Numbering]

    def paragraph_of(self, entry: Entry) -> int:
        """Return the number of the paragraph in which an entry is read."""
        return self.numbering[entry.side].at(entry.place)


def ledger(comparison: Comparison) -> Ledger:
    """Return the ledger of a comparison's story."""
    story = [change for change in comparison.changes if change.scope == "story"]
    listed = [change for change in story if change.weight in {"hard", "soft"}]
    counts = comparison.summary.sentences
    return Ledger(
        groups=tuple(_groups(comparison, listed)),
        mattering=len(listed),
        changes=len(story),
        shared=sum(counts.get(relation, 0) for relation in ("verbatim", "edited", "rewritten")),
        unpaired=counts.get("dropped", 0) + counts.get("added", 0),
        numbering={"old": Numbering(comparison.old), "new": Numbering(comparison.new)},
    )


def _groups(comparison: Comparison, listed: Collection[Change]) -> Iterator[Group]:
    wanted = {change.pair for change in listed}
    by_pair = groupby(comparison.segments, key=lambda segment: segment.pair)
    segments: dict[int, list[Segment]] = {pair: list(run) for pair, run in by_pair if pair in wanted}
    grouped = _by_group(listed)
    for name, flags in GROUPS.items():
        members, judgement = grouped[name], comparison.ledger[name]
        runs = [(pair, list(run)) for pair, run in groupby(members[:MAX_LISTED], key=lambda change: change.pair)]
        found = tuple(entry for pair, run in runs for entry in entries(comparison, run, segments[pair]))
        unlisted = max(0, judgement.changes - MAX_LISTED)
        yield Group(name, flags, found, judgement.changes, unlisted, _unjudged(comparison, name))


def _unjudged(comparison: Comparison, name: GroupName) -> Reason | None:
    """Return why a group could not be judged. Where capitals show the names, a table makes no difference."""
    if comparison.ledger[name].state != "cannot_tell":
        return None
    if comparison.languages is None:
        return "not_recorded"
    if comparison.degraded and comparison.degraded.is_unflagged:
        return "too_many" if comparison.degraded.reason == "too_many_changes" else "too_long"
    return "no_capitals" if name in NEED_CAPITALS else "no_table"


def _by_group(changes: Iterable[Change]) -> dict[GroupName, list[Change]]:
    grouped: dict[GroupName, list[Change]] = {name: [] for name in GROUPS}
    for change in changes:
        for name in groups_of(change):
            grouped[name].append(change)
    return grouped
