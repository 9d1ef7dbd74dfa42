"""What every test may ask for: a Chromium, and enough generated texts."""

import os
import shutil

import pytest
from hypothesis import settings

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
NO_CHROMIUM = (
    "no Chromium found, so nothing was tried in a browser: install one (Debian: apt-get install chromium; "
    "macOS: brew install --cask chromium) or set CHROMIUM to its path"
)

settings.register_profile("ci", max_examples=1_000, deadline=None, print_blob=True)
settings.register_profile("nightly", max_examples=50_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("STET_HYPOTHESIS_PROFILE", "ci"))


def find_chromium() -> str | None:
    """Return the path of a Chromium: the one that `CHROMIUM` names, else the first on the path."""
    named = os.environ.get("CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium. None is a skip, or with `STET_REQUIRE_CHROMIUM` set a failure."""
    found = find_chromium()
    if found is None:
        (pytest.fail if os.environ.get("STET_REQUIRE_CHROMIUM") else pytest.skip)(NO_CHROMIUM)
    return found
