"""`/compare`: two versions under the options in the address."""

import itertools

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT, RESTORE, Pair
from tests.web.html import elements, roots
from webapp.services import Services

RESULT = FRAGMENT | {"HX-Target": "section#result"}


@pytest.fixture
def address(pair: Pair) -> str:
    return f"/compare?old={pair.old}&new={pair.new}"


def test_it_shows_who_is_compared_how_much_stands_and_every_change(client: FlaskClient, address: str) -> None:
    page = client.get(address)
    assert page.status_code == 200
    assert [role.text for role in elements(page.text, "span", class_="role")] == ["Original", "Compared with"]
    assert "of the original’s words stand" in elements(page.text, "p", class_="verdict")[0].text
    assert len(elements(page.text, "del")) > 40
    assert len(elements(page.text, "ins")) > 40


def test_all_pairs_of_samples_show_in_both_views(client: FlaskClient, services: Services) -> None:
    versions = [card.version_id for collection in services.collections() for card in collection.articles]
    for (old, new), view in itertools.product(itertools.permutations(versions, 2), ("inline", "side")):
        answer = client.get(f"/compare?old={old}&new={new}&view={view}")
        assert answer.status_code == 200
        assert elements(answer.text, "article")


def test_every_change_has_one_anchor(client: FlaskClient, address: str) -> None:
    for view in ("inline", "side"):
        page = client.get(f"{address}&view={view}").text
        marks = [mark for mark in elements(page, "span") if mark.attributes.get("class", "").startswith("c ")]
        anchors = [mark.attributes["id"] for mark in marks if "id" in mark.attributes]
        assert len(anchors) == len(set(anchors)) > 100
        assert {mark.attributes.get("data-c") for mark in marks} - {None} <= set(anchors)


def test_a_mark_says_in_words_what_it_is_and_holds_no_white_space_at_its_ends(
    client: FlaskClient, address: str
) -> None:
    page = client.get(address).text
    for tag, words in (("ins", "inserted: "), ("del", "deleted: ")):
        for mark in elements(page, tag):
            marked = mark.text.removeprefix(words)
            assert marked != mark.text
            assert marked == marked.strip()


def test_a_passage_knows_its_language_and_direction(client: FlaskClient, pair: Pair) -> None:
    page = client.get(f"/compare?old={pair.old}&new={pair.new}&view=side").text
    assert {line.attributes["lang"] for line in elements(page, "p", dir="auto")} == {"en-CA", "en"}


def test_htmx_gets_the_result_alone(client: FlaskClient, address: str) -> None:
    answer = client.get(f"{address}&ignore=case", headers=RESULT)
    assert [root.attributes["id"] for root in roots(answer.text)] == ["result"]
    assert "HX-Retarget" not in answer.headers


def test_a_fragment_that_was_meant_for_another_element_is_sent_to_its_own(client: FlaskClient, address: str) -> None:
    answer = client.get(address, headers=FRAGMENT | {"HX-Target": "div#elsewhere"})
    assert (answer.headers["HX-Retarget"], answer.headers["HX-Reswap"]) == ("#result", "outerHTML")


def test_a_history_restore_gets_the_page(client: FlaskClient, address: str) -> None:
    assert "<html" in client.get(address, headers=RESTORE).text


@pytest.mark.parametrize("headers", [{}, RESULT, RESTORE])
def test_a_cache_is_told_that_page_and_fragment_differ(
    client: FlaskClient, address: str, headers: dict[str, str]
) -> None:
    assert {"HX-Request", "HX-Request-Type"} <= set(client.get(address, headers=headers).vary)


@pytest.mark.parametrize(
    ("asked", "clean"),
    [
        ("", ""),
        ("&view=inline&ignore=&show=", ""),
        ("&ignore=typography&ignore=case", "&ignore=case,typography"),
        ("&ignore=typography,case,typography", "&ignore=case,typography"),
        ("&show=spacing&ignore=punctuation&view=side", "&view=side&ignore=punctuation&show=spacing"),
        ("&ignore=spacing", ""),
        ("&view=side&view=inline", "&view=side"),
        ("&utm_source=letter", ""),
    ],
)
def test_the_address_it_pushes_is_clean(client: FlaskClient, address: str, asked: str, clean: str) -> None:
    assert client.get(address + asked, headers=RESULT).headers["HX-Push-Url"] == address + clean


def test_an_option_changes_what_counts(client: FlaskClient, address: str) -> None:
    plain = elements(client.get(address).text, "del")
    lenient = elements(client.get(f"{address}&ignore=case,punctuation,typography").text, "del")
    assert len(lenient) < len(plain)


def test_every_form_and_link_of_the_bar_holds_the_whole_state(client: FlaskClient, address: str) -> None:
    page = client.get(f"{address}&view=side&ignore=case&show=spacing").text
    assert elements(page, "a", id="view_inline")[0].attributes["href"] == f"{address}&ignore=case&show=spacing"
    boxes = elements(page, "input", type="checkbox")
    ticked = [box.attributes["value"] for box in boxes if "checked" in box.attributes]
    hidden = {field.attributes["name"]: field.attributes["value"] for field in elements(page, "input", type="hidden")}
    assert ticked == ["case", "spacing"]
    assert (hidden["ignore"], hidden["show"], hidden["view"]) == ("case", "spacing", "side")


def test_swapping_keeps_the_view_and_the_options(client: FlaskClient, address: str, pair: Pair) -> None:
    page = client.get(f"{address}&view=side&ignore=case").text
    swapped = elements(page, "a", class_="swap")[0].attributes["href"]
    assert swapped == f"/compare?old={pair.new}&new={pair.old}&view=side&ignore=case"


@pytest.mark.parametrize("headers", [{}, RESULT], ids=["page", "fragment"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "old=1",
        "old=1&new=1",
        "old=1&new=abc",
        "old=1&new=-2",
        "old=1&new=1.5",
        "old=1&new=%D9%A3",
        "old=1&new=" + "9" * 40,
        "old=1&new=999999",
        "old[]=1&new[]=2",
        "old=1&new=2&view=sideways",
        "old=1&new=2&ignore=meaning",
        "old=1&new=2&show=everything",
        "old=1&new=2&ignore=%00",
        "old=1&new=2&ignore=" + "a" * 5000,
    ],
)
def test_a_wrong_address_is_answered_in_words(client: FlaskClient, query: str, headers: dict[str, str]) -> None:
    """BAD_INPUT 44."""
    answer = client.get(f"/compare?{query}", headers=headers)
    assert answer.status_code in {400, 404}
    assert len(elements(answer.text, id="error")) == 1
    assert bool(headers) == (answer.headers.get("HX-Retarget") == "#error")
    assert bool(headers) == (answer.headers.get("HX-Push-Url") == "false")


def test_both_sides_the_same_version_is_said_with_a_way_on(client: FlaskClient, pair: Pair) -> None:
    """BAD_INPUT 44."""
    answer = client.get(f"/compare?old={pair.old}&new={pair.old}")
    assert answer.status_code == 400
    assert "same version" in elements(answer.text, "section", id="error")[0].text
    assert elements(answer.text, "a", href="/")


def test_two_texts_without_a_difference_are_said_to_stand(client: FlaskClient, services: Services) -> None:
    article = services.search_articles("nextshark")[0]
    text = services.version(article.version_id).text
    again = services.add_version(article.id, text + "\n\n")
    answer = client.get(f"/compare?old={article.version_id}&new={again}")
    assert "Everything stands" in elements(answer.text, "p", class_="verdict")[0].text
