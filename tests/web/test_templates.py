"""The habits of the templates, held by walking over them."""

import re
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.html import elements, roots
from webapp.resources import resource_folder

TEMPLATES = resource_folder("templates")
JINJA = re.compile(r"{#.*?#}|{%.*?%}|{{.*?}}", re.DOTALL)
MAX_LINES = 60


def name_of(template: Path) -> str:
    return template.relative_to(TEMPLATES).as_posix()


def every_template() -> list[Path]:
    return sorted(TEMPLATES.rglob("*.html"))


def markup(template: Path) -> str:
    """Return a template without what Jinja reads."""
    return JINJA.sub("", template.read_text(encoding="utf-8"))


every = pytest.mark.parametrize("template", every_template(), ids=name_of)
every_fragment = pytest.mark.parametrize(
    "template", [found for found in every_template() if found.name.startswith("_")], ids=name_of
)


@every_fragment
def test_a_fragment_has_one_root_named_as_its_file(template: Path) -> None:
    assert [root.attributes.get("id") for root in roots(markup(template))] == [template.stem.removeprefix("_")]


@every_fragment
def test_a_fragment_extends_nothing(template: Path) -> None:
    assert "{% extends" not in template.read_text(encoding="utf-8")


@every
def test_only_a_base_has_a_head(template: Path) -> None:
    assert bool(elements(markup(template), "head")) == template.name.startswith("base")


@every
def test_a_template_has_no_script_or_style_of_its_own_and_trusts_no_text(template: Path) -> None:
    found = elements(markup(template))
    assert not [element for element in found if element.tag == "style" or "style" in element.attributes]
    assert all("src" in element.attributes for element in found if element.tag == "script")
    names = {name for element in found for name in element.attributes}
    assert not [name for name in names if name.startswith(("on", "hx-on", "data-hx-on"))]
    assert "|safe" not in template.read_text(encoding="utf-8").replace(" ", "")


@every
def test_a_form_says_where_it_goes_and_a_post_carries_its_token(template: Path) -> None:
    for form in re.findall(r"<form.*?</form>", template.read_text(encoding="utf-8"), re.DOTALL):
        (opening,) = elements(form, "form")
        assert opening.attributes["action"]
        assert opening.attributes["method"] in {"get", "post"}
        assert (opening.attributes["method"] == "post") == ("token" in form)


@every
def test_a_template_can_be_read_at_a_glance(template: Path) -> None:
    assert len(template.read_text(encoding="utf-8").splitlines()) <= MAX_LINES


def test_what_htmx_asks_for_is_what_works_without_it(client: FlaskClient, link: str) -> None:
    for address in ("/", "/articles", "/compare?old=1&new=2", link):
        for element in elements(client.get(address).text):
            plain = element.attributes.get("href") or element.attributes.get("action")
            if plain and "data-hx-get" in element.attributes:
                assert element.attributes["data-hx-get"] == plain.partition("#")[0]


def test_every_form_and_link_leads_to_an_address_of_ours(app: Flask, client: FlaskClient, link: str) -> None:
    adapter = app.url_map.bind("localhost")
    for address in ("/", "/articles", "/articles/1", "/compare?old=1&new=2", link, f"{link}/embed", "/nowhere"):
        for element in elements(client.get(address).text):
            method = element.attributes.get("method", "get").upper()
            target = element.attributes.get("href") or element.attributes.get("action") or ""
            target = target.removeprefix("http://localhost")
            if target and not target.startswith("#"):
                assert adapter.match(target.partition("?")[0], method=method)


def test_a_button_stands_in_a_form_or_is_for_a_script(client: FlaskClient, link: str) -> None:
    for address in ("/", "/articles", "/articles/1", "/compare?old=1&new=2", link):
        for button in elements(client.get(address).text, "button"):
            assert "form" in button.parents or button.attributes["type"] == "button"


def test_every_id_stands_once_on_a_page(client: FlaskClient, link: str) -> None:
    for address in ("/", "/articles", "/articles/1", "/compare?old=1&new=2", "/compare?old=1&new=2&view=side", link):
        ids = [element.attributes["id"] for element in elements(client.get(address).text) if "id" in element.attributes]
        assert len(ids) == len(set(ids))


def test_every_field_has_a_label(client: FlaskClient, link: str) -> None:
    for address in ("/", "/articles", "/compare?old=1&new=2", link):
        page = client.get(address).text
        labelled = {label.attributes.get("for") for label in elements(page, "label")}
        fields = [field for tag in ("input", "textarea") for field in elements(page, tag)]
        for field in fields:
            if field.attributes.get("type") not in {"hidden", "radio", "checkbox"}:
                assert field.attributes["id"] in labelled
