"""`python -m tests.bench.finding [ARTICLES] [ADDRESS]`: how soon a large library answers, and how well.

Invented articles are stored in a new database: an SQLite file, or the empty PostgreSQL database at ADDRESS. Then words,
phrases and relatives are looked for, each kind many times, by the verbs that pages and API use. Printed are the median
time and that which one in twenty exceeds; how many of the versions have their origin among their relatives; and for how
many articles without a version one is named all the same.
"""

import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from rich.console import Console

from tests.bench.libraries import OUTLETS, InventedLibrary, store_all
from tests.bench.prose import words_by_rank
from tests.bench.report import Sheet, as_rich
from webapp.services import Selection, Services
from webapp.settings import Settings
from webapp.storage.database import Database

ARTICLES = 10_000
TIMES = 200
ASKED = 1_000


def timed(ask: Callable[[], object]) -> float:
    """Return how many milliseconds a question takes."""
    start = perf_counter()
    ask()
    return 1_000 * (perf_counter() - start)


def questions(library: InventedLibrary, services: Services, ids: Sequence[int]) -> dict[str, Callable[[], object]]:
    """Return the kinds of questions. Each asks something else every time."""
    random, words = Random(1), words_by_rank()

    def phrase() -> str:
        written = random.choice(random.choice(library.texts)).split()
        start = random.randrange(len(written) - 3)
        return f'"{" ".join(written[start : start + 3])}"'

    return {
        "a rare word": lambda: services.find_articles(f"{random.choice(words[5_000:])} "),
        "a common word": lambda: services.find_articles(f"{random.choice(words[:20])} "),
        "two words": lambda: services.find_articles(f"{random.choice(words[:200])} {random.choice(words[200:2_000])} "),
        "a phrase": lambda: services.find_articles(phrase()),
        "three letters": lambda: services.find_articles(random.choice(words)[:3]),
        "a word of an outlet": lambda: services.find_articles(
            f"{random.choice(words[200:2_000])} ", selection=Selection(outlet=f"Outlet {random.randrange(OUTLETS)}")
        ),
        "an outlet": lambda: services.find_articles(selection=Selection(outlet=f"outlet {random.randrange(OUTLETS)}")),
        "a language": lambda: services.find_articles(selection=Selection(language=random.choice(["en", "pt"]))),
        "the newest": lambda: services.find_articles(),
        "relatives": lambda: services.relatives(random.choice(ids)),
    }


def rates(library: InventedLibrary, services: Services, ids: Sequence[int], asked: int) -> tuple[float, float]:
    """Return the share of versions whose origin is found, and of articles without a version for which one is named."""
    random, alone = Random(2), library.alone()
    versions = random.sample(sorted(library.origins), min(asked, len(library.origins)))
    found = [ids[library.origins[number]] in _relatives(services, ids[number]) for number in versions]
    false = [bool(_relatives(services, ids[number])) for number in random.sample(alone, min(asked, len(alone)))]
    return sum(found) / len(found), sum(false) / len(false)


def _relatives(services: Services, article_id: int) -> set[int]:
    return {relative.article.id for relative in services.relatives(article_id, limit=50)}


def main() -> None:
    """Print the table."""
    count = int(sys.argv[1]) if sys.argv[1:] else ARTICLES
    with TemporaryDirectory() as place:
        address = sys.argv[2] if sys.argv[2:] else f"sqlite:///{Path(place) / 'stet.sqlite3'}"
        with closing(Database(address)) as database:
            database.migrate()
            library = InventedLibrary(seed=13)
            library.write(count)
            start = perf_counter()
            ids = list(store_all(database, library))
            rows = [["stored a second", f"{count / (perf_counter() - start):,.0f}", ""]]
            services = Services(database, Settings(data_dir=Path(place)))
            for kind, ask in questions(library, services, ids).items():
                times = [timed(ask) for _ in range(TIMES)]
                rows.append([kind, f"{median(times):.1f} ms", f"{quantiles(times, n=20)[-1]:.1f} ms"])
            found, false = rates(library, services, ids, ASKED)
            rows += [["relatives found", f"{found:.3f}", ""], ["false relatives", f"{false:.3f}", ""]]
    Console().print(as_rich(Sheet(f"{count:,} articles", ["", "median", "one in twenty takes more than"], rows)))


if __name__ == "__main__":
    main()
