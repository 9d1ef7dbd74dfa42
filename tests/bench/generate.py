"""Two versions of a generated text, and the list of what was done to make the second from the first.

The list is unambiguous: a replacement is a word that its sentence does not hold, a moved paragraph goes so far that
nobody would say the others moved, and where words are few, those replaced keep apart. A reader wants two changes with
a mere "the" between them drawn as one, so neighbours would say less about who found what was done.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from random import Random
from typing import Literal, NamedTuple

from tests.bench.prose import Prose, Sentence, Token
from webapp.engine.span import Span


class Known(NamedTuple):
    """One thing that was done, in code points: a word replaced, a sentence deleted or inserted, a paragraph moved."""

    op: Literal["replace", "delete", "insert", "move"]
    old: Span | None
    new: Span | None


@dataclass(frozen=True)
class TextPair:
    """Two texts and all that was done; `known` is None where nobody can say."""

    old: str
    new: str
    known: tuple[Known, ...] | None = None


@dataclass(frozen=True)
class Rates:
    """How much is done: shares of the words, sentences and paragraphs, 0..1, and words left between two replaced."""

    replaced: float
    sentences: float = 0.0
    moved: float = 0.0
    words_apart: int = 0


REVISED = Rates(replaced=0.02, sentences=0.02, moved=0.01, words_apart=3)
REWORDED = Rates(replaced=0.30)
MIN_PARAGRAPHS_MOVED = 10


@dataclass(frozen=True, eq=False)
class Paragraph:
    sentences: list[Sentence]
    source: "Paragraph | None" = None
    is_moved: bool = False


def revised(rates: Rates, words: int, seed: int) -> TextPair:
    """Return a text of at least `words` words and its revision."""
    writer = Prose(seed)
    old = [Paragraph(sentences) for sentences in writer.paragraphs(words)]
    new = _Editor(writer, rates, Random(f"edits {seed}")).revise(old)
    return TextPair(_text(old), _text(new), tuple(_known(old, new)))


def unrelated(words: int, seed: int) -> TextPair:
    """Return two texts that share their vocabulary and nothing else."""
    old, new = ([Paragraph(sentences) for sentences in Prose(one).paragraphs(words)] for one in (seed, seed + 1))
    return TextPair(_text(old), _text(new))


class _Editor:
    def __init__(self, writer: Prose, rates: Rates, random: Random) -> None:
        self._writer = writer
        self._rates = rates
        self._random = random
        # Chosen so that the words skipped after each replacement leave the share of all words as asked for.
        self._chance = 1 / (1 / rates.replaced - rates.words_apart)

    def revise(self, old: list[Paragraph]) -> list[Paragraph]:
        targets = self._targets(len(old))
        order = sorted(range(len(old)), key=lambda i: (targets.get(i, i), i in targets))
        new = [Paragraph(list(self._edited(old[i].sentences)), old[i], i in targets) for i in order]
        return [paragraph for paragraph in new if paragraph.sentences]

    def _targets(self, count: int) -> dict[int, int]:
        """Return, for each paragraph that moves, the one after which it goes."""
        moved = self._random.sample(range(count), max(1, round(count * self._rates.moved)) if self._rates.moved else 0)
        distance = min(MIN_PARAGRAPHS_MOVED, count // 3)
        return {i: self._random.choice([j for j in range(count) if abs(i - j) >= distance]) for i in moved}

    def _edited(self, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
        for sentence in sentences:
            drawn = self._random.random()
            if drawn >= self._rates.sentences / 2:
                yield self._reworded(sentence)
            if self._rates.sentences / 2 <= drawn < self._rates.sentences:
                yield self._writer.sentence()

    def _reworded(self, sentence: Sentence) -> Sentence:
        taken = {token.word.lower() for token in sentence.tokens}
        tokens: list[Token] = []
        next_free = 0
        for index, token in enumerate(sentence.tokens):
            if index >= next_free and self._random.random() < self._chance:
                tokens.append(token._replace(word=self._other_word(token.word, taken)))
                next_free = index + 1 + self._rates.words_apart
            else:
                tokens.append(token)
        return Sentence(tuple(tokens), sentence)

    def _other_word(self, word: str, taken: set[str]) -> str:
        other = self._writer.word()
        while other in taken:
            other = self._writer.word()
        taken.add(other)
        return other.capitalize() if word[0].isupper() else other


def _text(paragraphs: Iterable[Paragraph]) -> str:
    return "\n".join(" ".join(sentence.text for sentence in paragraph.sentences) for paragraph in paragraphs)


def _starts(paragraphs: Iterable[Paragraph]) -> dict[Sentence, int]:
    """Return where each sentence begins in the text: one character parts sentences, and one parts paragraphs."""
    starts: dict[Sentence, int] = {}
    position = 0
    for sentence in chain.from_iterable(paragraph.sentences for paragraph in paragraphs):
        starts[sentence] = position
        position += len(sentence.text) + 1
    return starts


def _known(old: list[Paragraph], new: list[Paragraph]) -> Iterator[Known]:
    old_starts, new_starts = _starts(old), _starts(new)
    kept = {sentence.source for sentence in new_starts}
    yield from (Known("delete", _span(one, old_starts), None) for one in old_starts if one not in kept)
    for sentence in new_starts:
        if sentence.source is None:
            yield Known("insert", None, _span(sentence, new_starts))
        else:
            yield from _replacements(sentence.source, sentence, old_starts, new_starts)
    for paragraph in new:
        if paragraph.is_moved and paragraph.source:
            yield Known("move", _paragraph_span(paragraph.source, old_starts), _paragraph_span(paragraph, new_starts))


def _replacements(
    old: Sentence, new: Sentence, old_starts: dict[Sentence, int], new_starts: dict[Sentence, int]
) -> Iterator[Known]:
    i, j = old_starts[old], new_starts[new]
    for one, other in zip(old.tokens, new.tokens, strict=True):
        if one.word != other.word:
            yield Known("replace", _word_span(one, i), _word_span(other, j))
        i, j = i + len("".join(one)) + 1, j + len("".join(other)) + 1


def _word_span(token: Token, start: int) -> Span:
    return Span(start + len(token.before), start + len(token.before) + len(token.word))


def _span(sentence: Sentence, starts: dict[Sentence, int]) -> Span:
    return Span(starts[sentence], starts[sentence] + len(sentence.text))


def _paragraph_span(paragraph: Paragraph, starts: dict[Sentence, int]) -> Span:
    return Span(_span(paragraph.sentences[0], starts).start, _span(paragraph.sentences[-1], starts).end)
