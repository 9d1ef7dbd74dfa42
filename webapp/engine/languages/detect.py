"""In which language a text is written: by its script, then by its function words.

    Han with kana, Hangul, Thai ...   one language has the script: it is that one
    Latin, Cyrillic, Arabic ...       the language whose function words are the most, those of few languages first

A language without a table is recognised too, so that no table of a neighbour is used for it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

import regex

from webapp.engine.languages.function_words import fold, languages_of_script, languages_of_words
from webapp.engine.languages.language import NO_LANGUAGE, Language
from webapp.engine.languages.load import language_of, one_of
from webapp.engine.languages.lookups import cue_words
from webapp.patterns import lazy_pattern

# Share of a text's words that its language's function words make up, a word of several languages being shared out.
# Range: .05–.12 share of words
# Why: news in 43 languages has .07 to .50 of its own; without it in the list, most have less than .06 of any other
# Cases: 0
MIN_FUNCTION_WORD_SHARE = 0.06

# The same share for a text of fewer words than `MIN_PROSE_WORDS`: one word may be of another language.
# Range: .08–.20 share of words
# Why: of single sentences in 43 languages none with this share is taken for a language that is no neighbour
# Cases: 0
MIN_SHARE_OF_SHORT = 0.10

# How many times as much as any other language the language of such a text must have.
# Range: 1–3 times
# Why: the same sentences: neighbours share most of their function words
# Cases: 0
MIN_LEAD_OF_SHORT = 1.5

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

# A table decides the language of such a text if it knows this share of the words.
# Range: .20–.50 share of words
# Why: *language-of-a-headline*; at .15 single sentences in Dutch, Romanian and Slovak are taken for Spanish or French
# Cases: 1: *language-of-a-headline*
MIN_KNOWN_SHARE = 0.30

# How many times as many words as any other table that table must know.
# Range: 1.3–2.5 times
# Why: of 339 single sentences in 47 languages 305 are recognised at 1.3, 302 at 1.35 and 290 at 2; of 39 in languages
# without a table eight are taken for a neighbour at 1.3, seven at 1.35
# Cases: 0
MIN_LEAD_OF_TABLE = 1.35

# The tables that are asked about every headline, with those of the likeliest languages: to read all takes .4 seconds.
HEADLINE_LANGUAGES = ("de", "en", "es", "fr")

# Languages whose abbreviations are known in a text that may be in any of them.
# Range: 1–5 languages
# Why: each table takes 9 ms to read; `test_abbreviations_are_known_in_texts_too_short_to_tell_their_language`
# Cases: 0
MAX_LIKELY = 3

# How many times as many function words the likeliest of them may have.
# Range: 1–4 times
# Why: the same test
# Cases: 0
MIN_LIKELY_SHARE = 2.5

# Letters of each word that tell its script.
# Range: 20–1,000 letters
# Why: a run of Han or Thai may be a paragraph long
# Cases: 0
MAX_LETTERS_READ = 100

# Han letters per kana up to which a text is Japanese.
# Range: 5–50 letters
# Why: Japanese headlines have a kana for every four Han letters at the least; Chinese news has none
# Cases: 0
MIN_KANA_SHARE = 20

_WORD = lazy_pattern(r"[\p{L}\p{M}]+")


def detect_language(*texts: str) -> Language:
    """Return the language in which the beginning of `texts` is written, or NO_LANGUAGE if none can be told."""
    texts = tuple(dict.fromkeys(texts))  # of two equal texts each word would count twice: the shares are the same
    words = list(map(_first_words, texts))
    counts = Counter(chain.from_iterable(words))
    scripts = dict.fromkeys(map(_script, map(Counter, words)))  # two for a text and its transliteration
    languages = [code for script in scripts for code in languages_of_script().get(script, ())]
    if not languages:
        return NO_LANGUAGE
    if len(languages) == 1:
        return language_of(languages[0])
    scores = _scores(counts, frozenset(languages))
    (second, _), (best, code) = sorted([(0.0, ""), (0.0, ""), *((scores[code], code) for code in scores)])[-2:]
    if counts.total() >= MIN_PROSE_WORDS * len(texts):
        return language_of(code) if best >= MIN_FUNCTION_WORD_SHARE * counts.total() else NO_LANGUAGE
    is_clear = best >= MIN_SHARE_OF_SHORT * counts.total() and best >= MIN_LEAD_OF_SHORT * second
    likely = language_of(code) if is_clear else NO_LANGUAGE
    if likely.has_table:
        return likely
    candidates = _likeliest(scores)
    return _by_all_words(counts, candidates) or (likely if is_clear else one_of(candidates))


def _likeliest(scores: Mapping[str, float]) -> tuple[str, ...]:
    """Return the few languages that a text may be in, ordered by code."""
    best = sorted(scores, key=lambda code: (-scores[code], code))[:MAX_LIKELY]
    return tuple(sorted(code for code in best if scores[code] * MIN_LIKELY_SHARE >= scores[best[0]]))


def _script(counts: Counter[str]) -> str:
    """Return the script of most letters. Japanese is Han with kana, of which Chinese has none."""
    ascii_letters = sum(count * min(len(word), MAX_LETTERS_READ) for word, count in counts.items() if word.isascii())
    letters = Counter({"Latin": ascii_letters} if ascii_letters else {})
    for word, count in counts.items():
        for match in () if word.isascii() else _scripts().finditer(word, 0, MAX_LETTERS_READ):
            letters[match.lastgroup or ""] += count * len(match[0])
    if letters["Japanese"] * MIN_KANA_SHARE > letters["Han"]:
        return "Japanese"
    return max(letters, key=lambda script: (letters[script], script), default="")


@cache
def _scripts() -> "regex.Pattern[str]":
    classes = {script: rf"\p{{Script={script}}}" for script in languages_of_script()}
    classes["Japanese"] = r"[\p{Hiragana}\p{Katakana}]"
    return regex.compile("|".join(f"(?P<{script}>{letters}+)" for script, letters in classes.items()))


def _scores(counts: Counter[str], languages: frozenset[str]) -> dict[str, float]:
    """Return how many of the words are each language's function words; one of several languages is shared out."""
    scores: defaultdict[str, float] = defaultdict(float)
    told = languages_of_words(counts.keys(), languages)
    for word, count in counts.items():
        codes = told.get(word, ())
        for code in codes:
            scores[code] += count / len(codes)
    return scores


def _by_all_words(counts: Counter[str], candidates: Sequence[str]) -> Language | None:
    """Return the language that knows clearly more words of a headline than any other: few are function words."""
    tables = map(language_of, {*HEADLINE_LANGUAGES, *candidates})
    shares = sorted((_share(counts, _all_words(table)), table.code) for table in tables)
    (second, _), (best, code) = shares[-2:]
    return language_of(code) if best >= MIN_KNOWN_SHARE and best >= MIN_LEAD_OF_TABLE * second else None


@cache
def _all_words(language: Language) -> frozenset[str]:
    return language.function_words | cue_words(language)


def _share(counts: Counter[str], words: frozenset[str]) -> float:
    return sum(counts[word] for word in words) / counts.total() if counts else 0.0


def _first_words(text: str) -> list[str]:
    """Return the first words of a text, folded; it is read on as long as it has too few."""
    end = CHARS_READ
    words = _WORD.findall(text, 0, end)
    while len(words) <= WORDS_LOOKED_AT and end < len(text):
        end *= 2
        words = _WORD.findall(text, 0, end)
    return fold(" ".join(words[:WORDS_LOOKED_AT])).split()
