"""The frame's address and code, and `/oembed` by its standard (oembed.com, sections 2.2 to 2.4)."""

import json
import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import Pair
from tests.web.html import elements
from webapp.engine.options import Options
from webapp.resources import resource_folder
from webapp.services import Services, parse_terms

REQUIRED_OF_RICH = {"type", "version", "html", "width", "height"}


def ask(client: FlaskClient, link: str, **values: str) -> dict[str, object]:
    answer = client.get("/oembed", query_string={"url": f"http://localhost{link}", **values})
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    described: dict[str, object] = json.loads(answer.data)
    return described


def colours(css: str, opening: str) -> dict[str, str]:
    """Return the colours that stand in the first block after an opening."""
    block = css[css.index(opening) + len(opening) :].partition("}")[0]
    return dict(re.findall(r"(--[\w-]+): (#\w+)", block))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_frame_takes_the_theme_of_its_address(client: FlaskClient, link: str, theme: str) -> None:
    (body,) = elements(client.get(f"{link}/embed?theme={theme}").text, "body")
    assert body.attributes["class"].split() == ["embed", theme]


def test_a_frame_without_a_theme_takes_the_readers(client: FlaskClient, link: str) -> None:
    (body,) = elements(client.get(f"{link}/embed").text, "body")
    assert body.attributes["class"] == "embed"


def test_an_unknown_theme_is_a_bad_request(client: FlaskClient, link: str) -> None:
    """BAD_INPUT 44."""
    assert client.get(f"{link}/embed?theme=sepia").status_code == 400


def test_the_themes_have_the_colours_of_the_pages() -> None:
    folder = resource_folder("static") / "css"
    tokens, themes = (folder / "tokens.css").read_text(), (folder / "themes.css").read_text()
    assert colours(themes, ".light {") == colours(tokens, ":root {")
    assert colours(themes, ".dark {") == colours(tokens, "dark) {\n  :root {")


def test_a_frame_of_one_change_shows_that_change_alone(client: FlaskClient, link: str) -> None:
    page = client.get(f"{link}/embed?change=c2").text
    assert elements(page, "article", class_="one_change")
    assert not elements(page, "a")


def test_a_page_says_where_its_frame_is_described(client: FlaskClient, link: str) -> None:
    page = client.get(f"{link}?change=c2").text
    for kind, mimetype in (("application/json+oembed", "application/json"), ("text/xml+oembed", "text/xml")):
        (found,) = elements(page, "link", type=kind)
        address = urlsplit(found.attributes["href"])
        assert parse_qs(address.query)["url"] == [f"http://localhost{link}?change=c2"]
        assert client.get(f"{address.path}?{address.query}").mimetype == mimetype


def test_the_description_has_every_field_that_its_type_requires(client: FlaskClient, link: str) -> None:
    described = ask(client, link)
    assert described.keys() >= REQUIRED_OF_RICH
    assert (described["type"], described["version"]) == ("rich", "1.0")
    (frame,) = elements(str(described["html"]))
    assert frame.attributes["src"] == f"http://localhost{link}/embed"
    assert (frame.attributes["width"], frame.attributes["height"]) == (
        str(described["width"]),
        str(described["height"]),
    )


def test_xml_says_the_same_as_json(client: FlaskClient, link: str) -> None:
    answer = client.get("/oembed", query_string={"url": f"http://localhost{link}", "format": "xml"})
    root = ElementTree.fromstring(answer.data)
    assert root.tag == "oembed"
    assert {field.tag: field.text for field in root} == {name: str(value) for name, value in ask(client, link).items()}


def test_the_frame_is_no_larger_than_asked(client: FlaskClient, link: str) -> None:
    described = ask(client, link, maxwidth="300", maxheight="200")
    assert (described["width"], described["height"]) == (300, 200)
    assert ask(client, link, maxwidth="9999")["width"] == 800


EVERY_CHOICE = "change=c2&view=side&lens=quotations&show=quote,number&theme=dark"


def choices(address: object) -> dict[str, list[str]]:
    return parse_qs(urlsplit(str(address)).query)


def test_the_choices_of_the_link_are_those_of_the_frame(client: FlaskClient, link: str) -> None:
    described = ask(client, f"{link}?{EVERY_CHOICE}&evil=1&view=side")
    (frame,) = elements(str(described["html"]))
    assert choices(frame.attributes["src"]) == parse_qs(EVERY_CHOICE)


