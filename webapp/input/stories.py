"""Texts that hold several stories one after another, as archives of a topic do.

Tag Archives: UN                        above the first story
Talks on the bridge fail                a headline
3 May 2026                              a line of one form below each: a date, or "By" and a name, or the same end
Paragraphs                              the story
Source : AP                             a line of one form at the end of each, which is left out
The bridge will close                   the next headline

A single story has no second headline with such a line; its subheads stand above prose at once. Nothing depends on the
words of a language.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass

from webapp.engine.text.tokenise import count_words

MIN_STORY_WORDS = 60
"""Range: 30..150. Why: a teaser with a date has a sentence or two. Cases: tests/input/test_stories.py."""

MIN_STORY_PARAGRAPHS = 2
"""Range: 2..4. Why: as above."""

MAX_LINE_WORDS = 16
MAX_LINE_CHARS = 110
"""A longer line is no headline. Range: 80..200. Why: headlines of agencies have up to 100 letters."""

MAX_FORMS = 8
"""Forms of lines that are tried, those of most lines first. Range: 3..30. Why: each takes a pass over the text."""

MIN_HEADLINE_CHARS = 6
MAX_MARK_WORDS = 12
MAX_PARTICLE_CHARS = 3

LINE = re.compile(r"\S[^\r\n]*")
DOTS = re.compile(r"(?:[.…]\s?){3,}$")
PROSE_END = re.compile(r"[.。।۔።][\"'”’»“)\]]*$")
DATE = re.compile(
    r"\b\d{1,2}\.?\s+(?:\w+\s+)?\w+\.?,?\s+\d{4}\b|\b\w+\.?\s+\d{1,2},?\s+\d{4}\b"
    r"|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\b|\d{4}\s*年\s*\d{1,2}\s*月"
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that is not empty: where it begins and ends, and whether it is prose."""

    text: str
    start: int
    end: int
    is_prose: bool

    @property
    def is_headline(self) -> bool:
        return not self.is_prose and len(self.text) >= MIN_HEADLINE_CHARS and not DATE.search(self.text)

    @property
    def forms(self) -> Iterator[str]:
        """Yield the forms by which a line below a headline may be like those below others."""
        words = [word for word in self.text.split() if any(map(str.isalnum, word))]
        if len(words) > MAX_MARK_WORDS:
            return
        if DATE.search(self.text):
            yield "a date"
        if DOTS.search(self.text):
            yield "dots"
        if len(words) > 1 and words[0].isalpha() and all(map(_is_of_name, words[1:])):
            yield words[0].casefold()


def stories_in(text: str) -> list[str]:
    """Return the stories of a text that holds several, each once and from its headline on; else the text alone."""
    lines = [_line(found) for found in LINE.finditer(text)]
    likely = sorted(_starts(lines).values(), key=len, reverse=True)[:MAX_FORMS]
    candidates = [_valid(_pieces(lines, starts)) for starts in likely]
    pieces = max(candidates, key=len, default=[])
    if len(pieces) < 2:
        return [text]
    return list(dict.fromkeys(text[piece[0].start : piece[-1].end] for piece in pieces))


def _line(found: re.Match[str]) -> TextLine:
    text = found[0].rstrip()
    is_long = len(text) > MAX_LINE_CHARS or len(text.split()) > MAX_LINE_WORDS
    is_prose = is_long or (PROSE_END.search(text) is not None and not DOTS.search(text))
    return TextLine(text, found.start(), found.start() + len(text), is_prose)


def _is_of_name(word: str) -> bool:
    """Return whether a word may be part of a name in a script with capitals: "Ann", "van"."""
    return word[0].isupper() or (word.islower() and len(word) <= MAX_PARTICLE_CHARS)


def _starts(lines: Sequence[TextLine]) -> dict[str, list[int]]:
    """Return the lines where stories may begin, by the form of the line below their headline or above it."""
    starts: dict[str, list[int]] = defaultdict(list)
    for at in range(len(lines) - 1):
        if not lines[at].is_headline or not any(line.is_prose for line in lines[at + 1 : at + 4]):
            continue
        if not lines[at + 1].is_prose:
            for form in lines[at + 1].forms:
                starts[form].append(at)
        elif at and not lines[at - 1].is_prose and DATE.search(lines[at - 1].text):
            starts["a date above"].append(at - 1)
    return starts


def _pieces(lines: Sequence[TextLine], starts: Sequence[int]) -> list[Sequence[TextLine]]:
    """Return the lines from each start to the next, up to the line that ends each."""
    pieces = [lines[start:stop] for start, stop in zip(starts, [*starts[1:], len(lines)], strict=True)]
    endings = {_ending(piece[-1]) for piece in pieces[:-1]}
    return [_until(piece, endings) for piece in pieces] if len(endings) == 1 else pieces


def _until(piece: Sequence[TextLine], endings: Set[str]) -> Sequence[TextLine]:
    """Return the lines down to the one that ends a story; below that of the last story stand lines of the page."""
    below = max((at + 1 for at, line in enumerate(piece) if line.is_prose), default=0)
    ends = (at for at in range(below, len(piece)) if _ending(piece[at]) in endings - {""})
    return piece[: next(ends, len(piece))]


def _ending(line: TextLine) -> str:
    """Return the first word of a line below a story, with what follows up to a colon; "" for prose."""
    return "" if line.is_prose else re.split(r"[:：]", line.text)[0].split()[0].casefold()


def _valid(pieces: Sequence[Sequence[TextLine]]) -> list[Sequence[TextLine]]:
    """Return the pieces that are stories, without teasers."""
    return [
        piece
        for piece in pieces
        if sum(line.is_prose for line in piece) >= MIN_STORY_PARAGRAPHS
        and sum(count_words(line.text) for line in piece if line.is_prose) >= MIN_STORY_WORDS
    ]
