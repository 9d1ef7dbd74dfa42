"""Histories of invented stories, each the same for the same seed, and what is known of every sentence.

A news page is captured again and again. Between two captures its story is edited, sentences come, go, come back and
change places, and the page around it changes: a counter, a clock, teasers, comments.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from re import Match

from tests.bench.prose import Prose, Sentence
from tests.importers.news_pages import BLOCK, EDIT, NEWS_PAGES, NewsPage
from webapp.importers.formats import read

SENTENCES = 16
MOVED_BY = 6
BESIDE = {
    "consent dialog first",
    "dates in time elements",
    "interview",
    "next story below",
    "newsletter box inside",
    "paywall note",
    "picture gallery",
    "regional paper",
    "results in a table",
    "video on top",
}
"""Pages of which a line beside the story, such as a ticker, is taken for story, or the headline is not."""

ENGLISH = [page for page in NEWS_PAGES if "lang=en" in page.markup or 'lang="en' in page.markup]
PAGES = [page for page in ENGLISH if page.name not in BESIDE]
PAGES_BESIDE = [page for page in ENGLISH if page.name in BESIDE]


@dataclass
class History:
    """A history of a story on a page.

    stories  the sentences of each capture's story, in order
    edits    the place of a capture, a sentence of the one before, and what became of it
    """

    seed: int
    page: NewsPage
    captures: int
    sentences: int = SENTENCES
    stories: list[list[str]] = field(default_factory=list)
    edits: set[tuple[int, str, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._random, self._writer = Random(f"history {self.seed}"), Prose(self.seed)
        self._gone: list[str] = []
        self._headline = " ".join(self._sentence().replace(",", "").split(" ")[:7])
        self.stories.append([self._headline, *(self._sentence() for _ in range(self.sentences))])
        while len(self.stories) < self.captures:
            self.stories.append(self._revised(self.stories[-1]))

    def pages(self) -> list[str]:
        """Return the text of each capture: the story with its page around it."""
        return [self._captured(place, story) for place, story in enumerate(self.stories)]

    def stays(self) -> dict[str, list[tuple[int, int | None]]]:
        """Return when each sentence came and went, as places of captures."""
        found: dict[str, list[tuple[int, int | None]]] = {}
        for place, story in enumerate([*self.stories, []]):
            for sentence, stays in found.items():
                if stays[-1][1] is None and sentence not in story and place < len(self.stories):
                    stays[-1] = (stays[-1][0], place)
            for sentence in story:
                stays = found.setdefault(sentence, [])
                if not stays or stays[-1][1] is not None:
                    stays.append((place, None))
        return found

    def _revised(self, story: list[str]) -> list[str]:
        """Return the story after one to three events; two do not touch the same or neighbouring sentences."""
        story, free = list(story), set(range(1, len(story) - 1))
        for _ in range(self._random.randint(1, 3)):
            if not free:
                break
            at = self._random.choice(sorted(free))
            free -= {at - 1, at, at + 1}
            story[at] = self._event(story, story[at])
        story = [sentence for part in story for sentence in part.split("\n") if sentence]
        return self._moved(story) if self._random.random() < 0.2 else story

    def _event(self, story: list[str], sentence: str) -> str:
        """Return what stands in place of a sentence: lines of sentences, none if it goes."""
        kind = self._random.choice(["edit", "edit", "add", "remove", "return"])
        if kind == "edit":
            edited = self._edited(sentence)
            self.edits.add((len(self.stories), sentence, edited))
            return edited
        if kind == "remove" and len(story) > self.sentences // 2:
            self._gone.append(sentence)
            return ""
        if kind == "return" and self._gone:
            return f"{sentence}\n{self._gone.pop(self._random.randrange(len(self._gone)))}"
        return f"{sentence}\n{self._sentence()}"

    def _moved(self, story: list[str]) -> list[str]:
        at = self._random.randrange(1, len(story) - 1 - MOVED_BY)
        moved = story.pop(at)
        return [*story[: at + MOVED_BY], moved, *story[at + MOVED_BY :]]

    def _edited(self, sentence: str) -> str:
        """Return a sentence with another word in its middle, which no version of it had."""
        words = sentence.split(" ")
        words[len(words) // 2] = self._writer.word() + str(self._random.randrange(100, 999))
        return " ".join(words)

    def _sentence(self) -> str:
        """Return a sentence of at least ten words without quotations, which none has been before."""
        while True:
            sentence = self._writer.sentence()
            if len(sentence.tokens) >= 10 and _is_plain(sentence):
                return sentence.text

    def _captured(self, place: int, story: list[str]) -> str:
        """Return the text of a news page that shows a story, its teasers, counters and clocks as they were then."""
        random = Random(f"page {self.seed} {place}")
        markup = EDIT.sub(lambda edit: edit[random.randint(1, 2)], self.page.markup)
        blocks = [block[1] for block in BLOCK.finditer(markup)]
        body = blocks.index(max(blocks[1:], key=len))
        shown = iter(range(len(blocks)))

        def replaced(_: Match[str]) -> str:
            block = next(shown)
            return self._headline if block == 0 else "</p><p>".join(story[1:]) if block == body else ""

        return read(BLOCK.sub(replaced, markup).encode(), "page.html").text


def _is_plain(sentence: Sentence) -> bool:
    return sentence.text.isascii() and '"' not in sentence.text


def history(seed: int, pages: Sequence[NewsPage] = PAGES, captures: int = 0, sentences: int = SENTENCES) -> History:
    """Return the history of this seed, of 6 to 12 captures if their number is not given."""
    return History(seed, pages[seed % len(pages)], captures or 6 + seed % 7, sentences)