def test_the_choices_of_an_embed_are_those_of_its_frame(client: FlaskClient, link: str) -> None:
    (frame,) = elements(str(ask(client, f"{link}/embed?{EVERY_CHOICE}")["html"]))
    assert frame.attributes["src"] == f"http://localhost{link}/embed?{EVERY_CHOICE}"


def test_a_page_leads_to_a_frame_with_the_choices_of_its_address(client: FlaskClient, link: str) -> None:
    """A consumer that follows the discovery link and one that copies the code get the same frame."""
    page = client.get(f"{link}?{EVERY_CHOICE}").text
    (found,) = elements(page, "link", type="application/json+oembed")
    address = urlsplit(found.attributes["href"])
    (described,) = elements(client.get(f"{address.path}?{address.query}").json["html"])
    (copied, _) = elements(elements(page, "input", id="iframe")[0].attributes["value"])
    assert described.attributes["src"] == copied.attributes["src"]
    assert choices(described.attributes["src"]) == parse_qs(EVERY_CHOICE)


def test_the_frame_shows_what_it_was_asked_for(client: FlaskClient, link: str) -> None:
    page = client.get(f"{link}/embed?view=side&lens=quotations&theme=dark").text
    (article,) = elements(page, "article")
    assert {"side", "lens_quotations"} <= set(article.attributes["class"].split())
    assert elements(page, "body")[0].attributes["class"].split() == ["embed", "dark"]


@pytest.mark.parametrize("choice", ["view=sideways", "lens=rosy", "theme=sepia", "open=x", "change=c999"])
def test_a_link_that_asks_for_what_there_is_not_is_not_found(client: FlaskClient, link: str, choice: str) -> None:
    """The standard: 404 where the provider has no answer for the address."""
    asked = {"url": f"http://localhost{link}?{choice}"}
    assert client.get("/oembed", query_string=asked).status_code == 404


def test_xml_can_be_read_whatever_the_title_holds(client: FlaskClient, services: Services, pair: Pair) -> None:
    """BAD_INPUT 22, 25."""
    terms = parse_terms(title='A \x01 \ufffe "]]> <b>&amp;')
    link = f"/c/{services.freeze(pair.old, pair.new, Options(), terms)}"
    answer = client.get("/oembed", query_string={"url": f"http://localhost{link}", "format": "xml"})
    title = ElementTree.fromstring(answer.data).findtext("title")
    assert title == 'A \u2401 \ufffd "]]> <b>&amp;'


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://localhost/",
        "http://localhost/articles/1",
        f"http://localhost/c/{'A' * 22}",
        "http://localhost/c/short",
        "http://[broken/c/x",
        "javascript:alert(1)",
        "http://localhost/c/{id}/../../compare",
        "http://evil.example/c/{id}",
        "http://localhost@evil.example/c/{id}",
        "http://localhost/c/{id}?change=c999",
        "ftp://localhost/c/{id}",
        "//localhost/c/{id}",
        "http://localhost:81/c/{id}",
    ],
)
def test_what_is_no_link_of_ours_is_not_found(client: FlaskClient, link: str, url: str) -> None:
    asked = url.replace("{id}", link.removeprefix("/c/"))
    assert client.get("/oembed", query_string={"url": asked}).status_code == 404


@pytest.mark.parametrize("origin", ["HTTP://LOCALHOST", "http://localhost:80", "https://localhost:443"])
def test_an_address_may_be_written_in_capitals_and_with_its_port(client: FlaskClient, link: str, origin: str) -> None:
    assert client.get("/oembed", query_string={"url": f"{origin}{link}"}).status_code == 200


def test_another_format_is_not_implemented(client: FlaskClient, link: str) -> None:
    assert client.get("/oembed", query_string={"url": f"http://localhost{link}", "format": "yaml"}).status_code == 501


@pytest.mark.parametrize("width", ["wide", "-1", "0", "1e3", "٣", "9" * 400])
def test_a_size_that_is_no_number_is_a_bad_request(client: FlaskClient, link: str, width: str) -> None:
    """BAD_INPUT 44."""
    query = {"url": f"http://localhost{link}", "maxwidth": width}
    assert client.get("/oembed", query_string=query).status_code == 400
