"""`/c/<public_id>.docx` and its like."""

import re
from itertools import permutations

import pytest
from flask.testing import FlaskClient
from lxml import html

from tests.exporters.sheets import ODD
from tests.web.html import elements
from webapp.engine.options import Options
from webapp.exporters.formats import FORMATS, JSON
from webapp.exporters.xml_text import xml_text
from webapp.services import Paste, Services


@pytest.mark.parametrize("ending", [ending for ending in FORMATS if ending != JSON])
def test_a_file_is_handed_out_under_its_own_type_and_never_shown_in_place(
    client: FlaskClient, link: str, ending: str
) -> None:
    """BAD_INPUT 23."""
    answer = client.get(f"{link}.{ending}")
    assert (answer.status_code, answer.mimetype) == (200, FORMATS[ending].mimetype)
    name = f"stet-{link.removeprefix('/c/')}.{ending}"
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_page_offers_every_kind_of_file(client: FlaskClient, link: str) -> None:
    page = client.get(link).text
    assert all(elements(page, "a", href=f"{link}.{ending}") for ending in FORMATS)


@pytest.mark.parametrize("end", [".pdf", ".exe", ".", ".html.html", ".tei"])
def test_another_kind_of_file_is_not_found(client: FlaskClient, link: str, end: str) -> None:
    assert client.get(link + end).status_code == 404


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_of_a_link_that_is_not_there_is_not_found(client: FlaskClient, ending: str) -> None:
    """BAD_INPUT 43."""
    assert client.get(f"/c/{'A' * 22}.{ending}").status_code == 404


def paragraphs(page: bytes) -> list[str]:
    """Return the text of a page, a paragraph each; what XML cannot write is shown alike."""
    found = html.document_fromstring(xml_text(page.decode()))
    return [paragraph.text_content() for paragraph in found.xpath("//article//p[@dir]")]


def marks(page: bytes) -> list[tuple[str, str, str]]:
    """Return each change with the way it is marked: its id where it stands first, its classes, its words."""
    found = html.document_fromstring(xml_text(page.decode()))
    changes = found.xpath("//article//p[@dir]//span[contains(concat(' ', @class, ' '), ' c ')]")
    return [(change.get("id", ""), change.get("class"), change.text_content()) for change in changes]


def test_the_saved_page_has_the_text_and_the_changes_of_the_page(client: FlaskClient, services: Services) -> None:
    versions = [card.version_id for card in services.search_articles("")]
    for old, new in permutations(versions, 2):
        link = f"/c/{services.freeze(old, new, Options())}"
        page, saved = (client.get(address).data for address in (link, f"{link}.html"))
        assert paragraphs(saved) == paragraphs(page) != []
        assert marks(saved) == marks(page) != []


@pytest.mark.parametrize("name", ODD)
def test_so_it_has_of_odd_texts(client: FlaskClient, services: Services, name: str) -> None:
    """BAD_INPUT 22, 25."""
    old, new = services.choose([Paste(text, title) for text, title in zip(ODD[name], ("Nine", "Noon"), strict=True)])
    link = f"/c/{services.freeze(old, new, Options())}"
    page, saved = (client.get(address).data for address in (link, f"{link}.html"))
    assert paragraphs(saved) == paragraphs(page)
    assert marks(saved) == marks(page)


@pytest.mark.parametrize("ending", ["html", "txt"])
def test_a_file_counts_the_changes_that_the_page_counts(client: FlaskClient, link: str, ending: str) -> None:
    (counted,) = re.findall(r"\d+ of (\d+) changes\.", client.get(link).text)
    assert f" {counted} changes." in " ".join(client.get(f"{link}.{ending}").text.split())


def test_the_saved_page_says_what_the_link_is_evidence_of(client: FlaskClient, link: str) -> None:
    saved = client.get(f"{link}.html").text
    sums = [code.text for code in elements(client.get(link).text, "code")]
    assert sums[0] in saved and sums[1] in saved
    assert "Loaded from a file of a collection" in saved
    assert f"http://localhost{link}" in saved
