"""Hedges: words of certainty such as will, may, expected. Without a table of them the flag is not raised."""

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import spell_out


def is_hedge_change(change: ChangeView) -> bool:
    """Return whether a word of certainty was lost, found or replaced: will for would, set for expected."""
    return change.unbalanced(_hedge)


def _hedge(part: Part, pair: PairView) -> str | None:
    """Return a word of certainty. A capitalised word inside a sentence is a name: "May" is no "may"."""
    return _uncontracted(part.word.text, pair.language) if is_hedge(part, pair.language) else None


def is_hedge(part: Part, language: Language) -> bool:
    """Return whether a part is a word of certainty."""
    return part.word.text in language.hedges and not (part.text[:1].isupper() and part.index > 0)


def _uncontracted(word: str, language: Language) -> str:
    """Return the word of certainty in a contraction: "will" of "won't" and of "they'll"."""
    return next((one for one in spell_out(word, language).split() if one in language.hedges), word)
