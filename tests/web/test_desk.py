"""`/` and `/-/articles/<side>`: pick or paste two texts."""

import pytest
from flask.testing import FlaskClient

from tests.web.conftest import FRAGMENT, RESTORE, Pair
from tests.web.forms import send
from tests.web.html import elements, roots, value_of
from webapp.services import Services

OVER_THE_LIMIT = "word " * 420_000  # 2.1 MB


def checked(page: str, side: str) -> list[str]:
    radios = elements(page, "input", type="radio", name=side)
    return [radio.attributes["value"] for radio in radios if "checked" in radio.attributes]


def test_each_side_has_every_article_and_a_place_to_paste(client: FlaskClient, services: Services) -> None:
    page = client.get("/")
    assert page.status_code == 200
    for side in ("old", "new"):
        choices = [radio.attributes["value"] for radio in elements(page.text, "input", type="radio", name=side)]
        assert choices == [*(str(card.version_id) for card in services.search_articles("")), "pasted"]


def test_it_leads_from_the_sample_to_four_comparisons_in_one_click(client: FlaskClient, pair: Pair) -> None:
    links = [link.attributes["href"] for link in elements(client.get("/").text, "a")]
    samples = [link for link in links if link.startswith(f"/compare?old={pair.old}&new=")]
    assert len(samples) == 4
    assert {client.get(link).status_code for link in samples} == {200}


def test_htmx_gets_the_form_alone(client: FlaskClient) -> None:
    answer = client.get("/", headers=FRAGMENT | {"HX-Target": "form#desk"})
    assert [root.attributes["id"] for root in roots(answer.text)] == ["desk"]
    assert "HX-Retarget" not in answer.headers


def test_a_history_restore_gets_the_page(client: FlaskClient) -> None:
    assert "<html" in client.get("/", headers=RESTORE).text


@pytest.mark.parametrize("headers", [{}, FRAGMENT, RESTORE])
def test_a_cache_is_told_that_page_and_fragment_differ(client: FlaskClient, headers: dict[str, str]) -> None:
    assert {"HX-Request", "HX-Request-Type"} <= set(client.get("/", headers=headers).vary)


def test_an_address_picks_for_the_reader(client: FlaskClient, pair: Pair) -> None:
    page = client.get(f"/?old={pair.old}&new={pair.new}").text
    assert (checked(page, "old"), checked(page, "new")) == ([str(pair.old)], [str(pair.new)])


def test_two_picked_articles_lead_to_their_comparison(client: FlaskClient, pair: Pair) -> None:
    answer = send(client, "/", old=pair.old, new=pair.new, do="compare")
    assert (answer.status_code, answer.location) == (303, f"/compare?old={pair.old}&new={pair.new}")


def test_two_pasted_texts_lead_to_their_comparison(client: FlaskClient) -> None:
    answer = send(
        client, "/", old="pasted", old_text="The mayor said no.", new="pasted", new_text="The mayor said yes."
    )
    page = client.get(answer.location).text
    marks = [mark for tag in ("del", "ins") for mark in elements(page, tag) if "article" in mark.parents]
    assert [mark.text for mark in marks] == ["deleted: no", "inserted: yes"]


def test_a_text_counts_as_chosen_where_nothing_was_picked(client: FlaskClient, pair: Pair) -> None:
    answer = send(client, "/", old_text="The mayor said no.", new=pair.new)
    assert answer.status_code == 303


def test_the_picked_article_is_compared_even_where_a_text_lies_beside_it(client: FlaskClient, pair: Pair) -> None:
    answer = send(client, "/", old=pair.old, old_text="Not this.", new=pair.new)
    assert answer.location == f"/compare?old={pair.old}&new={pair.new}"


def test_swapping_exchanges_everything_that_was_filled_in(client: FlaskClient, pair: Pair) -> None:
    answer = send(client, "/", do="swap", old=pair.old, new="pasted", new_text="A text.", new_title="Mine")
    assert (checked(answer.text, "old"), checked(answer.text, "new")) == (["pasted"], [str(pair.old)])
    assert (value_of(answer.text, "old_text"), value_of(answer.text, "old_title")) == ("A text.", "Mine")


def test_searching_without_javascript_keeps_everything(client: FlaskClient, pair: Pair) -> None:
    answer = send(client, "/", do="search", old=pair.old, old_query="nextshark", new="pasted", new_text="\nA text.")
    radios = [radio.attributes["value"] for radio in elements(answer.text, "input", type="radio", name="old")]
    assert len(radios) == 3  # what was found, what was picked, a pasted text
    assert checked(answer.text, "old") == [str(pair.old)]
    assert value_of(answer.text, "new_text") == "\nA text."


