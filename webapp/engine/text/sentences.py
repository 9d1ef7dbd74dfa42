"""Cuts paragraphs into sentences: at the stops of any script, but where what follows shows that the sentence goes on.

He left on Aug. 31.      “We are done!” Holm shouted.      “I... I can’t.”      one sentence each
He left.12 She stayed    他走了。她留下了。                    He left.She stayed  two each
"""

import re
from collections.abc import Iterator

import regex

from webapp.engine.languages.function_words import fold
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import shortened_words, words_of_speech
from webapp.engine.span import Span
from webapp.engine.text.abbreviations import Stop, is_abbreviation
from webapp.engine.text.stops import ANY_STOP, CLOSE_STOPS, CLOSERS, NOTES, STOPS
from webapp.patterns import lazy_pattern

# Behind opening marks, a currency sign or a picture and, in Afrikaans and Dutch, a clipped article: 'n Man, 's Avonds.
_OPENERS = r"[\p{Ps}\p{Pi}\p{Pf}\p{Pd}\p{Sc}\p{So}\"'ʻʼ¿¡•*…\s]*+(?:(?<=['’‘ʼ])[nst]\s+)?+"
_TO_NEXT_WORD = rf"\s{_OPENERS}"
# A word that may open a sentence. Georgian has small letters only.
_FIRST = r"(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}\p{Georgian}]|[#@]\p{L})"
# A run of stops is matched from its first stop only; from the others the match would be the same.
_BEHIND = rf"(?:{CLOSERS}|{NOTES})*+"
_BOUNDARY = lazy_pattern(
    rf"""
      (?P<spaced>
          (?<!{STOPS}) {STOPS}+ {_BEHIND} (?: (?<=\p{{Ll}}{{2}}\.) \p{{N}}{{1,2}} )?+ (?: \s[»›](?=\s) )?
      ) (?= {_TO_NEXT_WORD} {_FIRST} )
    | (?P<joined> (?<=\p{{Ll}}{{2}}) [.!?] [”’»]? ) (?= \p{{Lu}}\p{{Ll}}*+ (?: \s | , ) )
    | (?P<close>
          (?<!{CLOSE_STOPS}|[?!…]) [?!…]*+ (?> ॥\s?\p{{N}}{{1,4}}\s?॥ | {CLOSE_STOPS} )
          (?: {STOPS} | {CLOSERS} | {NOTES} )*+
      ) (?= \s*+ \S )
    | (?P<urdu> (?<= \p{{Arabic}}{{3}} ) (?<! ۔\p{{Arabic}}{{1,5}} ) ۔ ) (?= \p{{Arabic}} ) (?! \p{{Arabic}}{{1,5}}۔ )
    """,
    regex.VERBOSE | regex.V1,
)
_ANY_STOP = re.compile(ANY_STOP)  # the library's own patterns find single characters sooner
# Matched backwards from its end, not searched for from the sentence's start.
_LAST_WORD = lazy_pattern(r"(?r)[\p{L}\p{M}\p{N}.&'’°№-]+")
_NEXT_WORD = lazy_pattern(rf"\s?{_OPENERS}[#@]?([\p{{L}}\p{{M}}\p{{N}}]+\.?)", regex.V1)
_CLOSED = lazy_pattern(rf"(?r){CLOSERS}", regex.V1)
_OPENED = lazy_pattern(r"\p{Ps}")
_TAG = lazy_pattern(r"\s+((?:[\p{L}\p{M}'’-]{1,40}+(?:(?<=\b\p{L}{1,2})\.)?\s?+){2,4}+)")
# A clause of a script without spaces.
_CLAUSE = lazy_pattern(r"[\p{L}\p{M}\p{N}]{1,16}+")
_TITLE = lazy_pattern(r"(?r)[《〈][^《〈》〉]{1,40}+")

# Characters of its sentence that are read before a full stop's word.
# Range: 20–200 characters
# Why: a number or a few short words
# Cases: none
MAX_CHARS_BEFORE = 40

# Marks and spaces before the number or letter of a list item.
# Range: 5–100 marks
# Why: brackets, bullets and spaces are few, and a row of marks must not be read again for each full stop behind it
MAX_MARKS_BEFORE_ENUMERATOR = 20
_ENUMERATED = r"(?:\p{N}{1,3}(?:\.\p{N}{1,3}){0,4}|\p{L}|[ivxIVX]{1,5})[.)]"
ENUMERATOR = lazy_pattern(rf"\W{{0,{MAX_MARKS_BEFORE_ENUMERATOR}}}{_ENUMERATED}")

_Match = regex.Match[str]


