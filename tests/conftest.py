"""What every test may ask for: a Chromium, enough generated texts, a database of either kind."""

import os
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings

from tests.databases import NO_POSTGRES, empty_postgres, throwaway_postgres
from webapp.storage.database import Database

CHROMIUM_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
NO_CHROMIUM = (
    "there is no Chromium: install one (Debian: apt-get install chromium; macOS: Google Chrome will do) "
    "or set CHROMIUM to the path of yours"
)

MEASURED = "measured"

settings.register_profile("ci", max_examples=5_000, deadline=None, print_blob=True)
settings.register_profile("nightly", max_examples=50_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("STET_HYPOTHESIS_PROFILE", "ci"))


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one that `CHROMIUM` names, else the first that is where one would be."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium. None is a skip, or with `STET_REQUIRE_CHROMIUM` set a failure."""
    found = find_chromium()
    if found is None:
        stop = pytest.fail if os.environ.get("STET_REQUIRE_CHROMIUM") else pytest.skip
        stop(NO_CHROMIUM)
    return found


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL database. None is a skip, or with `STET_REQUIRE_POSTGRES` set a failure."""
    with throwaway_postgres() as url:
        if url is None:
            (pytest.fail if os.environ.get("STET_REQUIRE_POSTGRES") else pytest.skip)(NO_POSTGRES)
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, first of one kind and then of the other."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'stet.sqlite3'}"
    url: str = request.getfixturevalue("postgres_url")
    empty_postgres(url)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A database with its tables."""
    database = Database(database_url)
    database.migrate()
    yield database
    database.close()


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Say what was measured at the end of the run, whether the test passes or not."""
    return partial(record_property, MEASURED)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was measured; and once, not once a test, what was skipped and why."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, words in report.user_properties:
                if name == MEASURED and report.when == "call":
                    terminalreporter.write_line(str(words))
    reasons = Counter(report.longrepr[2] for report in terminalreporter.getreports("skipped"))
    for reason, tests in reasons.items():
        terminalreporter.write_line(f"{reason} ({tests} tests)")
