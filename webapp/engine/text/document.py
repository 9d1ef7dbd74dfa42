"""A text, cut and interned, as the stages see it. Units and counts are computed lazily.

A sentence *owns* the text from its first character to the next sentence's first, so that the owned blocks tile the
text; the first sentence also owns the white space before it. A *unit* is a token with the white space (and, where the
reader ignores punctuation, the marks) that follow it: units tile the block.
"""

import hashlib
from array import array
from collections.abc import Iterator, Mapping
from functools import cache, cached_property

import regex

from webapp.engine.context import Context
from webapp.engine.model import Side
from webapp.engine.span import Span
from webapp.engine.text.crowding import gather, is_crowded
from webapp.engine.text.labels import line_labels
from webapp.engine.text.line_breaks import NO_LINES, continued_lines
from webapp.engine.text.normalise import on_one_line
from webapp.engine.text.paragraphs import lines_of, split_paragraphs
from webapp.engine.text.stops import CLOSERS, NOTES, STOPS
from webapp.engine.text.vocabulary import Units, Vocabulary
from webapp.patterns import lazy_pattern

# Words of a line that may be a headline, subhead, label or byline.
# Range: 10–40 words
# Why: the longest headline of the samples has 16
# Cases: 8: *828cloud-archive--ctv-scrape*, *back-translation--ctv-scrape* …
MAX_HEADLINE_WORDS = 20

# Matched from the line's end, over a few characters: it is tried once for each sentence of a line.
_EMPTY_LINE = lazy_pattern(r"\n[ \t\r]*\n")
_STOP = lazy_pattern(rf"(?r){STOPS}\s?+(?:{NOTES}|{CLOSERS}){{0,8}}+", regex.V1)


# What `#` stands for in the words of a table.
_NUMBER = r"\p{N}(?:[.,'\u00a0\u202f]?\p{N}){0,12}+[kKmM]?"


