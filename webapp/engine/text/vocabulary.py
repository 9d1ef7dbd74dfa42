"""The interned tokens of both texts. Each distinct token is analysed once and becomes a Form, compared by identity.

form    a token as written                       one for Labour, another for labour; equal for the reader if `key` is
word    a token without case and spelling        one for labour, Labour and labor
unit    a form at its place, with the white space after it
"""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from typing import NamedTuple, get_args

from webapp.engine.context import Context
from webapp.engine.span import Span
from webapp.engine.text.normalise import LOOSE, stem, token_key
from webapp.engine.text.tokenise import TokenKind, tokeniser_for


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A loose key: a content word, a function word or, if neither, punctuation."""

    text: str
    stem: str
    is_content: bool
    is_function: bool


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A token as it is written. Equal keys are equal numbers, in both texts."""

    text: str
    kind: TokenKind
    key: int
    word: Word


class Units(NamedTuple):
    """The units of a stretch, in three columns. A token is `[start, end)`; its unit ends where the next one starts.

    The offsets are 32-bit arrays: as objects those of two million marks would take a quarter of a gigabyte.
    """

    forms: tuple[Form, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def where(self, wanted: Sequence[object]) -> "Units":
        """Return the units that are wanted."""
        starts, ends = (array("I", compress(places, wanted)) for places in (self.starts, self.ends))
        return Units(tuple(compress(self.forms, wanted)), starts, ends)


def join_units(parts: Sequence[Units]) -> Units:
    """Return the units of neighbouring stretches as those of one."""
    if len(parts) == 1:
        return parts[0]
    starts = array("I", chain.from_iterable(part.starts for part in parts))
    ends = array("I", chain.from_iterable(part.ends for part in parts))
    return Units(tuple(chain.from_iterable(part.forms for part in parts)), starts, ends)


class Vocabulary:
    """Interns the tokens of both texts: `forms[kind][text]` is the same object for the same text."""

    def __init__(self, context: Context) -> None:
        self.tokeniser = tokeniser_for(context.language)
        self._language = context.language
        self._ignore = context.options.ignore
        self.forms: Mapping[TokenKind, Mapping[str, Form]] = {kind: _Forms(self, kind) for kind in get_args(TokenKind)}
        self._keys: dict[str, int] = {}
        self._words: dict[str, Word] = {}
        self._paragraphs: dict[str, list[tuple[int, int, str]]] = {}

    def units(self, text: str, span: Span) -> Units:
        """Return the units of `text[span]`, at least one; marks only where the reader does not ignore them."""
        units = self._all_units(text, span)
        if "punctuation" not in self._ignore:
            return units
        is_word = [form.kind != "punctuation" for form in units.forms]
        return units.where(is_word if any(is_word) else [True])

    def _all_units(self, text: str, span: Span) -> Units:
        forms: list[Form] = []
        starts, ends = array("I"), array("I")
        for start, end, kind in self.tokeniser.tokens(text, span):
            forms.append(self.forms[kind][text[start:end]])
            starts.append(start)
            ends.append(end)
        return Units(tuple(forms), starts, ends)

    def sentences(self, paragraph: str) -> Sequence[tuple[int, int, str]]:
        """Return (start, end, text on one line) of a paragraph's sentences; equal paragraphs are cut once."""
        if paragraph not in self._paragraphs:
            spans = self.tokeniser.sentences(paragraph, Span(0, len(paragraph)))
            self._paragraphs[paragraph] = [(*span, " ".join(paragraph[slice(*span)].split())) for span in spans]
        return self._paragraphs[paragraph]

    def make_form(self, text: str, kind: TokenKind) -> Form:
        """Make the form of a new token."""
        key = token_key(text, self._ignore, self._language)
        key = text if key == text else key  # one string, not two equal ones: a long text has many words
        return Form(text, kind, self._keys.setdefault(key, len(self._keys)), self._word(text, kind))

    def _word(self, text: str, kind: TokenKind) -> Word:
        loose = token_key(text, LOOSE, self._language)
        loose = text if loose == text else loose
        if loose not in self._words:
            is_function = kind == "word" and loose in self._language.function_words
            is_content = kind != "punctuation" and not is_function
            self._words[loose] = Word(loose, stem(loose), is_content, is_function)
        return self._words[loose]


class _Forms(dict[str, Form]):
    """The forms of one kind, made at the first look-up."""

    def __init__(self, vocabulary: Vocabulary, kind: TokenKind) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._kind = kind

    def __missing__(self, text: str) -> Form:
        self[text] = self._vocabulary.make_form(text, self._kind)
        return self[text]
