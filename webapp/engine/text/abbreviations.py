"""Whether a full stop belongs to an abbreviation, and the sentence goes on behind it.

Mr. May      5 p.m. Tuesday     z. B. Bier     Smith & Co. Ltd.      goes on
at 5 p.m. He left               usw. Der Rat                         ends: a function word begins the next sentence
"""

from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import month_numbers, weekday_numbers

# Letters between the full stops of an abbreviation.
# Range: 1–4 letters
# Why: `i.p.v`, `t.ex`, but not `example.com`
MAX_PART_LETTERS = 2


def is_abbreviation(word: str, following: str, language: Language) -> bool:
    """Return whether the full stop after `word` belongs to it and the sentence goes on with `following`.

    `following` is the next word, in capitals or figures, with its own full stop if it has one.
    """
    lower, next_word = word.casefold(), following.casefold().rstrip(".")
    if word[:1].isdecimal():
        return _is_ordinal(lower, next_word, language)
    if lower in language.titles:
        return lower in language.abbreviations
    if _is_initials(word):
        return next_word not in language.function_words
    if _is_dotted(lower):
        return _is_dotted_abbreviation(lower, next_word, language)
    if lower in language.month_abbreviations:
        return following[0].isdecimal()
    if lower in language.abbreviations_before_number:
        return following[0].isdecimal() or following.endswith(".")
    return lower in language.abbreviations and next_word not in language.function_words


def _is_ordinal(number: str, following: str, language: Language) -> bool:
    """`3. Mai`, `7.10. (Mittwoch)` in languages that write ordinals so, `23rd. May` in others."""
    parts = number.removesuffix(next((suffix for suffix in language.ordinal_suffixes if number.endswith(suffix)), ""))
    if not all(part.isdecimal() and len(part) <= 2 for part in parts.split(".")):
        return False
    return language.ordinal_dot or following in month_numbers(language)


def _is_initials(word: str) -> bool:
    """`U.N`, `B.C` or a single capital as in `Edith M. Lederer`."""
    parts = word.split(".")
    return all(len(part) == 1 and part.isalpha() for part in parts) and parts[0].isupper()


def _is_dotted(word: str) -> bool:
    """`e.g`, `i.p.v`, or one small letter as in `z. B.` and `Harlow v. Dunmore`."""
    parts = word.split(".")
    return all(part.isalpha() and len(part) <= MAX_PART_LETTERS for part in parts) and len(parts[0]) == 1


def _is_dotted_abbreviation(word: str, following: str, language: Language) -> bool:
    """`p.m.` goes on with the day; the others go on unless a function word begins the next sentence."""
    if word.replace(".", "") in language.halves_of_day:
        return following in weekday_numbers(language) or following in month_numbers(language)
    return following not in language.function_words
