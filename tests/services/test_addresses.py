"""A page is stored with the evidence of its fetching, once for each text, on a database of either kind."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.fetching.sites import Site, answer, gate, site
from webapp.errors import AddressRefused, TooLarge, TooMany
from webapp.fetching.model import FetchRules
from webapp.services import Guard, Rate, Services
from webapp.settings import Settings
from webapp.storage.database import Database

STORY = "<!doctype html><title>Mayor</title><p>The mayor of Lyon said {}. Nobody else came to the meeting."


@pytest.fixture
def pages() -> dict[str, bytes]:
    """What the site answers; tests may change it."""
    return {"/story": answer(STORY.format("no")), "/other": answer(STORY.format("no"))}


@pytest.fixture
def news(pages: dict[str, bytes]) -> Iterator[Site]:
    with site(pages) as served:
        yield served


@pytest.fixture
def services(database: Database, tmp_path: Path, news: Site) -> Services:
    return Services(database, Settings(data_dir=tmp_path), fetch=gate(news).fetch)


def test_what_comes_from_one_address_is_one_article_in_versions(
    services: Services, news: Site, pages: dict[str, bytes]
) -> None:
    address = f"http://news.example:{news.port}/story"
    article = services.add_article(services.read_address(address))
    assert services.add_article(services.read_address(address)) == article
    pages["/story"] = answer(STORY.format("yes"))
    assert services.choose([services.read_address(address)]) == [services.article(article).versions[0].id]
    newest, first = services.article(article).versions
    assert (newest.number, first.number, newest.origin) == (2, 1, "url")
    assert datetime.fromisoformat(str(services.version(first.id).capture["fetched_at"])) <= first.captured_at


def test_the_same_text_at_two_addresses_is_two_articles(services: Services, news: Site) -> None:
    found = {
        services.add_article(services.read_address(f"http://news.example:{news.port}/{path}"))
        for path in ("story", "other")
    }
    assert len(found) == 2


def test_a_page_that_was_compared_belongs_to_the_library(services: Services, news: Site) -> None:
    """A pasted text is deleted with the last link that uses it; what was fetched is kept."""
    (version,) = services.choose([services.read_address(f"http://news.example:{news.port}/story")])
    services.prune()
    assert services.version(version).article.title == "Mayor"


def test_a_page_over_the_limit_of_a_text_is_refused_with_the_limit(
    database: Database, small_settings: Settings, news: Site, pages: dict[str, bytes]
) -> None:
    """BAD_INPUT 13 and 26."""
    pages["/story"] = answer("<p>" + "word " * 5_000)
    services = Services(database, small_settings, fetch=gate(news).fetch)
    with pytest.raises(TooLarge, match="The page of news.example is too long: it has .* and the limit is 20,000"):
        services.read_address(f"http://news.example:{news.port}/story")


def test_the_gate_of_the_settings_is_the_one_that_is_asked(database: Database, tmp_path: Path, news: Site) -> None:
    """BAD_INPUT 12."""
    address = f"http://127.0.0.1:{news.port}/story"
    with pytest.raises(AddressRefused) as refused:
        Services(database, Settings(data_dir=tmp_path)).read_address(address, "old_text")
    assert refused.value.field == "old_text"
    listed = Settings(data_dir=tmp_path, fetch_hosts=(f"127.0.0.1:{news.port}",))
    assert Services(database, listed).read_address(address).title == "Mayor"


class TwoAMinute(Guard):
    """Lets two texts in."""

    def __init__(self) -> None:
        self._rate = Rate(2, "new texts", lambda: 0.0)

    def imports(self, texts: int) -> None:
        self._rate.take("somebody", texts)


def test_a_fetch_counts_as_a_new_text_once_and_before_anything_is_asked(
    database: Database, tmp_path: Path, news: Site
) -> None:
    """BAD_INPUT 48."""
    services = Services(database, Settings(data_dir=tmp_path), TwoAMinute(), fetch=gate(news).fetch)
    for _ in range(2):
        services.add_article(services.read_address(f"http://news.example:{news.port}/story"))
    with pytest.raises(TooMany):
        services.read_address(f"http://news.example:{news.port}/story")
    assert news.connections == 2


def test_the_rules_are_those_of_the_settings(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, fetch_addresses=False, fetch_contact="it@newsroom.example")
    assert settings.fetch_rules == FetchRules(is_on=False, own_hosts=settings.hosts, contact="it@newsroom.example")
