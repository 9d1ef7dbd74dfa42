"""Splits paragraphs into sentences, and sentences into tokens.

    He left on Aug. 31, the U.N. said.      one paragraph, one sentence
    He|left|on|Aug. 31|,|the|U.N.|said|.    its tokens: a date and an abbreviation are words, not pieces

Scripts written with spaces are cut by one pattern, runs of the others by ICU's dictionaries: Unicode's default
boundaries cut Han into single characters and Thai into letters, and ICU's English rules cut `Aug. 31` and `U.N.`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import regex
from icu4py.breakers import WordBreaker

from webapp.engine.languages.language import NO_LANGUAGE, Language
from webapp.engine.languages.lookups import month_words
from webapp.engine.span import Span
from webapp.engine.text.abbreviations import is_abbreviation
from webapp.engine.text.token_patterns import UNSPACED, dependent_pattern, plain_pattern, token_pattern

TokenKind = Literal["word", "number", "date", "punctuation"]


_WORD_KINDS = frozenset({"word", "number", "date"})


_STOPS = r"[.!?…؟۔։።।॥။។]"
_FULL_STOPS = r"[。！？｡]"
_CLOSERS = r"[\"'”’“‘»›«‹)\]}」』）】]"
_NOTES = r"(?:\[\p{N}{1,3}\]|[¹²³⁰⁴-⁹])"
# Behind an opening mark and, in Afrikaans and Dutch, a clipped article: 'n Man, 's Avonds.
_TO_NEXT_WORD = r"\s[\"'“”‘’„‚«‹»›(\[{「『（【¿¡\-–—•*\s]*+(?:(?<=['’])[nst]\s+)?+"
# A run of stops is matched from its first stop only; from the others the match would be the same.
_BOUNDARY = regex.compile(
    rf"""
      (?P<stop> (?<!{_STOPS}) {_STOPS}+ {_CLOSERS}* {_NOTES}* (?:\s»(?=\s))? )
          (?= {_TO_NEXT_WORD} [\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{N}}] )
    | (?P<full> (?<!{_FULL_STOPS}) {_FULL_STOPS}+ {_CLOSERS}* ) (?= \s* [^\s。！？｡] )
    """,
    regex.VERBOSE,
)
_NUMERIC = regex.compile(r"\p{N}")
HAS_UNSPACED = regex.compile(UNSPACED, regex.V1)
# Matched backwards from its end, not searched for from the sentence's start.
_LAST_WORD = regex.compile(r"(?r)[\p{L}\p{M}\p{N}.&'’-]+")
_NEXT_WORD = regex.compile(rf"{_TO_NEXT_WORD}([\p{{L}}\p{{M}}\p{{N}}]+\.?)")

# Marks and spaces before the number or letter of a list item.
# Range: 5–100 marks
# Why: brackets, bullets and spaces are few, and a row of marks must not be read again for each full stop behind it
MAX_MARKS_BEFORE_ENUMERATOR = 20
ENUMERATOR = regex.compile(rf"\W{{0,{MAX_MARKS_BEFORE_ENUMERATOR}}}(?:\p{{N}}{{1,3}}|\p{{L}}|[ivxIVX]{{1,5}})[.)]")


class Tokeniser:
    """The tokeniser for one language. Use `tokeniser_for`, which caches the compiled patterns."""

    def __init__(self, language: Language) -> None:
        self._language = language
        abbreviations = language.abbreviations | language.abbreviations_before_number | language.month_abbreviations
        self._shortened = frozenset(word.casefold() for word in abbreviations.union(month_words(language)))
        self._token = regex.compile(token_pattern(language), regex.VERBOSE | regex.V1)
        self._plain = regex.compile(plain_pattern(language), regex.VERBOSE | regex.V1)
        self._dependent = regex.compile(dependent_pattern(language), regex.VERBOSE | regex.V1)

    def tokens(self, text: str, span: Span) -> Iterator[tuple[int, int, TokenKind]]:
        """Yield (start, end, kind) of the tokens of `text[span]`; white space is none."""
        for match in self._token.finditer(text, *span):
            kind = match.lastgroup
            if kind == "unspaced":
                yield from _dictionary_words(text, *match.span(kind))
            elif kind:
                yield *match.span(kind), kind  # type: ignore[misc]  # the groups' names

    def depends_on_neighbours(self, chunk: str) -> bool:
        """Return whether what is beside a chunk, past white space, may decide how it is cut."""
        return _NUMERIC.search(chunk) is not None or self.depends_beside_words(chunk)

    def depends_beside_words(self, chunk: str) -> bool:
        """Return whether it may decide even where no chunk beside it has a digit and none depends on its neighbours."""
        return self._dependent.search(chunk) is not None

    def count_words(self, text: str, span: Span) -> int:
        """Return how many words, numbers and dates `text[span]` has."""
        if self._plain.fullmatch(text, *span):
            return text.count(" ", *span) + 1
        if HAS_UNSPACED.search(text, *span):
            return sum(kind != "punctuation" for _, _, kind in self.tokens(text, span))
        return sum(match.lastgroup in _WORD_KINDS for match in self._token.finditer(text, *span))

    def sentences(self, text: str, paragraph: Span) -> Iterator[Span]:
        """Yield the sentences of a paragraph, without the white space after them."""
        start = paragraph.start
        for match in _BOUNDARY.finditer(text, paragraph.start, paragraph.end):
            if match.lastgroup == "full" or self._ends_sentence(text, start, match):
                yield Span(start, match.end())
                start = match.end() + _leading_space(text, match.end())
        if start < paragraph.end:
            yield Span(start, paragraph.end)

    def _ends_sentence(self, text: str, start: int, match: "regex.Match[str]") -> bool:
        if not match["stop"].startswith(".") or match["stop"].startswith(".."):
            return True
        if self._is_plain_end(text, start, match.start()):
            return True
        if ENUMERATOR.fullmatch(text, start, match.start() + 1):
            return False
        last = _LAST_WORD.match(text, start, match.start())
        following = _NEXT_WORD.match(text, match.end())
        if last is None or following is None:
            return True
        return not is_abbreviation(last[0], following[1], self._language)

    def _is_plain_end(self, text: str, start: int, stop: int) -> bool:
        """Return whether the full stop at `stop` is behind a plain word, as most are: no abbreviation, no list item."""
        word = text[max(start, text.rfind(" ", start, stop) + 1) : stop]
        is_word = len(word) > 1 and word.isalpha() and word.strip("ivxIVX") != ""
        return is_word and word.casefold() not in self._shortened

    def is_plain(self, word: str) -> bool:
        """Return whether a word is one token wherever it stands: of unaccented letters, no abbreviation, no month."""
        return word.isascii() and word.isalpha() and word.casefold() not in self._shortened


@cache
def tokeniser_for(language: Language) -> Tokeniser:
    """Return the tokeniser for a language; the same object for the same language."""
    return Tokeniser(language)


def count_words(text: str) -> int:
    """Return how many words, numbers and dates a text has, without the table of any language."""
    return tokeniser_for(NO_LANGUAGE).count_words(text, Span(0, len(text)))


def _leading_space(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end].isspace():
        end += 1
    return end - start


def _dictionary_words(text: str, start: int, end: int) -> Iterator[tuple[int, int, TokenKind]]:
    """Cut a run of an unspaced script by ICU. Its offsets count UTF-16 units, so string lengths are added up."""
    if end - start == 1:
        yield start, end, "word"
        return
    position = start
    for piece in WordBreaker(text[start:end], "en"):
        yield position, position + len(piece), "word"
        position += len(piece)
