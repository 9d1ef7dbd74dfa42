"""Negations: not, no, un-. Their words are in a table of the language; without a table the flag is not raised."""

from webapp.engine.changes.flags.atoms import may_hold_number
from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.facts import fact
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.languages.denials import denial_signs
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import cue_words
from webapp.engine.text.forms import Form
from webapp.patterns import lazy_pattern

# Letters of a word that denies by its prefix.
# Range: 3–10 letters
# Why: "unclear" denies "clear", "into" does not deny "to"; *not-clear-unclear*
# Cases: 9: *828cloud-archive--back-translation*, *back-translation--828cloud-archive* …
MIN_PREFIXED_LETTERS = 6


# Signs of a word that denies by its prefix, in scripts whose signs are syllables or words.
# Range: 2–4 signs
# Why: 불가능 denies 가능, 不同意 denies 同意
MIN_PREFIXED_SIGNS = 2
_SYLLABLE = lazy_pattern(r"[\p{Han}\p{Hangul}]")


@fact
def may_be_cue(form: Form, language: Language) -> bool:
    """Return whether a form may count for a flag: it is no word, in a table, may deny, or be a number or a date.

    Only a capitalised word with a mark in it may be a date and in no table: "Monday's".
    """
    word = form.word.text
    if form.kind != "word" or word in cue_words(language) or (form.text[:1].isupper() and not word.isalpha()):
        return True
    denies = is_denial(word, language) or _has_negative_prefix(word, language)
    return denies or may_hold_number(form, language) or not denial_signs(language).isdisjoint(word)


def is_negation_change(change: ChangeView) -> bool:
    """Return whether one side of the pair denies more often than the other: "not clear" is "unclear", and no change."""
    if _gains_sign(change):
        return True
    if not any(_negation(part, change.pair) for part in change.parts):
        return False
    balance = change.pair.balance(_negation)
    return balance.old.total() != balance.new.total()


def _negation(part: Part, pair: PairView) -> str | None:
    """Return the same cue for every negation: "not" for "no" is no change."""
    word, language = part.word.text, pair.language
    return "negation" if is_denial(word, language) or _is_denied(word, pair) else None


def is_denial(word: str, language: Language) -> bool:
    """Return whether a word denies by itself."""
    is_part = word.endswith(tuple(language.negative_endings)) or word.startswith(tuple(language.negative_openings))
    return is_part or word in language.negations


def _is_denied(word: str, pair: PairView) -> bool:
    """Return whether a word is another of the pair with a prefix that denies it."""
    language = pair.language
    return _has_negative_prefix(word, language) and any(
        word.startswith(prefix) and word.removeprefix(prefix) in pair.words for prefix in language.negative_prefixes
    )


def _has_negative_prefix(word: str, language: Language) -> bool:
    least = MIN_PREFIXED_SIGNS if _SYLLABLE.match(word) else MIN_PREFIXED_LETTERS
    return len(word) >= least and word.startswith(tuple(language.negative_prefixes))


def _gains_sign(change: ChangeView) -> bool:
    """Return whether the sides of a change differ in a sign of denial alone, which a word may hold: 他不, 他."""
    signs = denial_signs(change.pair.language)
    old, new = ("".join(part.text for part in parts) for parts in (change.old, change.new)) if signs else ("", "")
    longer, shorter = (old, new) if len(old) > len(new) else (new, old)
    if len(longer) != len(shorter) + 1 or not longer:
        return False
    at = next((place for place, sign in enumerate(shorter) if longer[place] != sign), len(shorter))
    return longer[at] in signs and longer[at + 1 :] == shorter[at:]
