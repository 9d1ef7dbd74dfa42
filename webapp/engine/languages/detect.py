"""Detects the language of a text, among those with a table."""

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import chain
from operator import itemgetter

import regex

from webapp.engine.languages.language import NO_LANGUAGE, Language
from webapp.engine.languages.load import known_languages
from webapp.engine.languages.lookups import cue_words

# A text is in a language if more of its words are function words of that table, and no other table claims more.
# Range: .15–.45 share of words
# Why: English news .40 to .58 (129 stories), German, French and Spanish essays .30 to .54; Portuguese news .25 as
# Spanish
# Cases: 31: *list-lines*, *markdown* …
MIN_FUNCTION_WORD_SHARE = 0.27

# Words of each text from which its language is found.
# Range: 50–10,000 words
# Why: *moved-paragraph-with-edits* changes at 50, nothing at 10,000
# Cases: 11: *moved-paragraph-with-edits* …
WORDS_LOOKED_AT = 2000

# Characters of each text that are read at first: the last word may be cut off by their end, and does not count.
# Range: 2^12–2^18 characters
# Why: 2,000 words of news have 12,000 characters
CHARS_READ = 1 << 14

# Texts of fewer words on average may be headlines, with hardly a function word: all words of the tables decide.
# Range: 0–100 words
# Why: a headline and its revision
# Cases: 1: *language-of-a-headline*
MIN_PROSE_WORDS = 30

# A table decides the language of such a text if it knows this share of the words, and no other table knows half as
# many.
# Range: .03–.30 share of words
# Why: *language-of-a-headline*
# Cases: 1: *language-of-a-headline*
MIN_KNOWN_SHARE = 0.08

_WORD = regex.compile(r"[\p{L}\p{M}]+")


def detect_language(*texts: str) -> Language:
    """Return the language in which the beginning of `texts` is written, or NO_LANGUAGE if no table fits."""
    counts = Counter(chain.from_iterable(map(_first_words, texts)))
    _, (share, language) = _two_likeliest(counts, lambda table: table.function_words)
    if share > MIN_FUNCTION_WORD_SHARE:
        return language
    return _guess_by_all_words(counts) if counts.total() < MIN_PROSE_WORDS * len(texts) else NO_LANGUAGE


def _guess_by_all_words(counts: Counter[str]) -> Language:
    """Return the language that knows twice as many words as any other: headlines have hardly a function word."""
    (second, _), (best, language) = _two_likeliest(counts, _all_words)
    return language if best >= MIN_KNOWN_SHARE and best >= 2 * second else NO_LANGUAGE


def _two_likeliest(
    counts: Counter[str], words_of: Callable[[Language], frozenset[str]]
) -> list[tuple[float, Language]]:
    """Return the shares of the words that the two likeliest languages know, the likeliest last."""
    shares = ((_share(counts, words_of(language)), language) for language in known_languages())
    return sorted(shares, key=itemgetter(0))[-2:]


@cache
def _all_words(language: Language) -> frozenset[str]:
    return language.function_words | cue_words(language)


def _share(counts: Counter[str], words: frozenset[str]) -> float:
    return sum(map(counts.__getitem__, counts.keys() & words)) / counts.total() if counts else 0.0


def _first_words(text: str) -> list[str]:
    """Return the first words of a text in small letters; it is read on as long as it has too few."""
    end = CHARS_READ
    words = _WORD.findall(text, 0, end)
    while len(words) <= WORDS_LOOKED_AT and end < len(text):
        end *= 2
        words = _WORD.findall(text, 0, end)
    return " ".join(words[:WORDS_LOOKED_AT]).lower().split()