class SentenceCutter:
    """Cuts the paragraphs of one language."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._shortened = shortened_words(language)
        self._speech = words_of_speech(language)
        self._openings_of_tags = tuple(self._speech)

    def sentences(self, text: str, paragraph: Span) -> Iterator[Span]:
        """Yield the sentences of a paragraph, without the white space after them."""
        start = paragraph.start
        for match in _boundaries(text, paragraph):
            if self._ends_sentence(text, start, match):
                yield Span(start, match.end())
                start = match.end() + _leading_space(text, match.end())
        if start < paragraph.end:
            yield Span(start, paragraph.end)

    def _ends_sentence(self, text: str, start: int, match: _Match) -> bool:
        stop = match.start()
        if match.lastgroup == "close":
            return not (_is_in_title(text, start, match) or self._is_unspaced_tag(text, start, match))
        if text[stop] != "." or text.startswith("..", stop):
            return not (_is_stammer(text, start, match) or self._is_speech_tag(text, match))
        return self._is_plain_end(text, start, stop) or self._is_full_stop(text, start, match)

    def _is_full_stop(self, text: str, start: int, match: _Match) -> bool:
        """Return whether a full stop behind a number, an initial, an abbreviation or a mark ends the sentence."""
        if ENUMERATOR.fullmatch(text, start, match.start() + 1):
            return False
        last = _LAST_WORD.match(text, start, match.start())
        following = _NEXT_WORD.match(text, match.end())
        if last is None or following is None:
            return True
        before = text[max(start, last.start() - MAX_CHARS_BEFORE) : last.start()]
        word = last[0].replace("’", "'").rpartition("'")[2]
        return not is_abbreviation(Stop(before, word, following[1]), self._language)

    def _is_plain_end(self, text: str, start: int, stop: int) -> bool:
        """Return whether the full stop at `stop` is behind a plain word, as most are: no abbreviation, no list item."""
        word = text[max(start, text.rfind(" ", start, stop) + 1) : stop]
        is_word = len(word) > 1 and word.isalpha() and word.strip("ivxIVX") != ""
        return is_word and word.casefold() not in self._shortened

    def _is_speech_tag(self, text: str, match: _Match) -> bool:
        """Return whether a name and a word of saying follow a quotation that ends with ! or ?: “Go!” Holm shouted.

        A pronoun in capitals opens a new sentence.
        """
        if not self._speech or not _CLOSED.match(text, match.start(), match.end()):
            return False
        tag = _TAG.match(text, match.end())
        if tag is None:
            return False
        first, *others = tag[1].split()
        if not first[0].isupper():
            return any(word in self._speech for word in (first, *others))
        return fold(first) not in self._language.function_words and any(word in self._speech for word in others)

    def _is_unspaced_tag(self, text: str, start: int, match: _Match) -> bool:
        """Return whether the clause behind a closed quotation says who spoke: “走吧。”他说。 「行こう。」と述べた。"""
        if not _CLOSED.match(text, match.start(), match.end()):
            return False
        if text[match.end() - 1] in "）】)":
            return not _OPENED.match(text, start)
        clause = _CLAUSE.match(text, match.end())
        if clause is None or not self._speech:
            return False
        return clause[0].startswith(self._openings_of_tags) or any(
            word in clause[0] for word in self._speech if len(word) > 1
        )


def _boundaries(text: str, paragraph: Span) -> Iterator[_Match]:
    """Yield the places where a sentence may end."""
    done = paragraph.start
    for stop in _ANY_STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.start() >= done and (match := _BOUNDARY.match(text, stop.start(), paragraph.end)):
            done = match.end()
            yield match


def _is_in_title(text: str, start: int, match: _Match) -> bool:
    """Return whether a stop stands inside the marks of a title: 《走吧！爸爸》."""
    title = _TITLE.match(text, start, match.start())
    return title is not None and not _CLOSED.match(text, match.start(), match.end())


def _is_stammer(text: str, start: int, match: _Match) -> bool:
    """Return whether dots open a sentence, or stand between a word and the same again: “I... I can’t.”"""
    if text[match.start()] not in ".…":
        return False
    last = _LAST_WORD.match(text, start, match.start())
    if last is None:
        return match.start() - start < MAX_CHARS_BEFORE and not text[start : match.start()].strip("\"'“‘„«([ ")
    following = _NEXT_WORD.match(text, match.end())
    if following is None:
        return False
    word, next_word = fold(last[0]), fold(following[1])
    return word == next_word or (len(word) == 1 and next_word.startswith(word))


def _leading_space(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end].isspace():
        end += 1
    return end - start
