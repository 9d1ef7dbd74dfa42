"""Keys to compare by: two tokens are equal when their keys are. The text itself is never altered.

By default a key is the token's characters without the white space inside it (`Aug. 31` over a line break is the same
date). Each name in `Options.ignore` folds one more difference away.
"""

import unicodedata
from functools import cache

import regex

from webapp.engine.languages.common import possessives
from webapp.engine.languages.language import Language
from webapp.engine.languages.letters import compose, fold_case, fold_letters, without_marks_in_words
from webapp.engine.languages.lookups import canonical_spellings, canonical_suffixes
from webapp.engine.languages.skeleton import skeleton
from webapp.engine.options import Ignorable, Options
from webapp.engine.text.token_patterns import DENSE
from webapp.patterns import lazy_pattern

_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′ʼ`´＇", "'"),
        **dict.fromkeys("“”„‟″«»＂", '"'),
        **dict.fromkeys("‹›", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
    }
)


def fold_line_ends(text: str) -> str:
    """Write every line end (LF, CRLF, CR) as LF: they never count as a difference, even where white space does."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


# A script without spaces has none at a line end either.
_BROKEN = lazy_pattern(rf"(?<={DENSE})\s*\n\s*|\s*\n\s*(?={DENSE})", regex.V1)


def on_one_line(text: str) -> str:
    """Return the key of a sentence: equal keys mean equal sentences but for white space and encoding."""
    return compose(" ".join((_BROKEN.sub("", text) if "\n" in text else text).split()))


def as_seen(text: str) -> str:
    """Return the key of a stretch with its white space: the same line ends, and one encoding."""
    return compose(fold_line_ends(text))


LOOSE: frozenset[Ignorable] = Options().ignore | {"case", "typography", "spelling"}
"""What never counts in deciding which sentence became which. What counts as a change is the reader's choice."""


def fold_typography(text: str) -> str:
    """Fold typographic variants: quotation marks, dashes, ligatures, widths, soft hyphens, letters that are one."""
    if text.isascii() and "`" not in text:  # true of most words
        return text
    return fold_letters(unicodedata.normalize("NFKC", text.translate(_TYPOGRAPHY))).translate(_TYPOGRAPHY)


def fold_spelling(text: str, language: Language) -> str:
    """Return the one spelling under which the variants of a word are compared; its case stays that of its first letter.

    The suffix families (-ise, -yse) are rules; the others are a table, since -our, -re and -ll- join unlike words.
    """
    word = without_possessive(text)
    return _fold_bare_word(word, language) + text[len(word) :]


def without_possessive(word: str) -> str:
    """Return a word without the ending that makes a possessive of it."""
    lower, endings = word.casefold(), possessives()
    if not lower.endswith(endings):
        return word
    return word[: -len(next(filter(lower.endswith, endings)))]


def _fold_bare_word(text: str, language: Language) -> str:
    lower = fold_case(text)
    folded = canonical_spellings(language).get(lower) or _fold_suffix(lower, language)
    return folded if text[:1].islower() else folded.capitalize() if folded != lower else text


@cache
def _suffixes(language: Language) -> tuple[str, ...]:
    return tuple(canonical_suffixes(language))


def _fold_suffix(word: str, language: Language) -> str:
    if not word.endswith(_suffixes(language)) or word in language.spelling_suffix_exceptions:
        return word
    for suffix, canonical in canonical_suffixes(language).items():
        if word.endswith(suffix) and len(word) > len(suffix) + 2:
            return word.removesuffix(suffix) + canonical
    return word


def token_key(text: str, ignore: frozenset[Ignorable], language: Language) -> str:
    """Return the key of a token's text. Equal keys mean: equal for this reader."""
    key = compose("".join(text.split())) if "spacing" in ignore else as_seen(text)
    if "typography" in ignore:
        key = fold_typography(key)
        key = "-" if key and not key.strip("-") else key
    key = without_marks_in_words(key) if "punctuation" in ignore else key
    key = fold_spelling(key, language) if "spelling" in ignore else key
    return fold_case(key) if "case" in ignore else key


def loose_key(text: str, language: Language) -> str:
    """Return the key of a token's text without what is in `LOOSE`."""
    if text.isascii() and text.isalpha():  # most words: nothing to fold but case and spelling
        word = text.lower()
        return (canonical_spellings(language).get(word) or _fold_suffix(word, language)).casefold()
    return token_key(text, LOOSE, language)


def bare_letters(text: str) -> str:
    """Return the letters of a word without case, accents and hyphens, by which its torn pieces are put together."""
    return skeleton(fold_case(fold_typography(text))).replace("-", "")


def stem(key: str) -> str:
    """Return the part of a loose key that inflection seldom changes: its first six letters, possessive taken off.

    A prefix instead of a stemmer works for any script and needs no table. Why six letters: at five, words in `inter…`
    and `contr…` are joined, at seven `publish` and `published` are parted.
    """
    return key[:6] if key.isalpha() else without_possessive(key)[:6]
