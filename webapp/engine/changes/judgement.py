"""What may be said of each kind of change: told once, when the texts are compared, and kept in the result.

numbers   changed       2 changes     some were found
names     stands        0 changes     none was found, and one would have been
wording   cannot_tell   0 changes     none was found, but no table has the words of this language
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from webapp.engine.model import Change, Degraded, Flag, GroupName, Judgement, State

GROUPS: dict[GroupName, tuple[Flag, ...]] = {
    "quotations": ("quote",),
    "numbers": ("number", "date"),
    "names": ("name",),
    "negations": ("negation",),
    "attributions": ("hedge", "attribution"),
    "wording": ("wording",),
}

TOLD_BY_WORDS: frozenset[GroupName] = frozenset({"negations", "attributions", "wording"})
TOLD_BY_CAPITALS: frozenset[GroupName] = frozenset({"names"})


def groups_of(change: Change) -> Iterator[GroupName]:
    """Yield the groups in which a change is told; of the story's changes alone.

    A change of wording that is one of something weightier too is told there alone.
    """
    if change.scope == "story":
        for name, flags in GROUPS.items():
            is_outweighed = name == "wording" and change.weight == "hard"
            if not is_outweighed and not set(flags).isdisjoint(change.flags):
                yield name


def tellable(old_text: str, has_table: bool, degraded: Degraded | None) -> frozenset[GroupName]:
    """Return the groups in which finding nothing means something: some need a table of words, one needs capitals.

    None where a passage was too long to be searched.
    """
    if degraded and degraded.is_unflagged:
        return frozenset()
    has_capitals = old_text != old_text.lower()
    untold = (frozenset() if has_table else TOLD_BY_WORDS) | (frozenset() if has_capitals else TOLD_BY_CAPITALS)
    return frozenset(GROUPS) - untold


def judge(changes: Iterable[Change], told: Collection[GroupName], compared: int) -> dict[GroupName, Judgement]:
    """Return what may be said of each group; `told` as `tellable` found them, `compared` in words of old."""
    counts = Counter(name for change in changes for name in groups_of(change))
    states = {name: _state(counts[name], name in told) for name in GROUPS}
    return {
        name: Judgement(state, counts[name], 0 if state == "cannot_tell" else compared)
        for name, state in states.items()
    }


def unrecorded(changes: Iterable[Change]) -> dict[GroupName, Judgement]:
    """Return what may be said for a result from before this was kept: what it found, and of nothing that it stands."""
    return judge(changes, (), 0)


def _state(changes: int, is_told: bool) -> State:
    if changes:
        return "changed"
    return "stands" if is_told else "cannot_tell"
