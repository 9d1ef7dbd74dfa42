"""Fixtures for all tests: a Chromium, profiles of generated texts, a database of either kind."""

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

settings.register_profile(
    "stet", max_examples=int(os.environ.get("STET_EXAMPLES", "1000")), deadline=None, print_blob=True
)
settings.load_profile("stet")


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one named by `CHROMIUM`, else the first found in the usual places."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium. Without one, skip the test, or fail if `STET_REQUIRE_CHROMIUM` is set."""
    found = find_chromium()
    if found is None:
        stop = pytest.fail if os.environ.get("STET_REQUIRE_CHROMIUM") else pytest.skip
        stop(NO_CHROMIUM)
    return found


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The address of a PostgreSQL database. Without one, skip the test, or fail if `STET_REQUIRE_POSTGRES` is set."""
    with throwaway_postgres() as url:
        if url is None:
            (pytest.fail if os.environ.get("STET_REQUIRE_POSTGRES") else pytest.skip)(NO_POSTGRES)
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind in turn."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'stet.sqlite3'}"
    url: str = request.getfixturevalue("postgres_url")
    empty_postgres(url)
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """A migrated database."""
    database = Database(database_url)
    database.migrate()
    yield database
    database.close()


@pytest.fixture
def tell(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Report a measurement at the end of the run, whether or not the test passes."""
    return partial(record_property, MEASURED)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print measurements, and each reason for skipping once with its number of tests."""
    for outcome in ("passed", "failed"):
        for report in terminalreporter.getreports(outcome):
            for name, words in report.user_properties:
                if name == MEASURED and report.when == "call":
                    terminalreporter.write_line(str(words))
    reasons = Counter(report.longrepr[2] for report in terminalreporter.getreports("skipped"))
    for reason, tests in reasons.items():
        terminalreporter.write_line(f"{reason} ({tests} tests)")
