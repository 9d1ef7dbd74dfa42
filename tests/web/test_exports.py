"""`/c/<public_id>.docx` and its like."""

import pytest
from flask.testing import FlaskClient
from lxml import html

from tests.web.html import elements
from webapp.exporters.formats import FORMATS


@pytest.mark.parametrize("ending", FORMATS)
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
    assert all(elements(page, "a", href=f"{link}.{ending}") for ending in (*FORMATS, "json"))


@pytest.mark.parametrize("end", [".pdf", ".exe", ".", ".html.html", ".tei"])
def test_another_kind_of_file_is_not_found(client: FlaskClient, link: str, end: str) -> None:
    assert client.get(link + end).status_code == 404


@pytest.mark.parametrize("ending", FORMATS)
def test_a_file_of_a_link_that_is_not_there_is_not_found(client: FlaskClient, ending: str) -> None:
    """BAD_INPUT 43."""
    assert client.get(f"/c/{'A' * 22}.{ending}").status_code == 404


def test_the_saved_page_marks_the_same_words_as_the_page(client: FlaskClient, link: str) -> None:
    saved = html.document_fromstring(client.get(f"{link}.html").data)
    page = client.get(link).text
    page = page[page.index("<article") : page.index("</article>")]
    for tag in ("ins", "del"):
        shown = [mark.text for mark in elements(page, tag)]
        story = [mark for mark in saved.iter(tag) if not list(mark.iterancestors("details"))]
        assert [mark.text_content() for mark in story] == shown


def test_the_saved_page_says_what_the_link_is_evidence_of(client: FlaskClient, link: str) -> None:
    saved = client.get(f"{link}.html").text
    sums = [code.text for code in elements(client.get(link).text, "code")]
    assert sums[0] in saved and sums[1] in saved
    assert "Loaded from a file of a collection" in saved
    assert f"http://localhost{link}" in saved
