"""Flags that hang on words of a table: negation, hedge. Without a table they are not raised."""

from collections.abc import Callable

from webapp.engine.changes.flags.view import ChangeView, PairView, Part
from webapp.engine.languages import Language, cue_words, negative_endings
from webapp.engine.text.vocabulary import Form

# Whose first part the ending hides; of the others it is what stands before "n't".
_CONTRACTED = {"can't": "can", "cannot": "can", "shan't": "shall", "won't": "will"}

# "Unclear" denies "clear"; "into" does not deny "to".
MIN_PREFIXED_LETTERS = 6


def is_plain_word(form: Form, language: Language) -> bool:
    """Tell whether a form is a word without capital that no table knows and that can deny no other."""
    word = form.word.text
    is_word = form.kind == "word" and not form.text[:1].isupper() and word not in cue_words(language)
    return is_word and not word.endswith(negative_endings(language)) and not _has_negative_prefix(word, language)


def is_negation_change(change: ChangeView) -> bool:
    """Tell whether one side of the pair denies more often than the other: "not clear" is "unclear", and no change."""
    language = change.pair.language
    cue = _negation(language, change.pair)
    if not any(cue(part) for part in change.parts):
        return False
    balance = change.pair.balance("negation", cue)
    return balance.old.total() != balance.new.total()


def is_hedge_change(change: ChangeView) -> bool:
    """Tell whether a word of certainty was lost, found or replaced: will for would, set for expected."""
    hedges = change.pair.language.hedges
    return change.unbalanced("hedge", lambda part: _in_table(part, hedges))


def _negation(language: Language, pair: PairView) -> Callable[[Part], str | None]:
    endings = negative_endings(language)

    def cue(part: Part) -> str | None:
        word = part.word.text
        is_negation = word in language.negations or bool(endings and word.endswith(endings))
        return "no" if is_negation or _is_denied(word, language, pair) else None

    return cue


def _is_denied(word: str, language: Language, pair: PairView) -> bool:
    """Tell whether a word is another of the pair with a prefix that denies it."""
    return _has_negative_prefix(word, language) and any(
        word.startswith(prefix) and word.removeprefix(prefix) in pair.words for prefix in language.negative_prefixes
    )


def _has_negative_prefix(word: str, language: Language) -> bool:
    return len(word) >= MIN_PREFIXED_LETTERS and word.startswith(tuple(language.negative_prefixes))


def _in_table(part: Part, table: frozenset[str]) -> str | None:
    """A capitalised word inside a sentence is a name: "May" is no "may"."""
    is_name = part.text[:1].isupper() and part.index > 0
    return _uncontracted(part.word.text) if part.word.text in table and not is_name else None


def _uncontracted(word: str) -> str:
    """Return the word of certainty in a contraction: "will" of "won't" and of "they'll"."""
    return _CONTRACTED.get(word) or ("will" if word.endswith("'ll") else word.removesuffix("n't"))
