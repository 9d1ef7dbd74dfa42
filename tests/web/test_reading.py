"""The states of the reading page: each is an address, and each address says all of its state."""

import itertools
import re

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT, Pair
from tests.web.html import Element, elements
from webapp.services import Paste, Services

RESULT = FRAGMENT | {"HX-Target": "section#result"}
VIEWS = ["inline", "side", "changes", "clean-old", "clean-new"]
LENSES = ["all", "meaning", "quotations", "facts", "translation"]


@pytest.fixture
def address(pair: Pair) -> str:
    return f"/compare?old={pair.old}&new={pair.new}"


@pytest.fixture(scope="module")
def rewrite(services: Services, pair: Pair) -> str:
    """The address of the wire copy against a rewrite: sentences dropped, added, edited."""
    (other,) = (card.version_id for card in services.search_articles('"daily caller news foundation" lenczycki'))
    return f"/compare?old={pair.old}&new={other}"


def with_class(page: str, name: str, tag: str = "") -> list[Element]:
    return [found for found in elements(page, tag) if name in found.attributes.get("class", "").split()]


def pushed(client: FlaskClient, address: str) -> str:
    return client.get(address, headers=RESULT).headers["HX-Push-Url"]


def leads(page: str, words: str) -> str:
    """Return where the link with these words leads."""
    (found,) = (anchor for anchor in elements(page, "a") if words in anchor.text)
    return found.attributes["href"]


def test_the_verdict_says_each_relation_and_leads_to_it(client: FlaskClient, rewrite: str) -> None:
    page = client.get(rewrite).text
    (verdict,) = elements(page, "p", class_="verdict")
    leading = [anchor for anchor in elements(page, "a") if anchor.text in verdict.text and anchor.text]
    names = [found[1] for anchor in leading if (found := re.search(r"show=(\w+)", anchor.attributes["href"]))]
    assert {"edited", "dropped", "added"} <= set(names)


def test_a_filter_folds_away_what_it_does_not_name(client: FlaskClient, rewrite: str) -> None:
    page = client.get(f"{rewrite}&show=dropped").text
    shown = [row for row in with_class(page, "row", "div") if "details" not in row.parents]
    assert {"dropped"} <= {name for row in shown for name in row.attributes["class"].split()}
    assert "Unfolded: sentences dropped" in elements(page, "p", class_="only")[0].text
    assert leads(page, "Unfold everything") == rewrite


def test_every_number_of_the_verdict_is_the_number_of_what_it_leads_to(client: FlaskClient, rewrite: str) -> None:
    counts = dict(re.findall(r"show=(\w+)[^>]*>([\d,]+) ", client.get(rewrite).text))
    for name in ("dropped", "added"):
        page = client.get(f"{rewrite}&show={name}").text
        sentences = [s for s in with_class(page, name, "span") if "s" in s.attributes["class"].split()]
        assert len({s.attributes["id"] for s in sentences if "id" in s.attributes}) == int(counts[name])


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_its_text_and_says_which_it_is(client: FlaskClient, address: str, view: str) -> None:
    page = client.get(f"{address}&view={view}").text
    (article,) = elements(page, "article")
    assert view in article.attributes["class"].split()
    current = [tab.text for tab in elements(page, "a") if tab.attributes.get("aria-current") == "true"]
    tab = {"inline": "Inline", "side": "Side by side", "changes": "Changes only"}.get(view, "Clean")
    assert current == [tab, "Everything"]


def test_a_clean_side_has_no_mark_and_no_furniture(client: FlaskClient, address: str) -> None:
    page = client.get(f"{address}&view=clean-old").text
    assert not [mark for tag in ("ins", "del") for mark in elements(page, tag) if "article" in mark.parents]
    assert not with_class(page, "furniture", "details")
    assert leads(page, "Read the other side") == f"{address}&view=clean-new"


def test_the_margin_of_a_clean_side_leads_to_its_changes(client: FlaskClient, address: str) -> None:
    target = with_class(client.get(f"{address}&view=clean-old").text, "margin", "a")[0].attributes["href"]
    page, _, anchor = target.partition("#")
    assert elements(client.get(page).text, id=anchor)


def test_changes_alone_fold_what_stands(client: FlaskClient, services: Services, pair: Pair) -> None:
    (archive,) = (card.version_id for card in services.search_articles("828cloud"))
    page = client.get(f"/compare?old={pair.old}&new={archive}&view=changes").text
    folds = [fold.text for fold in elements(page, "summary") if "word for word" in fold.text]
    assert "28 sentences: 12 word for word, 16 with small edits" in folds


def test_every_link_of_the_ledger_leads_to_a_place_on_its_page(client: FlaskClient, address: str, rewrite: str) -> None:
    for page_address, view in itertools.product((address, rewrite), VIEWS):
        page = client.get(f"{page_address}&view={view}").text
        targets = {link.attributes["href"] for link in elements(page, "a") if "aside" in link.parents}
        for target, _, anchor in (target.partition("#") for target in sorted(targets)[:3]):
            assert elements(client.get(target).text if target else page, id=anchor), (view, target)


def test_every_mark_of_the_strip_leads_to_its_sentence(client: FlaskClient, rewrite: str) -> None:
    for view in ("inline", "side", "changes"):
        page = client.get(f"{rewrite}&view={view}").text
        ids = {element.attributes["id"] for element in elements(page) if "id" in element.attributes}
        targets = [link.attributes["href"] for link in elements(page, "a") if "svg" in link.parents]
        assert len(targets) > 40
        assert {target.removeprefix("#") for target in targets} <= ids


