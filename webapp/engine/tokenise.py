"""A paragraph into sentences and tokens. Joined again they are the text, exactly.

    He left on Aug. 31, the U.N. said.      one paragraph, one sentence
    He|left|on|Aug. 31|,|the|U.N.|said|.    its tokens: a date and an abbreviation are words, not pieces

Scripts written with spaces are cut by one pattern, runs of the others by ICU's dictionaries: Unicode's default
boundaries cut Han into single characters and Thai into letters, and ICU's English rules cut `Aug. 31` and `U.N.`.
"""

from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import regex
from icu4py.breakers import WordBreaker

from webapp.engine.languages import NO_LANGUAGE, Language
from webapp.engine.model import Span

TokenKind = Literal["word", "number", "date", "punctuation", "space"]


_WORD_KINDS = frozenset({"word", "number", "date"})


class Token(NamedTuple):
    """A word, a number, a date, a mark or a run of white space; offsets are code points into the text."""

    start: int
    end: int
    kind: TokenKind


# With the separators that str.isspace() counts and the pattern's own class does not.
_SPACE = r"[\s\x1c-\x1f]"
_UNSPACED = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー々〆〻]"

# A joiner holds two runs of letters or digits together: co-operation, don't, 35,000,000, 10:30, 2017–2019, AT&T,
# example.org. A slash joins digits only, since "and/or" is two words.
_JOINER = r"""
    (?: [-‐‑](?=[\p{L}\p{N}])
      | (?<=[\p{L}\p{M}])['’ʼ](?=\p{L})
      | (?<=\p{N})[.,:/–](?=\p{N})
      | (?<=\p{L})\.(?=\p{Ll}{2})
      | (?<=\p{Lu})&(?=\p{Lu})
      | [·\u200c\u200d](?=[\p{L}\p{M}])
    )
"""
_LETTERS = r"[[\p{L}\p{M}\p{N}_]--" + _UNSPACED + "]"
_RUN = rf"{_LETTERS}+ (?: {_JOINER} {_LETTERS}+ )*+"

_GROUPED_DIGITS = r"(?<![\p{N}.,])\d{1,3}(?:\s+\d{3})++(?![\p{N}\p{L}])(?:[.,]\d+)?"
_SIGN = r"(?<=^|[\s(\[“\"‘])[-−–+](?=\p{Sc}?\p{Nd})"
_NUMBER = rf"""
    (?: {_SIGN} )?
    (?: \p{{Lu}}{{0,3}}\p{{Sc}}\s*+ )?
    (?: {_GROUPED_DIGITS} | (?=\p{{Nd}}) {_RUN} )
    (?: \s*+[%‰] )?
"""

_CLOSERS = r"[\"'”’“‘»›«‹)\]}」』）】]"
_OPENERS = r"[\"'“‘„‚«‹»›(\[{「『（【¿¡\-–—•*]"
_BOUNDARY = regex.compile(
    rf"""
      (?P<stop> [.!?…؟۔։።।॥။។]+ {_CLOSERS}* (?:\s»(?=\s))? )
          (?= \s+ (?:{_OPENERS}\s*)* [\p{{Lu}}\p{{Lt}}\p{{Lo}}\p{{N}}] )
    | (?P<full> [。！？｡]+ {_CLOSERS}* ) (?= \s* [^\s。！？｡] )
    """,
    regex.VERBOSE,
)
_HAS_UNSPACED = regex.compile(_UNSPACED)
_LAST_WORD = regex.compile(
    r"(?r)[\p{L}\p{M}\p{N}.&'’-]+"
)  # read from its end, not looked for from the sentence's start
_NEXT_WORD = regex.compile(rf"\s+(?:{_OPENERS}\s*)*([\p{{L}}\p{{M}}\p{{N}}]+)")
ENUMERATOR = regex.compile(r"\W*(?:\p{N}{1,3}|\p{L}|[ivxIVX]{1,5})[.)]")


