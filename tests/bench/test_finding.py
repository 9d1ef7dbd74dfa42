"""The bench of the search, on a small library: every version is found by its origin, and nothing else is."""

from contextlib import closing
from pathlib import Path

from tests.bench.finding import questions, rates
from tests.bench.libraries import InventedLibrary, store_all
from webapp.services import Services
from webapp.settings import Settings
from webapp.storage.database import Database

ARTICLES = 300
MIN_FOUND, MAX_FALSE = 0.98, 0.01


def test_versions_are_found_as_relatives_and_others_are_not(database_url: str, tmp_path: Path) -> None:
    with closing(Database(database_url)) as database:
        database.migrate()
        library = InventedLibrary(seed=7)
        library.write(ARTICLES)
        ids = list(store_all(database, library))
        services = Services(database, Settings(data_dir=tmp_path))
        found, false = rates(library, services, ids, asked=ARTICLES)
        for ask in questions(library, services, ids).values():
            ask()
    assert found >= MIN_FOUND
    assert false <= MAX_FALSE