@cache
def opening_pattern(words: frozenset[str]) -> "regex.Pattern[str]":
    """Return what matches these words at the beginning of a line, behind marks of lists."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    alternatives = "|".join(map(regex.escape, longest_first)).replace(r"\#", _NUMBER) or r"(?!)"
    return regex.compile(rf"[(\[ \p{{Pd}}*•·▪►»]{{0,8}}+({alternatives})(?!\p{{L}})", regex.IGNORECASE)


def cut_texts(old_text: str, new_text: str, context: Context) -> tuple["Document", "Document"]:
    """Cut both texts, with one vocabulary; two equal texts are one Document."""
    vocabulary = Vocabulary(context)
    crowded = any(is_crowded(text, vocabulary.tokeniser, context.limits) for text in {old_text, new_text})
    if new_text == old_text:
        document = Document(old_text, vocabulary, crowded)
        return document, document
    lines = continued_lines(old_text, new_text, vocabulary.tokeniser) if not crowded else NO_LINES
    return Document(old_text, vocabulary, crowded, lines[0]), Document(new_text, vocabulary, crowded, lines[1])


class Document:
    """One side's text with its paragraphs and sentences; units are cut on demand and kept.

    `crowded`: neighbouring short lines and sentences are read together (`crowding.py`).
    `continued`: lines that go on with the line before them (`line_breaks.py`).
    """

    def __init__(
        self, text: str, vocabulary: Vocabulary, crowded: bool, continued: frozenset[int] = frozenset()
    ) -> None:
        self.text = text
        self.is_crowded = crowded
        self._vocabulary = vocabulary
        self.paragraphs = tuple(gather(text, lines_of(text))) if crowded else split_paragraphs(text, continued)
        cut = list(self._stretches() if crowded else self._sentences())
        self.sentences = tuple([sentence for sentence, _, _ in cut])
        # Equal keys mean equal sentences but for white space; cheaper than units. Used for anchors, never for edits.
        self.sentence_keys = tuple([key for _, key, _ in cut])
        self._paragraph_of = array("I", [paragraph for _, _, paragraph in cut])
        self._openings: dict[tuple[int, frozenset[str]], str] = {}
        self._starts = (0, *(sentence.start for sentence in self.sentences[1:]), len(text))
        self._units: dict[int, Units] = {}

    def _sentences(self) -> Iterator[tuple[Span, str, int]]:
        for index, (start, end) in enumerate(self.paragraphs):
            for first, last, key in self._vocabulary.sentences(self.text[start:end]):
                yield Span(start + first, start + last), key, index

    def _stretches(self) -> Iterator[tuple[Span, str, int]]:
        for index, paragraph in enumerate(self.paragraphs):
            for stretch in gather(self.text, self._vocabulary.tokeniser.sentences(self.text, paragraph)):
                yield stretch, on_one_line(self.text[slice(*stretch)]), index

    @cached_property
    def _label_ends(self) -> Mapping[int, int]:
        """Where the labels of sentences end that begin a line of a list."""
        if self.is_crowded:
            return {}
        by_line = line_labels(self.text, self.paragraphs, self._vocabulary.has_ordinal_dot)
        starts = {self.paragraphs[line].start: end for line, end in by_line.items()}
        ends = [starts.get(sentence.start, 0) for sentence in self.sentences] if starts else ()
        return {index: end for index, end in enumerate(ends) if 0 < end < self.sentences[index].end}

    @cached_property
    def body_keys(self) -> tuple[str, ...]:
        """The keys of the sentences without the labels of their lines: one inserted line numbers the others anew."""
        if not self._label_ends:
            return self.sentence_keys
        keys = list(self.sentence_keys)
        for index, end in self._label_ends.items():
            keys[index] = on_one_line(self.text[end : self.sentences[index].end])
        return tuple(keys)

    def body_start(self, sentence: int) -> int:
        """Return where a sentence begins behind the label of its line."""
        return self._label_ends.get(sentence, self.sentences[sentence].start)

    def paragraph_of(self, sentence: int) -> int:
        """Return the index of the paragraph that holds a sentence."""
        return self._paragraph_of[sentence]

    def line(self, sentence: int) -> Span:
        """Return the paragraph that holds a sentence."""
        return self.paragraphs[self.paragraph_of(sentence)]

    def is_headline(self, sentence: int) -> bool:
        """Return whether a sentence is a short line of its own that does not end as prose does."""
        if self.line(sentence) != self.sentences[sentence] or self.ends_as_prose(sentence):
            return False
        line = self.text[slice(*self.sentences[sentence])]
        if line.endswith((",", ";", ":")) or len(line.split()) > MAX_HEADLINE_WORDS:
            return False
        return not (line[0].islower() or self._runs_on(sentence))

    def opening(self, sentence: int, words: frozenset[str]) -> str:
        """Return the one of these words that the paragraph of a sentence begins with, in any case; "" for none."""
        place = self._paragraph_of[sentence], words
        known = self._openings.get(place)
        if known is None:
            opening = opening_pattern(words).match(self.text, *self.line(sentence))
            known = self._openings[place] = opening[1] if opening else ""
        return known

    def ends_as_prose(self, sentence: int) -> bool:
        """Return whether the paragraph of a sentence ends with a full stop or its like."""
        return _STOP.match(self.text, *self.line(sentence)) is not None

    def ends_as_statement(self, sentence: int) -> bool:
        """Return whether the paragraph of a sentence ends as prose, and in no question or call."""
        return self.ends_as_prose(sentence) and self.text[self.line(sentence).end - 1] not in "?!？！؟;"

    def _runs_on(self, sentence: int) -> bool:
        """Return whether the next line begins with a small letter: a line was broken, and no headline ended.

        Behind an empty line it is another paragraph: "di Carla Venturi".
        """
        following = self.sentences[sentence + 1 : sentence + 2]
        if not following or not self.text[following[0].start].islower():
            return False
        return not _EMPTY_LINE.search(self.text, self.sentences[sentence].end, following[0].start)

    def block(self, sentence: int) -> Span:
        """Return the stretch of text that a sentence owns."""
        return Span(self._starts[sentence], self._starts[sentence + 1])

    def units(self, sentence: int) -> Units:
        """Return the units of a sentence's block, at least one."""
        if sentence not in self._units:
            self._units[sentence] = self.cut(self.sentences[sentence])
        return self._units[sentence]

    def drop_units(self, sentences: range) -> None:
        """Drop the units of compared sentences: those of a long text take much memory."""
        for sentence in sentences:
            self._units.pop(sentence, None)

    def count_words(self, sentence: int) -> int:
        """Return how many words, numbers and dates a sentence has behind its label; from its units if they were cut."""
        start = self.body_start(sentence)
        if sentence in self._units:
            forms, starts, _ = self._units[sentence]
            return sum(form.kind != "punctuation" and at >= start for form, at in zip(forms, starts, strict=True))
        return self.count_words_in(Span(start, self.sentences[sentence].end))

    def count_words_in(self, span: Span) -> int:
        """Return how many words, numbers and dates a stretch of the text has."""
        return self._vocabulary.count_words(self.text, span)

    def side(self, words: int, story: tuple[Span, ...]) -> Side:
        """Return the public form, with what later stages found."""
        sha256 = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        return Side(self.text, sha256, words, self.paragraphs, self.sentences, story)

    def cut(self, span: Span) -> Units:
        """Return the units of a stretch that lies inside one sentence and what it owns, at least one."""
        return self._vocabulary.units(self.text, span)
