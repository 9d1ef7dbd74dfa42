"""What a link tells of its texts is what was told when it was made, and is under the sum that is checked."""

import json
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from tests.databases import execute
from tests.storage.old_databases import LINK, fill, make_old_database
from webapp.engine import Options, compare
from webapp.engine.codec import to_json
from webapp.services import Paste, Permalink, Services, public_json
from webapp.services.exports import export_permalink
from webapp.settings import Settings
from webapp.storage.database import Database
from webapp.storage.records import Description

SIDES = [Paste("The mayor said no.", "Nine", "The Daily"), Paste("The mayor said yes.", "Noon", "The Daily")]
ANEW = Description("Nine o'clock", "The Weekly", published=date(2024, 3, 1), language="en")


@pytest.fixture
def shared(services: Services) -> Permalink:
    return services.share(SIDES, Options()).permalink


def describe_anew(database: Database, article_id: int) -> None:
    with database.write() as store:
        store.articles.describe(article_id, ANEW)


def test_title_outlet_and_date_are_frozen_with_the_result(shared: Permalink) -> None:
    frozen = json.loads(shared.result_json)
    told = frozen.pop("sources")
    assert frozen == to_json(shared.comparison)
    assert told["old"] == {
        "title": "Nine",
        "outlet": "The Daily",
        "published": None,
        "language": "",
        "version": 1,
        "captured_at": shared.old.captured_at.isoformat(),
        "origin": "paste",
        "address": "",
    }
    assert told["new"]["title"] == "Noon"
    assert shared.result_sha256 == sha256(shared.result_json.encode()).hexdigest()


def test_what_is_shown_stays_when_the_article_is_described_anew_and_the_newer_is_told_beside_it(
    services: Services, database: Database, shared: Permalink
) -> None:
    describe_anew(database, shared.old.article.id)
    after = services.permalink(shared.public_id)
    assert (after.result_json, after.new, after.new_today) == (shared.result_json, shared.new, None)
    assert (after.old.article.title, after.old.article.outlet) == ("Nine", "The Daily")
    assert (after.old.article.published, after.old.article.language) == (None, "")
    assert after.old_today is not None
    assert (after.old_today.title, after.old_today.outlet) == ("Nine o'clock", "The Weekly")
    assert services.verify(shared.public_id).holds
    for ending in ("txt", "html", "tei.xml", "docx"):
        file, before = (export_permalink(link, ending) for link in (after, shared))
        assert file == before


def test_a_description_that_was_altered_in_the_link_is_found_by_the_sum_of_the_result(
    services: Services, database_url: str, shared: Permalink
) -> None:
    altered = shared.result_json.replace('"title":"Nine"', '"title":"Ten"')
    assert altered != shared.result_json
    execute(database_url, "UPDATE comparison SET result = :result", result=zlib.compress(altered.encode()))
    found = services.verify(shared.public_id)
    assert [check.what for check in found.checks if not check.holds] == ["result"]


def test_the_check_says_what_is_under_its_sums_and_still_finds_the_same_result(
    services: Services, shared: Permalink
) -> None:
    found = services.verify(shared.public_id)
    assert (found.holds, found.has_sources) == (True, True)
    assert found.today is not None
    assert found.today.is_same


def test_of_a_version_captured_otherwise_later_the_link_says_what_it_said(
    services: Services, database_url: str, shared: Permalink
) -> None:
    execute(database_url, "UPDATE version SET origin = 'api', captured_at = '2001-01-01 00:00:00+00:00'")
    after = services.permalink(shared.public_id)
    assert (after.old.origin, after.old.captured_at) == ("paste", shared.old.captured_at)


@pytest.fixture
def old_link(database_url: str, tmp_path: Path) -> Iterator[tuple[Services, Database]]:
    """A link that was frozen before descriptions were."""
    make_old_database(database_url, "0002")
    written = public_json(compare("Body 1", "Body 2", Options())).encode()
    fill(database_url, zlib.compress(written), sha256(written).hexdigest())
    with closing(Database(database_url)) as database:
        database.migrate()
        yield Services(database, Settings(data_dir=tmp_path)), database


def test_a_link_from_before_says_that_what_it_tells_is_of_today(old_link: tuple[Services, Database]) -> None:
    services, database = old_link
    before = services.permalink(LINK)
    assert (before.has_sources, before.old.article.title, before.old_today) == (False, "Title 1", None)
    describe_anew(database, before.old.article.id)
    after = services.permalink(LINK)
    assert (after.old.article.title, after.old_today) == ("Nine o'clock", None)
    assert replace(after, old=before.old) == before
    found = services.verify(LINK)
    assert (found.holds, found.has_sources) == (True, False)
    written = " ".join(export_permalink(after, "txt").data.decode().split())
    assert written.count("title, outlet and date as they are today, for they were not frozen") == 2