class Tokeniser:
    """The cutter for one language. Make it with `tokeniser_for`, which keeps the compiled patterns."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._token = regex.compile(_token_pattern(language), regex.VERBOSE | regex.V1)
        self._plain = regex.compile(_plain_pattern(language), regex.VERBOSE | regex.V1)

    def tokens(self, text: str, span: Span | None = None) -> list[Token]:
        """Return the tokens of `text[span]`, white space among them; they tile the span."""
        start, end = span or (0, len(text))
        tokens: list[Token] = []
        for token_start, token_end, kind in self.visible_tokens(text, Span(start, end)):
            if start < token_start:
                tokens.append(Token(start, token_start, "space"))
            tokens.append(Token(token_start, token_end, kind))
            start = token_end
        return [*tokens, Token(start, end, "space")] if start < end else tokens

    def visible_tokens(self, text: str, span: Span) -> Iterator[tuple[int, int, TokenKind]]:
        """Yield (start, end, kind) of the tokens of `text[span]`, but for its white space."""
        for match in self._token.finditer(text, *span):
            kind = match.lastgroup
            if kind == "unspaced":
                yield from _dictionary_words(text, *match.span(kind))
            elif kind:
                yield *match.span(kind), kind  # type: ignore[misc]  # the groups' names

    def count_words(self, text: str, span: Span) -> int:
        """Return how many words, numbers and dates `text[span]` has."""
        if self._plain.fullmatch(text, *span):
            return text.count(" ", *span) + 1
        if _HAS_UNSPACED.search(text, *span):
            return sum(kind != "punctuation" for _, _, kind in self.visible_tokens(text, span))
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
        if ENUMERATOR.fullmatch(text, start, match.start() + 1):
            return False
        last = _LAST_WORD.match(text, start, match.start())
        following = _NEXT_WORD.match(text, match.end())
        if last is None or following is None:
            return True
        return not self._is_abbreviation(last[0], following[1])

    def _is_abbreviation(self, word: str, following: str) -> bool:
        """Tell whether the full stop after `word` belongs to it and the sentence goes on with `following`."""
        language, lower = self.language, word.lower()
        if word.isdecimal():
            return len(word) <= 2 and (language.ordinal_dot or following.lower() in language.months)
        if _is_initials(word):
            return following.lower() not in language.function_words
        if lower in language.month_abbreviations:
            return following[0].isdecimal()
        if lower in language.abbreviations_before_number:
            return following[0].isdecimal()
        return lower in language.abbreviations


@cache
def tokeniser_for(language: Language) -> Tokeniser:
    """Return the tokeniser for a language; the same object for the same language."""
    return Tokeniser(language)


def count_words(text: str, language: Language = NO_LANGUAGE) -> int:
    """Return how many words, numbers and dates a text has."""
    return tokeniser_for(language).count_words(text, Span(0, len(text)))


def _leading_space(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end].isspace():
        end += 1
    return end - start


def _is_initials(word: str) -> bool:
    """`U.N`, `B.C` or a single capital as in `Edith M. Lederer`."""
    parts = word.split(".")
    return all(len(part) == 1 and part.isalpha() for part in parts) and parts[0].isupper()


def _dictionary_words(text: str, start: int, end: int) -> Iterator[tuple[int, int, TokenKind]]:
    """Cut a run of an unspaced script by ICU, whose offsets count UTF-16 units: the lengths of its strings do not."""
    position = start
    for piece in WordBreaker(text[start:end], "en"):
        yield position, position + len(piece), "word"
        position += len(piece)


def _token_pattern(language: Language) -> str:
    months = _alternatives(language.month_abbreviations.union(language.months))
    suffix = rf"(?:{_alternatives(language.ordinal_suffixes)}|\.)?"
    connector = rf"(?:(?:{_alternatives(language.date_connectors)})\s+)?"
    abbreviations = _alternatives(
        language.abbreviations.union(language.month_abbreviations) - language.abbreviations_before_number
    )
    before_number = _alternatives(language.abbreviations_before_number)
    return rf"""
    (?:
      (?P<word> [A-Za-z][a-z]*+ (?=[\ ,][^\d]) )  # most words of most texts; whatever is more is decided below
    | (?P<unspaced> {_UNSPACED}[{_UNSPACED}\p{{M}}]*+ )
    | (?P<date>
          (?i:{months})\.?\s+\d{{1,2}}{suffix}(?<!\.)(?![\p{{L}}\p{{N}}]|[.,:/–-]\d)
        | (?<![\p{{N}}.,:/])\d{{1,2}}{suffix}\s+{connector}(?i:{months})(?![\p{{L}}\p{{N}}])
      )
    | (?P<number> {_NUMBER} )
    | (?P<word>
          https?://[^\s<>"”“]*[\p{{L}}\p{{N}}/]
        | [\p{{L}}\p{{N}}._+-]+@[\p{{L}}\p{{N}}-]+(?:\.[\p{{L}}\p{{N}}-]+)+
        | \p{{Lu}}(?:\.\p{{L}})+\.?(?![\p{{L}}\p{{N}}])
        | \p{{L}}(?:\.\p{{L}})+\.(?![\p{{L}}\p{{N}}])
        | (?i:{abbreviations})\.(?=\s+[\p{{L}}\p{{N}}])
        | (?i:{before_number})\.(?=\s+\p{{N}})
        | (?=\p{{L}}) {_RUN}
      )
    | (?P<punctuation> (?P<mark>[.\-—–_*=~…])(?P=mark)*+ | (?!{_SPACE})\X )
    | (?={_SPACE})
    ) {_SPACE}*+
    """


def _plain_pattern(language: Language) -> str:
    """Return what a sentence matches that has as many words as spaces and one: most of English prose does.

    It holds letters, numbers, single spaces and the commonest marks, and no number stands beside another or a month.
    """
    months = _alternatives(language.month_abbreviations.union(language.months))
    connector = rf"(?:(?:{_alternatives(language.date_connectors)})\ )?"
    plain = rf"""(?:
        [A-Za-z]++ (?:['’-][A-Za-z]++)*+
      | (?<!\d[,;:]?\ | (?i:{months})\ ) \d++ (?:[.,]\d++)*+ (?! [\p{{L}}%‰] | \ [\d%‰] | \ {connector}(?i:{months}) )
    )"""
    return rf"(?: [\"“(]? {plain} [,;:]? [\"”)]? \ )*+ [\"“(]? {plain} [,;:]? [.!?]? [\"”)]?"


def _alternatives(words: frozenset[str]) -> str:
    """Longest first, so that a word is not mistaken for its own beginning; a pattern that never matches for none."""
    return "|".join(regex.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) or r"(?!)"