def test_a_lens_dims_and_leaves_the_text_as_it_is(client: FlaskClient, address: str) -> None:
    pages = [client.get(f"{address}&lens={lens}").text for lens in LENSES]
    assert len({elements(page, "article")[0].text for page in pages}) == 1
    assert [elements(page, "article")[0].attributes["class"].split()[-1] for page in pages] == [
        f"lens_{lens}" for lens in LENSES
    ]


@pytest.mark.parametrize(
    ("asked", "clean"),
    [
        ("&lens=all", ""),
        ("&lens=facts&view=changes", "&view=changes&lens=facts"),
        ("&show=quote,dropped&show=spacing", "&show=dropped,quote,spacing"),
        ("&by=word&scope=on&moves=on", ""),
        ("&moves=off&scope=off&by=sentence", "&by=sentence&scope=off&moves=off"),
        ("&old_story=50-90,0-50,200-210", "&old_story=0-90,200-210"),
        ("&apart=7-9,1-2,7-9", "&apart=1-2,7-9"),
        ("&open=9,3,9&mend=4", "&open=3,9&mend=4"),
    ],
)
def test_the_address_of_a_state_is_clean(client: FlaskClient, address: str, asked: str, clean: str) -> None:
    assert pushed(client, address + asked) == address + clean
    assert pushed(client, address + clean) == address + clean


@pytest.mark.parametrize(
    "query",
    [
        "view=sideways",
        "lens=rose",
        "by=letter",
        "scope=perhaps",
        "moves=1",
        "old_story=5",
        "old_story=9-3",
        "old_story=3-3",
        "new_story=-4-9",
        "new_story=0-9999999999",
        "apart=1-2,",
        "apart=a-b",
        "together=١-٢",
        "together=" + ",".join(f"{n}-{n}" for n in range(51)),
        "mend=-1",
        "mend=x",
        "open=" + "9" * 30,
        "show=everything",
    ],
)
def test_an_odd_choice_is_refused_in_words(client: FlaskClient, address: str, query: str) -> None:
    """BAD_INPUT 44."""
    answer = client.get(f"{address}&{query}")
    assert answer.status_code == 400
    assert len(elements(answer.text, id="error")) == 1


@pytest.mark.parametrize(
    "query",
    [
        "old_story=0-1",
        "old_story=999999-9999999",
        "new_story=100000-999999999",
        "apart=0-0,999999999-999999999",
        "together=0-0,0-9,999999999-999999999",
        "mend=9999999",
        "open=9999999",
        "scope=off&old_story=0-50",
    ],
)
def test_a_choice_beyond_the_texts_is_answered_with_a_page(client: FlaskClient, address: str, query: str) -> None:
    """BAD_INPUT 44."""
    for view in VIEWS:
        assert client.get(f"{address}&view={view}&{query}").status_code == 200


def test_furniture_can_be_made_story_and_story_furniture(client: FlaskClient, address: str) -> None:
    page = client.get(address).text
    (furniture, *_) = [
        anchor.attributes["href"] for anchor in elements(page, "a") if "part of the story" in anchor.text
    ]
    corrected = client.get(furniture).text
    assert "A reader corrected this comparison" in corrected
    assert len(with_class(corrected, "furniture", "details")) == len(with_class(page, "furniture", "details")) - 1
    offered = client.get(f"{address}&mend=3").text
    outside = client.get(leads(offered, "This is not part of the story")).text
    assert len(with_class(outside, "furniture", "details")) > len(with_class(page, "furniture", "details"))
    assert leads(outside, "Undo all corrections") == address


def test_a_wrong_pair_can_be_parted_and_put_together_again(client: FlaskClient, services: Services) -> None:
    old = "The council met at noon.\n\nThe mayor opened the old bridge on Monday.\n\nA ferry will run in summer."
    new = "The council met at noon.\n\nThe mayor opened the new bridge on Friday.\n\nA ferry will run in summer."
    old_id, new_id = services.choose([Paste(old, keep=True), Paste(new, keep=True)])
    address = f"/compare?old={old_id}&new={new_id}"
    offered = client.get(f"{address}&mend=1&lens=facts").text
    parted = leads(offered, "these two are not the same sentence")
    assert "lens=facts" in parted and "apart=" in parted
    page = client.get(parted).text
    assert "1 was dropped and 1 was added" in elements(page, "p", class_="verdict")[0].text
    form = client.get(f"{parted}&mend=1").text
    (choice,) = elements(form, "option")
    paired = client.get(f"{parted}&together={choice.attributes['value']}").text
    assert "none was dropped and none added" in elements(paired, "p", class_="verdict")[0].text


def test_a_correction_is_shared_as_it_is_seen(client: FlaskClient, address: str) -> None:
    corrected = leads(client.get(f"{address}&mend=1").text, "these two are not the same sentence")
    page = client.get(corrected).text
    hidden = [field for field in elements(page, "input", type="hidden") if field.attributes["name"] == "apart"]
    assert hidden and all(field.attributes["value"] in corrected for field in hidden)


def test_swapping_takes_the_corrections_along(client: FlaskClient, address: str, pair: Pair) -> None:
    page = client.get(f"{address}&old_story=0-4000&new_story=0-3000&apart=1-2").text
    swapped = with_class(page, "swap", "a")[0].attributes["href"]
    assert swapped == (f"/compare?old={pair.new}&new={pair.old}&old_story=0-3000&new_story=0-4000&apart=2-1")


def test_no_correction_is_offered_where_nothing_can_be_corrected(client: FlaskClient, link: str) -> None:
    page = client.get(link).text
    assert not with_class(page, "correct") and not elements(page, id="corrections")
