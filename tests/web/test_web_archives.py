"""The pages in a web archive are looked at and added one by one, with where and when each was captured."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.fetching.sites import answer, site
from tests.importers.warc_files import ADDRESS, packed, response
from tests.web.html import elements
from tests.web.sites import Site
from webapp.engine.options import Options

ARCHIVE = packed(
    response(b"<title>Bridge</title><p>The mayor said no."),
    response(b"<title>Bridge</title><p>The mayor said yes.", WARC_Date="2026-11-13T09:00:00Z"),
)
NINE, NOON = (f"Bridge, {ADDRESS}, captured on {day} November 2026, 09:00 UTC" for day in (12, 13))


@pytest.fixture
def archive() -> Iterator[int]:
    """The port of a server that sends a web archive."""
    with site({"*": answer(ARCHIVE, kind="application/warc+gzip")}) as served:  # type: ignore[arg-type]
        yield served.port


def send(client: FlaskClient, port: int, **form: str | list[str]) -> str:
    return client.post("/articles", data={"text": f"http://127.0.0.1:{port}/a.warc.gz", **form}).text


def test_the_captures_are_listed_and_one_of_them_is_added(tmp_path: Path, archive: int) -> None:
    here = Site(tmp_path / "here", fetch_hosts=(f"127.0.0.1:{archive}",))
    boxes = elements(send(here.client, archive, do="look"), "input", name="story")
    assert [box.attributes["value"] for box in boxes] == [NINE, NOON]
    send(here.client, archive, do="stories", story=[NOON])
    added = here.services.search_articles("Bridge")[0].version_id
    assert here.services.version(added).text == "The mayor said yes."
    link = here.services.freeze(here.old, added, Options())
    (evidence,) = elements(here.client.get(f"/c/{link}").text, "dl", class_="evidence")
    assert f"From the web archive at http://127.0.0.1:{archive}/a.warc.gz. It is story 2 of 2." in evidence.text
    assert (
        f"Said there to stand at {ADDRESS}. Said there to be captured on 13 November 2026, 09:00 UTC." in evidence.text
    )
    here.database.close()
