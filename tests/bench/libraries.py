"""Libraries of invented articles, one in ten a version of an earlier one: it takes half its sentences or more from it.

Articles that are no versions share no sentence.
"""

from collections.abc import Iterator, Sequence
from random import Random

from tests.bench.prose import Prose
from webapp.finding.entry import entry_of
from webapp.storage.database import Database
from webapp.storage.records import Description
from webapp.storage.store import Store

SENTENCES, IN_A_PARAGRAPH = 22, 3
ONE_IN = 10
MIN_KEPT = 0.5
OUTLETS, LANGUAGES = 200, ("en", "de", "fr", "pt-BR")
IN_ONE_WRITE = 500


class InventedLibrary:
    """Articles by their numbers, from 0. `origins`: of which one a version is."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._prose = Prose(seed)
        self.texts: list[list[str]] = []
        self.origins: dict[int, int] = {}

    def write(self, count: int) -> None:
        """Write so many more articles, each a list of sentences."""
        for number in range(len(self.texts), len(self.texts) + count):
            if number % ONE_IN == ONE_IN - 1:
                self.origins[number] = ONE_IN * self._random.randrange(number // ONE_IN + 1)
                self.texts.append(self._version(self.texts[self.origins[number]]))
            else:
                self.texts.append([self._prose.plain() for _ in range(SENTENCES)])

    def alone(self) -> list[int]:
        """Return the articles that are no versions and have none."""
        return sorted(set(range(len(self.texts))) - self.origins.keys() - set(self.origins.values()))

    def _version(self, text: Sequence[str]) -> list[str]:
        kept = set(self._random.sample(range(SENTENCES), self._random.randint(int(MIN_KEPT * SENTENCES), SENTENCES)))
        return [sentence if place in kept else self._prose.plain() for place, sentence in enumerate(text)]


def store_all(database: Database, library: InventedLibrary) -> Iterator[int]:
    """Store the articles and yield their ids."""
    for first in range(0, len(library.texts), IN_ONE_WRITE):
        with database.write() as store:
            stored = [
                _store(store, number, sentences)
                for number, sentences in enumerate(library.texts[first : first + IN_ONE_WRITE], first)
            ]
        yield from stored


def _store(store: Store, number: int, sentences: Sequence[str]) -> int:
    parts = (sentences[start : start + IN_A_PARAGRAPH] for start in range(0, len(sentences), IN_A_PARAGRAPH))
    text = "\n\n".join(map(" ".join, parts))
    language = LANGUAGES[number % len(LANGUAGES)]
    article_id = store.articles.add(
        Description(f"Story {number}", f"Outlet {number % OUTLETS}", language=language), "paste"
    )
    store.versions.add(article_id, store.texts.add({text: len(text.split())})[text], {}, "paste")
    for article in store.index.touched():
        store.index.put(article, entry_of(article.head, article.text))
    return article_id
