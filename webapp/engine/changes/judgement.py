"""What may be said of each kind of change: decided once, when the texts are compared, and kept in the result.

numbers   changed       2 changes     some were found
names     stands        0 changes     none was found, and any would have been
names     cannot_tell   0 changes     none was found, but a word changed that may be one (flags/doubts.py)
wording   cannot_tell   0 changes     none was found, but no table has the words of this language
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from webapp.engine.model import Change, Flag, GroupName, Judgement, Pair, State, is_whole
from webapp.engine.options import Degraded

GROUPS: dict[GroupName, tuple[Flag, ...]] = {
    "quotations": ("quote",),
    "numbers": ("number", "date"),
    "names": ("name",),
    "negations": ("negation",),
    "attributions": ("hedge", "attribution"),
    "sense": ("sense",),
    "wording": ("wording",),
    "whole": (),
}
"""The groups and the flags of their changes. What was dropped or added whole has a group of its own, with any flag."""

NEED_WORDS: frozenset[GroupName] = frozenset({"numbers", "negations", "attributions", "wording"})
NEED_CAPITALS: frozenset[GroupName] = frozenset({"names"})
NEED_SENSES: frozenset[GroupName] = frozenset({"sense"})
FIRST: tuple[GroupName, ...] = ("quotations", "numbers", "names", "negations", "attributions", "wording")
"""The groups that are told of a link made before the ledger was stored."""


def groups_of(change: Change, is_alone: bool) -> Iterator[GroupName]:
    """Yield the groups of a change; none outside the story.

    A change of wording that also has a hard flag is in that flag's group only. `is_alone`: the change is a sentence
    dropped or added whole; it is in the groups of what it holds too, since that does not stand.
    """
    if change.scope == "story":
        for name, flags in GROUPS.items():
            is_outweighed = name == "wording" and change.weight == "hard"
            if not is_outweighed and not set(flags).isdisjoint(change.flags):
                yield name
        if is_alone and change.kind != "move" and change.weight != "surface":
            yield "whole"


def judgeable_groups(
    old_text: str, pairs: Collection[Pair], has_table: bool, knows_senses: bool, degraded: Degraded | None
) -> frozenset[GroupName]:
    """Return the groups in which finding nothing means something: most need tables of words, one needs capitals.

    What was dropped or added whole is seen without either. Nothing else can be told if a passage was too long to be
    searched, or if no sentence has a counterpart.
    """
    if (degraded and degraded.is_unflagged) or has_no_counterparts(pairs):
        return frozenset({"whole"})
    missing = (frozenset() if has_table else NEED_WORDS) | (frozenset() if has_capitals(old_text) else NEED_CAPITALS)
    return frozenset(GROUPS) - missing - (frozenset() if knows_senses else NEED_SENSES)


def has_capitals(text: str) -> bool:
    """Return whether a text has any capital."""
    return text != text.lower()


def has_no_counterparts(pairs: Collection[Pair]) -> bool:
    """Return whether all sentences of both stories are without a partner."""
    story = [pair for pair in pairs if pair.scope == "story"]
    return bool(story) and all(map(is_whole, story))


def judge(
    changes: Iterable[Change], pairs: Sequence[Pair], judgeable: Collection[GroupName], searched: int
) -> dict[GroupName, Judgement]:
    """Return what may be said of each group, with `judgeable_groups` and the words of old that were `searched`."""
    counts, whole = Counter[GroupName](), Counter[GroupName]()
    for change in changes:
        is_alone = is_whole(pairs[change.pair])
        groups = tuple(groups_of(change, is_alone))
        counts.update(groups)
        whole.update(groups if is_alone else ())
    states = {name: _state(counts[name], name in judgeable) for name in GROUPS}
    return {
        name: Judgement(state, counts[name], 0 if state == "cannot_tell" else searched, whole[name])
        for name, state in states.items()
    }


def unrecorded(changes: Iterable[Change], pairs: Sequence[Pair]) -> dict[GroupName, Judgement]:
    """Return what may be said for a result without a stored ledger: its changes, and no group stands."""
    judged = judge(changes, pairs, (), 0)
    return {name: judged[name] for name in FIRST}


def _state(changes: int, is_judgeable: bool) -> State:
    if changes:
        return "changed"
    return "stands" if is_judgeable else "cannot_tell"
