"""What may be said of each kind of change: decided once, when the texts are compared, and kept in the result.

numbers   changed       2 changes     some were found
names     stands        0 changes     none was found, and any would have been
wording   cannot_tell   0 changes     none was found, but no table has the words of this language
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from webapp.engine.model import Change, Flag, GroupName, Judgement, State
from webapp.engine.options import Degraded

GROUPS: dict[GroupName, tuple[Flag, ...]] = {
    "quotations": ("quote",),
    "numbers": ("number", "date"),
    "names": ("name",),
    "negations": ("negation",),
    "attributions": ("hedge", "attribution"),
    "wording": ("wording",),
}

NEED_WORDS: frozenset[GroupName] = frozenset({"numbers", "negations", "attributions", "wording"})
NEED_CAPITALS: frozenset[GroupName] = frozenset({"names"})


def groups_of(change: Change) -> Iterator[GroupName]:
    """Yield the groups of a change; none outside the story.

    A change of wording that also has a hard flag is in that flag's group only.
    """
    if change.scope == "story":
        for name, flags in GROUPS.items():
            is_outweighed = name == "wording" and change.weight == "hard"
            if not is_outweighed and not set(flags).isdisjoint(change.flags):
                yield name


def judgeable_groups(old_text: str, has_table: bool, degraded: Degraded | None) -> frozenset[GroupName]:
    """Return the groups in which finding nothing means something: some need a table of words, one needs capitals.

    None if a passage was too long to be searched.
    """
    if degraded and degraded.is_unflagged:
        return frozenset()
    has_capitals = old_text != old_text.lower()
    missing = (frozenset() if has_table else NEED_WORDS) | (frozenset() if has_capitals else NEED_CAPITALS)
    return frozenset(GROUPS) - missing


def judge(changes: Iterable[Change], judgeable: Collection[GroupName], compared: int) -> dict[GroupName, Judgement]:
    """Return what may be said of each group, with `judgeable_groups` and the words of old that were `compared`."""
    counts = Counter(name for change in changes for name in groups_of(change))
    states = {name: _state(counts[name], name in judgeable) for name in GROUPS}
    return {
        name: Judgement(state, counts[name], 0 if state == "cannot_tell" else compared)
        for name, state in states.items()
    }


def unrecorded(changes: Iterable[Change]) -> dict[GroupName, Judgement]:
    """Return what may be said for a result without a stored ledger: its changes, and no group stands."""
    return judge(changes, (), 0)


def _state(changes: int, is_judgeable: bool) -> State:
    if changes:
        return "changed"
    return "stands" if is_judgeable else "cannot_tell"
