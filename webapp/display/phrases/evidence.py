"""What the ledger found, in one sentence: verdict, card, preview, `/oembed` and files rest on the same judgement."""

from collections.abc import Iterator, Mapping

from webapp.engine.model import Comparison, GroupName, State

NOUNS: Mapping[GroupName, str] = {
    "quotations": "quotations",
    "numbers": "numbers and dates",
    "names": "names and persons",
    "negations": "negations",
    "attributions": "hedges and attributions",
    "sense": "words that turn the sense",
    "wording": "wording",
}
"""Without the sentences dropped and added whole: the verdict and the figures count them anyway."""

_OPENINGS: Mapping[State, str] = {"changed": "Changed", "stands": "Unchanged", "cannot_tell": "Stet cannot tell"}


def evidence_text(comparison: Comparison) -> str:
    """Name the groups that changed and those that cannot be judged; of an older link only those that changed.

    Changed: numbers and dates. Stet cannot tell: negations, wording.
    """
    return _told(comparison, ("changed", "cannot_tell") if comparison.languages else ("changed",))


def evidence_in_full(comparison: Comparison) -> str:
    """Name all groups by their state."""
    return _told(comparison, ("changed", "stands", "cannot_tell"))


def _told(comparison: Comparison, states: tuple[State, ...]) -> str:
    return " ".join(_of_state(comparison, state) for state in states if any(_in(comparison, state)))


def _of_state(comparison: Comparison, state: State) -> str:
    return f"{_OPENINGS[state]}: {', '.join(_in(comparison, state))}."


def _in(comparison: Comparison, state: State) -> Iterator[str]:
    return (NOUNS[name] for name in NOUNS if name in comparison.ledger and comparison.ledger[name].state == state)
