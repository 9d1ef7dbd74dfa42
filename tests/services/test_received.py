"""What a version was read from is kept as it came, verified with a link, and deleted with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import count_rows, execute
from tests.fetching.sites import Site, answer, gate, site
from webapp.engine.options import Options
from webapp.errors import NotFound
from webapp.services import Imported, Paste, Services, new_delete_key, parse_terms
from webapp.settings import Settings
from webapp.storage.database import Database

PAGE = "<!doctype html><title>Mayor</title><p>The mayor of Lyon said no. Nobody else came to the meeting."
FILE = b"The mayor of Lyon said yes. Nobody else came to the meeting.\r\n"


@pytest.fixture
def news() -> Iterator[Site]:
    with site({"*": answer(PAGE)}) as served:
        yield served


@pytest.fixture
def services(database: Database, tmp_path: Path, news: Site) -> Services:
    return Services(database, Settings(data_dir=tmp_path), fetch=gate(news).fetch)


def from_file(name: str = "nine.txt") -> Paste:
    return Paste.of_file(FILE, Imported(FILE.decode(), "plain/1"), name=name)


def test_a_file_and_a_page_are_kept_as_they_came(services: Services, news: Site) -> None:
    page = services.read_address(f"http://news.example:{news.port}/story")
    for story, data, name in ((from_file(), FILE, "nine.txt"), (page, PAGE.encode(), "news.example.html")):
        (version,) = services.choose([story])
        received = services.received(version)
        assert (received.data, received.name) == (data, name)
        assert services.article(services.version(version).article.id).versions[0].has_received


def test_of_a_pasted_text_there_is_nothing_more(services: Services) -> None:
    (version,) = services.choose([Paste("The mayor said no.")])
    with pytest.raises(NotFound):
        services.received(version)
    assert not services.article(services.version(version).article.id).versions[0].has_received


def test_a_setting_keeps_texts_only(database: Database, tmp_path: Path) -> None:
    services = Services(database, Settings(data_dir=tmp_path, keep_received=False))
    (version,) = services.choose([from_file()])
    with pytest.raises(NotFound):
        services.received(version)
    assert services.version(version).capture["raw_sha256"]


def test_the_verification_of_a_link_covers_it(services: Services, news: Site, database_url: str) -> None:
    page = services.read_address(f"http://news.example:{news.port}/story")
    link = services.share([from_file(), page], Options()).permalink
    found = services.verify(link.public_id)
    assert found.holds
    assert [check.what for check in found.checks] == ["old", "new", "old_received", "new_received", "result"]
    execute(database_url, "UPDATE received SET data = :data WHERE version_id = :id", data=b"damaged", id=link.new.id)
    found = services.verify(link.public_id)
    assert [check.what for check in found.checks if not check.holds] == ["new_received"]


def test_it_is_deleted_with_the_link_that_it_was_given_for(services: Services, database_url: str) -> None:
    key = new_delete_key()
    shared = services.share([from_file(), Paste("The mayor said no.")], Options(), parse_terms("", "", "never", key))
    assert count_rows(database_url)["received"] == 1
    services.delete(shared.permalink.public_id, key)
    assert count_rows(database_url)["received"] == 0


def test_the_same_file_again_is_kept_once(services: Services, database_url: str) -> None:
    assert services.choose([from_file()]) == services.choose([from_file("again.txt")])
    assert count_rows(database_url)["received"] == 1
