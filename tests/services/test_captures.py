"""A version says by itself how it came here; what is not known is not said."""

from contextlib import closing
from pathlib import Path

import pytest

from tests.storage.old_databases import fill, make_old_database
from webapp.engine import Options
from webapp.services import Paste, Services, describe_origin, sample_folders
from webapp.services.exports import export_permalink
from webapp.settings import Settings
from webapp.storage.database import Database
from webapp.storage.records import Origin

WAYS: dict[Origin, str] = {
    "paste": "Pasted by a reader",
    "api": "Sent by a program",
    "upload": "Taken from a file",
}


@pytest.fixture
def services(database: Database, tmp_path: Path) -> Services:
    return Services(database, Settings(data_dir=tmp_path))


@pytest.mark.parametrize("origin", WAYS)
def test_a_text_that_was_given_says_how(services: Services, origin: Origin) -> None:
    (version_id,) = services.choose([Paste("The text.", origin=origin)])
    version = services.version(version_id)
    assert (version.origin, describe_origin(version)) == (origin, WAYS[origin])
    assert services.article(version.article.id).versions[0].origin == origin


@pytest.mark.parametrize("origin", WAYS)
def test_a_text_added_to_a_sample_is_not_said_to_come_from_its_file(services: Services, origin: Origin) -> None:
    services.seed(sample_folders()[0])
    card = services.search_articles("nextshark")[0]
    assert describe_origin(services.version(card.version_id)) == "Loaded from a file of a collection"
    version = services.version(services.add_version(card.id, "Another text.", origin))
    assert describe_origin(version) == WAYS[origin]
    assert describe_origin(services.version(card.version_id)) == "Loaded from a file of a collection"


@pytest.mark.parametrize("ending", ["txt", "html", "tei.xml"])
def test_a_file_says_of_each_side_how_it_was_captured(services: Services, ending: str) -> None:
    shared = services.share([Paste("He said no.", origin="api"), Paste("He said yes.", origin="upload")], Options())
    written = " ".join(export_permalink(shared.permalink, ending).data.decode().split())
    assert "Sent by a program, " in written
    assert "Taken from a file, " in written
    assert "Pasted by a reader" not in written


def test_of_a_version_from_before_only_what_was_seen_is_said(database_url: str, tmp_path: Path) -> None:
    """That the bytes of a file were kept shows a collection; whether a person or a program gave a text was not kept."""
    make_old_database(database_url, "0002")
    fill(database_url)
    with closing(Database(database_url)) as database:
        database.migrate()
        services = Services(database, Settings(data_dir=tmp_path))
        seeded, given = services.version(1), services.version(2)
    assert (seeded.origin, describe_origin(seeded)) == ("seed", "Loaded from a file of a collection")
    assert (given.origin, describe_origin(given)) == ("unknown", "Given as a text, by whom was not recorded")
