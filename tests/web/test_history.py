"""`/articles/<article_id>` with several versions: what changed, any two compared, and versions added by hand."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage

from tests.web import forms
from tests.web.html import elements, value_of
from webapp.services import Paste, Services

NINE = "The council met on Monday. Four people came to the meeting. Nobody from the opposition was there."
NOON = NINE.replace("Four", "Five")
ONE = NOON.replace(" Nobody from the opposition was there.", "")
START = datetime(2026, 11, 2, 9, 14, tzinfo=UTC)


@pytest.fixture
def article(services: Services) -> int:
    """An article with three versions of one day, captured at 9:14, 10:14 and 11:14."""
    article = services.add_article(Paste("Something else came first."))
    for hour, text in enumerate((NINE, NOON, ONE)):
        services.add_versions(article, Paste(text), START + timedelta(hours=hour))
    return article


def ids(services: Services, article: int) -> list[int]:
    """Return the versions, oldest first."""
    return [version.id for version in services.article(article).versions[::-1]]


def links(page: str) -> dict[str, str]:
    return {link.text: str(link.attributes["href"]) for link in elements(page, "a")}


def test_each_version_says_when_how_and_what_changed(client: FlaskClient, services: Services, article: int) -> None:
    page = client.get(f"/articles/{article}").text
    nine, noon, one, *_ = ids(services, article)
    said = links(page)
    assert said["1 number changed, compared with version 2"] == f"/compare?old={nine}&new={noon}"
    assert said["1 sentence dropped, compared with version 3"] == f"/compare?old={noon}&new={one}"
    times = [each for each in elements(page, "time") if each.attributes.get("data-moment") == "full"]
    written = {each.attributes["datetime"]: each.text for each in times}
    assert written["2026-11-02T09:14:00+00:00"] == "2 November 2026, 09:14 UTC"
    assert "Times are in UTC." in page
    assert "Pasted by a reader on " in page


def test_any_two_versions_compare_in_two_clicks_in_their_order(
    client: FlaskClient, services: Services, article: int
) -> None:
    nine, noon, one, _ = ids(services, article)
    page = client.get(f"/articles/{article}").text
    chosen = client.get(links(page)["Compare version 3 with …"].partition("#")[0]).text
    assert "Version 3 is chosen." in chosen
    assert links(chosen)["Compare version 3 with version 2"] == f"/compare?old={nine}&new={noon}"
    assert links(chosen)["Compare version 3 with version 4"] == f"/compare?old={noon}&new={one}"
    assert "Compare version 3 with …" not in links(chosen)


@pytest.mark.parametrize("wanted", ["0", "999999", "a", "1"])
def test_a_version_of_another_article_cannot_be_chosen(client: FlaskClient, article: int, wanted: str) -> None:
    page = client.get(f"/articles/{article}?with={wanted}")
    assert (page.status_code, "is chosen" in page.text) == (200, False)


def test_each_sentence_says_when_it_came_and_went_and_what_it_became(client: FlaskClient, article: int) -> None:
    page = client.get(f"/articles/{article}").text
    lives = [each.text for each in elements(page, "p") if each.attributes.get("class") == "life"]
    assert any(life.startswith("2 November 2026, 09:14 to 2 November 2026, 10:14") for life in lives)
    (became,) = [each for each in elements(page, "p") if each.attributes.get("class") == "became"]
    assert "Five people came to the meeting." in became.text


def test_a_single_version_is_not_compared_with_itself(client: FlaskClient) -> None:
    page = client.get("/articles/1").text
    assert not [text for text in links(page) if text.startswith("Compare version")]
    assert not elements(page, "section", id="sentences")


def test_a_text_is_added_at_the_time_of_its_capture_in_the_zone_of_the_reader(
    client: FlaskClient, services: Services, article: int
) -> None:
    sent = {"text": NINE.replace("Four", "Three"), "captured_at": "2026-11-02T10:00", "offset": "-60"}
    answer = forms.send(client, f"/articles/{article}/versions", **sent)
    assert (answer.status_code, answer.location) == (303, f"/articles/{article}#versions")
    oldest = services.article(article).versions[-1]
    assert oldest.captured_at == datetime(2026, 11, 2, 9, 0, tzinfo=UTC)


def test_a_file_is_added_as_a_version(client: FlaskClient, services: Services, article: int) -> None:
    sent: dict[str, Any] = {"file": FileStorage(BytesIO(NINE.encode()), "nine.txt"), "text": ""}
    assert forms.send(client, f"/articles/{article}/versions", **sent).status_code == 303
    assert "Taken from the file nine.txt" in client.get(f"/articles/{article}").text


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"text": " "}, "text"),
        ({"text": "A text.", "captured_at": "yesterday"}, "captured_at"),
        ({"text": "A text.", "captured_at": "2026-11-02T09:14", "offset": "x"}, "captured_at"),
        ({"text": "A text.", "captured_at": "2026-11-02T09:14", "offset": "99999999999999999999"}, "captured_at"),
        ({"text": "A text.", "captured_at": "2026-11-02T09:14", "offset": "5000"}, "captured_at"),
        ({"text": "A text.", "captured_at": "9999-12-31T23:59", "offset": "600"}, "captured_at"),
        ({"text": "A text.", "captured_at": "0001-01-01T00:00+14:00"}, "captured_at"),
        ({"text": "A text.", "captured_at": "1026-11-02T09:14"}, "captured_at"),
        ({"text": "A text.", "file": FileStorage(BytesIO(b"Another."), "a.txt")}, "text"),
        ({"text": "", "file": FileStorage(BytesIO(b"\x89PNG\r\n\x1a\n"), "a.png")}, "file"),
    ],
)
def test_a_version_that_cannot_be_added_comes_back_with_the_reason(
    client: FlaskClient, services: Services, article: int, sent: dict[str, Any], field: str
) -> None:
    before = ids(services, article)
    answer = forms.send(client, f"/articles/{article}/versions", **sent)
    assert answer.status_code in {413, 415, 422}
    assert elements(answer.text, "p", id=f"{field}_problem")
    assert value_of(answer.text, "text") == sent["text"]
    assert ids(services, article) == before
    assert forms.send(client, "/articles/999999/versions", text="A text.").status_code == 404
