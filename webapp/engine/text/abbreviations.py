"""Whether a full stop belongs to an abbreviation, and the sentence goes on behind it.

Mr. May      5 p.m. Tuesday     z. B. Bier     Smith & Co. Ltd.      goes on
at 5 p.m. He left               usw. Der Rat                         ends: a function word begins the next sentence
9 ч. Утром                      5 km. Holm                           ends: a unit behind its number
"""

from typing import NamedTuple

from webapp.engine.languages.function_words import fold
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import month_numbers, weekday_numbers

# Letters between the full stops of an abbreviation.
# Range: 1–4 letters
# Why: `i.p.v`, `t.ex`, but not `example.com`
MAX_PART_LETTERS = 2

# Spaces before a half of the day that may open its sentence.
# Range: 1–4 spaces
# Why: At 5 a.m. Mr. Smith; no sentence ends so soon
# Cases: none
MAX_SPACES_OF_OPENING = 2


class Stop(NamedTuple):
    """A full stop between two words; `following` is in capitals or figures, with its own stop if it has one."""

    before: str
    word: str
    following: str


def is_abbreviation(stop: Stop, language: Language) -> bool:
    """Return whether the full stop belongs to the word before it and the sentence goes on with the next.

    `stop.before` is the sentence up to that word.
    """
    lower, next_word = fold(stop.word), fold(stop.following).rstrip(".")
    if stop.word[:1].isdecimal():
        return _is_ordinal(lower, stop, language)
    if lower.replace(".", "") in language.halves_of_day:
        return _is_time_before(next_word, stop, language)
    if lower in language.abbreviations_before_word or lower in language.titles:
        return lower in language.abbreviations
    if _is_initials(stop.word):
        return next_word not in language.function_words
    if lower in language.month_abbreviations:
        return stop.following[0].isdecimal()
    if lower in language.abbreviations_before_number:
        return stop.following[0].isdecimal() or stop.following.endswith(".")
    if _is_unit(lower, stop, language):
        return language.nouns_are_capitalised and next_word not in language.function_words
    return (_is_dotted(lower) or lower in language.abbreviations) and next_word not in language.function_words


def _is_ordinal(number: str, stop: Stop, language: Language) -> bool:
    """`3. Mai`, `7.10. (Mittwoch)` in languages that write ordinals so, `23rd. May` in others."""
    following = fold(stop.following).rstrip(".")
    parts = number.removesuffix(next((suffix for suffix in language.ordinal_suffixes if number.endswith(suffix)), ""))
    if not all(part.isdecimal() and len(part) <= 2 for part in parts.split(".")):
        return False
    if following in month_numbers(language):
        return True
    return language.ordinal_dot and following not in language.function_words and not _is_counted(stop.before, language)


def _is_counted(before: str, language: Language) -> bool:
    """Return whether what stands before a number makes it no ordinal: `č. 5`, or the mark of a note behind `0,4 %`."""
    *_, last = before.casefold().split() or [""]
    return before.endswith("%") or last.rstrip(".") in language.abbreviations_before_number


def _is_time_before(following: str, stop: Stop, language: Language) -> bool:
    """`5 p.m. Tuesday`, and `At 5 a.m. Holm left`, where no sentence can have ended."""
    is_day = following in weekday_numbers(language) or following in month_numbers(language)
    return is_day or stop.before.strip().count(" ") < MAX_SPACES_OF_OPENING


def _is_unit(word: str, stop: Stop, language: Language) -> bool:
    """`9 ч`, `5 млн руб`: behind a number a unit may end the sentence, but not before another unit or number."""
    units = language.abbreviations_after_number
    following = fold(stop.following).rstrip(".")
    if word not in units or following.isdecimal() or following in units or following in language.units:
        return False
    *_, last = stop.before.casefold().split() or [""]
    return last[-1:].isdecimal() or last.rstrip(".") in units or last in language.scales


def _is_initials(word: str) -> bool:
    """`U.N`, `B.C` or a single capital as in `Edith M. Lederer`."""
    parts = word.split(".")
    return all(len(part) == 1 and part.isalpha() for part in parts) and parts[0].isupper()


def _is_dotted(word: str) -> bool:
    """`e.g`, `i.p.v`, or one small letter as in `z. B.` and `Harlow v. Dunmore`."""
    parts = word.split(".")
    return all(part.isalpha() and len(part) <= MAX_PART_LETTERS for part in parts) and len(parts[0]) == 1
