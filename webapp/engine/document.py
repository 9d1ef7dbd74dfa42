"""A text, cut and interned, as the stages see it. Whatever is not asked for is not computed.

A sentence *owns* the text from its first character to the next sentence's first, so that the owned blocks tile the
text; the first sentence also owns the white space before it. A *unit* is a token with the white space (and, where the
reader ignores punctuation, the marks) that follow it: units tile the block.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import regex

from webapp.engine.model import Options, Side, Span
from webapp.engine.normalise import loose_ignore, stem, token_key
from webapp.engine.tokenise import Tokeniser, TokenKind, split_paragraphs

# Headlines, subheads, labels, bylines; range 10..40 words, default 20: the longest headline of the samples has 16.
MAX_HEADLINE_WORDS = 20

_ENDS_PROSE = regex.compile(r"[.!?…。！？।؟][\"'”’»)\]」』]*\s*$|[,;:]\s*$")


class Unit(NamedTuple):
    """A token and what travels with it: the token is `[start, end)`, the unit ends where the next one starts.

    `key` is interned: equal keys are equal numbers, in both texts. `word` is the id of the loose key.
    """

    start: int
    end: int
    kind: TokenKind
    key: int
    word: int


@dataclass(frozen=True, slots=True)
class Word:
    """What the engine knows of a loose key: content, grammar (`is_function`) or, being neither, punctuation."""

    text: str
    stem: str
    is_content: bool
    is_function: bool


class Vocabulary:
    """Interns the tokens of both texts once: a key or a word is a small number from then on."""

    def __init__(self, tokeniser: Tokeniser, options: Options) -> None:
        self.tokeniser = tokeniser
        self.options = options
        self.words: list[Word] = []
        self._ids: dict[tuple[str, TokenKind], tuple[int, int]] = {}
        self._keys: dict[str, int] = {}
        self._loose: dict[str, int] = {}
        self._cut_paragraphs: dict[str, list[tuple[int, int, str]]] = {}

    def intern(self, text: str, kind: TokenKind) -> tuple[int, int]:
        """Return the ids of a token's key and of its word."""
        ids = self._ids.get((text, kind))
        if ids is None:
            language = self.tokeniser.language
            key = token_key(text, self.options.ignore, language)
            ids = (self._keys.setdefault(key, len(self._keys)), self._intern_word(text, kind))
            self._ids[text, kind] = ids
        return ids

    def cut(self, paragraph: str) -> Sequence[tuple[int, int, str]]:
        """Return (start, end, text on one line) of a paragraph's sentences; the same paragraph is cut once only."""
        if paragraph not in self._cut_paragraphs:
            spans = self.tokeniser.sentences(paragraph, Span(0, len(paragraph)))
            self._cut_paragraphs[paragraph] = [(*span, " ".join(paragraph[slice(*span)].split())) for span in spans]
        return self._cut_paragraphs[paragraph]

    def _intern_word(self, text: str, kind: TokenKind) -> int:
        language = self.tokeniser.language
        loose = token_key(text, loose_ignore(), language)
        if loose not in self._loose:
            is_function = kind == "word" and loose in language.function_words
            is_content = kind != "punctuation" and not is_function
            self._loose[loose] = len(self.words)
            self.words.append(Word(loose, stem(loose), is_content, is_function))
        return self._loose[loose]


class Document:
    """One side's text with its paragraphs and sentences; units, keys and counts are made on demand and kept."""

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.paragraphs = split_paragraphs(text)
        sentences: list[Span] = []
        keys: list[str] = []
        for start, end in self.paragraphs:
            for first, last, key in vocabulary.cut(text[start:end]):
                sentences.append(Span(start + first, start + last))
                keys.append(key)
        self.sentences = tuple(sentences)
        # What makes sentences word for word the same, cheaper than their units: used to anchor, never to draw.
        self.sentence_keys = tuple(keys)
        self._units: dict[int, tuple[Unit, ...]] = {}

    @cached_property
    def paragraph_starts(self) -> tuple[int, ...]:
        return tuple(paragraph.start for paragraph in self.paragraphs)

    def paragraph_of(self, sentence: int) -> int:
        """Return the index of the paragraph that holds a sentence."""
        return bisect_right(self.paragraph_starts, self.sentences[sentence].start) - 1

    def line(self, sentence: int) -> str:
        """Return the paragraph that holds a sentence."""
        return self.text[slice(*self.paragraphs[self.paragraph_of(sentence)])]

    def is_headline(self, sentence: int) -> bool:
        """Tell whether a sentence is a short line of its own that does not end as prose does."""
        line = self.line(sentence)
        is_whole_line = len(line) == self.sentences[sentence].end - self.sentences[sentence].start
        if not is_whole_line or _ENDS_PROSE.search(line) or len(line.split()) > MAX_HEADLINE_WORDS:
            return False
        return not (line[0].islower() or self._runs_on(sentence))

    def _runs_on(self, sentence: int) -> bool:
        """Tell whether the next line begins with a small letter: a line was broken, and no headline ended."""
        following = self.sentences[sentence + 1 : sentence + 2]
        return bool(following) and self.text[following[0].start].islower()

    def block(self, sentence: int) -> Span:
        """Return the stretch of text that a sentence owns."""
        is_last = sentence + 1 == len(self.sentences)
        start = self.sentences[sentence].start if sentence else 0
        return Span(start, len(self.text) if is_last else self.sentences[sentence + 1].start)

    def units(self, sentence: int) -> tuple[Unit, ...]:
        """Return the units of a sentence's block, at least one."""
        if sentence not in self._units:
            self._units[sentence] = self.cut(self.sentences[sentence])
        return self._units[sentence]

    def has_units(self, sentence: int) -> bool:
        """Tell whether a sentence is cut into units already."""
        return sentence in self._units

    def count_words(self, sentence: int) -> int:
        """Return how many words, numbers and dates a sentence has; its units are used where they are made already."""
        if sentence in self._units:
            return sum(unit.kind != "punctuation" for unit in self._units[sentence])
        return self.vocabulary.tokeniser.count_words(self.text, self.sentences[sentence])

    def side(self, words: int, story: tuple[Span, ...]) -> Side:
        """Return the public form; what the stages found by then is handed in."""
        sha256 = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        return Side(self.text, sha256, words, self.paragraphs, self.sentences, story)

    def cut(self, span: Span) -> tuple[Unit, ...]:
        """Return the units of a stretch that lies inside one sentence and what it owns, at least one."""
        intern, text = self.vocabulary.intern, self.text
        tokens = self.vocabulary.tokeniser.tokens(text, span)
        units = [
            Unit(start, end, kind, *intern(text[start:end], kind)) for start, end, kind in tokens if kind != "space"
        ]
        if "punctuation" in self.vocabulary.options.ignore:
            units = [unit for unit in units if unit.kind != "punctuation"] or units[:1]
        return tuple(units)