def test_nothing_is_stored_by_searching_or_swapping(client: FlaskClient, services: Services) -> None:
    before = len(services.search_articles(""))
    for action in ("search", "swap"):
        send(client, "/", do=action, old="pasted", old_text="A text of searching and swapping.")
    assert len(services.search_articles("")) == before


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "old"),
        ({"old": "nonsense"}, "old"),
        ({"old": "pasted", "old_text": "   ", "new": "1"}, "old_text"),
        ({"old_text": "A text."}, "new"),
    ],
)
def test_what_is_missing_is_said_beside_the_field(client: FlaskClient, fields: dict[str, str], field: str) -> None:
    answer = send(client, "/", **fields)
    assert answer.status_code == 422
    assert [problem.attributes["id"] for problem in elements(answer.text, "p", class_="problem")] == [
        f"{field}_problem"
    ]


def test_the_same_version_on_both_sides_is_said_and_kept(client: FlaskClient, pair: Pair) -> None:
    """BAD_INPUT 44."""
    answer = send(client, "/", old=pair.old, new=pair.old)
    assert answer.status_code == 422
    assert "same version" in elements(answer.text, "p", id="new_problem")[0].text
    assert checked(answer.text, "new") == [str(pair.old)]


@pytest.mark.parametrize("headers", [{}, FRAGMENT | {"HX-Target": "form#desk"}], ids=["page", "fragment"])
def test_the_same_text_on_both_sides_answers_that_nothing_changed(client: FlaskClient, headers: dict[str, str]) -> None:
    """BAD_INPUT 44: a result, and no error."""
    filled = {"old_text": "Twice the same.", "old_title": "Mine", "new_text": "Twice the same.", "new_title": "Mine"}
    answer = send(client, "/", headers, **filled)
    assert answer.status_code == 303
    result = client.get(answer.location, headers=headers and FRAGMENT | {"HX-Target": "section#result"})
    assert "Nothing changed." in elements(result.text, "p", class_="verdict")[0].text


@pytest.mark.parametrize("headers", [{}, FRAGMENT | {"HX-Target": "form#desk"}], ids=["page", "fragment"])
def test_a_text_over_the_limit_comes_back_with_the_limit_in_words(
    client: FlaskClient, services: Services, pair: Pair, headers: dict[str, str]
) -> None:
    """BAD_INPUT 26: nothing is stored, of the other side's text neither."""
    before = len(services.search_articles(""))
    answer = send(client, "/", headers, old="pasted", old_text="Short.", new="pasted", new_text=OVER_THE_LIMIT)
    assert answer.status_code == 413
    assert "2,000,000" in elements(answer.text, "p", id="new_text_problem")[0].text
    assert value_of(answer.text, "new_text") == OVER_THE_LIMIT
    assert value_of(answer.text, "old_text") == "Short."
    assert len(services.search_articles("")) == before


def test_a_text_at_the_limit_is_taken(client: FlaskClient, pair: Pair) -> None:
    text = ("a" * 19 + "\n") * 100_000
    assert send(client, "/", old="pasted", old_text=text, new=pair.new).status_code == 303


def test_a_search_as_you_type_gets_one_list(client: FlaskClient) -> None:
    answer = client.get(
        "/-/articles/new?new_query=%22daily+caller+news%22", headers=FRAGMENT | {"HX-Target": "div#new_articles"}
    )
    assert [root.attributes["id"] for root in roots(answer.text)] == ["new_articles"]
    assert len(elements(answer.text, "input")) == 1
    assert "HX-Push-Url" not in answer.headers


def test_a_search_that_finds_nothing_says_so(client: FlaskClient) -> None:
    assert "No article matches" in client.get("/-/articles/old?old_query=zzzz").text


def test_a_search_does_not_lose_what_was_picked(client: FlaskClient, pair: Pair) -> None:
    answer = client.get(f"/-/articles/old?old_query=daily&old={pair.old}")
    assert checked(answer.text, "old") == [str(pair.old)]


@pytest.mark.parametrize("query", ["%00", "%F0%28", "a" * 3000, "%25_", "'; DROP TABLE article; --", "a+" * 50])
def test_a_strange_search_is_no_error_of_ours(client: FlaskClient, query: str) -> None:
    """BAD_INPUT 44."""
    assert client.get(f"/-/articles/old?old_query={query}").status_code in {200, 400}
    assert client.get(f"/?old_query={query}").status_code in {200, 400}
    assert client.get(f"/articles?q={query}").status_code in {200, 400}


def test_an_unknown_side_is_not_found(client: FlaskClient) -> None:
    answer = client.get("/-/articles/both", headers=FRAGMENT)
    assert answer.status_code == 404
    assert [root.attributes["id"] for root in roots(answer.text)] == ["error"]


def test_an_error_under_a_fragment_address_is_a_fragment_for_everybody(client: FlaskClient) -> None:
    assert "<html" not in client.get("/-/articles/both").text
