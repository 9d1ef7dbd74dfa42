"""`/c/<public_id>?change=c12` and `/c/<public_id>/card.png`: one change, by itself and in a preview."""

from io import BytesIO
from itertools import permutations

import pytest
from flask.testing import FlaskClient
from PIL import Image, ImageChops

from tests.web.forms import send
from tests.web.html import elements
from webapp.display.phrases.files import OTHER_SCRIPT
from webapp.engine.options import Options
from webapp.exporters.card import BODY, MARGIN, WIDTH, WORDMARK
from webapp.services import Paste, Services

OLD = "The council met on Monday. The mayor said no to 12 of them. She left early."
NEW = "The council met on Monday. The mayor said no to 14 of them. She left early."


def freeze(client: FlaskClient, services: Services, old: str, new: str, **titles: str) -> str:
    sent = send(client, "/", old_text=old, new_text=new, **titles)
    old_id, new_id = (int(part.partition("=")[2]) for part in sent.location.partition("?")[2].split("&"))
    return f"/c/{services.freeze(old_id, new_id, Options())}"


@pytest.fixture
def short_link(client: FlaskClient, services: Services) -> str:
    return freeze(client, services, OLD, NEW)


def meta(page: str) -> dict[str, str]:
    """Return what the head says of the page, by name or property."""
    tags = [tag.attributes for tag in elements(page, "meta")]
    return {tag.get("property") or tag["name"]: tag["content"] for tag in tags if "content" in tag}


def test_a_change_is_shown_with_its_sentences_and_their_neighbours(client: FlaskClient, short_link: str) -> None:
    page = client.get(f"{short_link}?change=c1").text
    (shown,) = elements(page, "article", class_="one_change")
    assert shown.text.count("The council met on Monday.") == shown.text.count("She left early.") == 2
    assert [mark.text for mark in elements(page, "del")] == ["deleted: 12"]
    assert [mark.text for mark in elements(page, "ins")] == ["inserted: 14"]
    assert elements(page, "a", href=f"{short_link}#c1")


def test_the_link_and_the_frame_to_copy_are_those_of_the_change(client: FlaskClient, short_link: str) -> None:
    page = client.get(f"{short_link}?change=c1").text
    assert elements(page, "input", id="link")[0].attributes["value"] == f"http://localhost{short_link}?change=c1"
    assert f"{short_link}/embed?change=c1" in elements(page, "input", id="iframe")[0].attributes["value"]


@pytest.mark.parametrize("change", ["c999", "x", "c1'--", "\0", "c" * 3000])
def test_a_change_that_is_not_there_is_not_found(client: FlaskClient, link: str, change: str) -> None:
    """BAD_INPUT 44."""
    for end in ("", "/embed", "/card.png"):
        assert client.get(link + end, query_string={"change": change}).status_code == 404


def test_every_change_of_the_samples_has_its_page_and_its_words(
    client: FlaskClient, services: Services, link: str
) -> None:
    comparison = services.permalink(link.removeprefix("/c/")).comparison
    for change in comparison.changes[::10]:
        said = meta(client.get(f"{link}?change={change.id}").text)
        assert any(word in said["og:title"] for word in ("became", "was added", "was deleted", "was moved"))


def test_a_preview_says_what_changed(client: FlaskClient, short_link: str) -> None:
    said = meta(client.get(f"{short_link}?change=c1").text)
    assert said["og:title"] == said["twitter:title"] == "“12” became “14”"
    assert said["og:description"].startswith("Changed: number")
    assert said["og:image"] == f"http://localhost{short_link}/card.png?change=c1"
    assert said["twitter:card"] == "summary_large_image"


def test_a_preview_of_the_whole_says_how_much_stands(client: FlaskClient, short_link: str) -> None:
    said = meta(client.get(short_link).text)
    assert "of the original’s words stand. Of its 3 sentences 2 stand word for word" in said["og:description"]
    assert (said["og:url"], said["robots"]) == (f"http://localhost{short_link}", "noindex")


def test_a_hostile_text_stays_text_in_a_preview(client: FlaskClient, services: Services) -> None:
    """BAD_INPUT 22, 25."""
    hostile = '"><script>alert(1)</script>\u202e'
    link = freeze(client, services, f"A {hostile} b.", "A c b.", old_title=hostile, new_title=hostile)
    for address in (link, f"{link}?change=c1"):
        page = client.get(address).text
        assert "\u202e" not in page
        assert "alert(1)" in meta(page)["og:title"]
        assert all("src" in script.attributes for script in elements(page, "script"))


@pytest.mark.parametrize("query", ["", "?change=c1", "?change=c40"])
def test_a_card_is_a_small_picture_of_the_size_that_chats_ask_for(client: FlaskClient, link: str, query: str) -> None:
    answer = client.get(f"{link}/card.png{query}")
    assert answer.mimetype == "image/png"
    assert len(answer.data) < 80_000
    with Image.open(BytesIO(answer.data)) as picture:
        assert (picture.size, picture.format) == ((1200, 630), "PNG")


def test_the_cards_of_all_samples_are_small(client: FlaskClient, services: Services) -> None:
    for old, new in permutations([card.version_id for card in services.search_articles("", 5)], 2):
        public_id = services.freeze(old, new, Options())
        changes = services.permalink(public_id).comparison.changes[::25]
        for query in ("", *(f"?change={change.id}" for change in changes)):
            answer = client.get(f"/c/{public_id}/card.png{query}")
            assert answer.status_code == 200
            assert len(answer.data) < 80_000


MAX_SHADE = 20
"""By which a pixel of two cards may differ, of 255: each has colours of its own."""


def pixels(client: FlaskClient, services: Services, titles: tuple[str, str]) -> Image.Image:
    """Return the card of two texts with these titles."""
    texts = "The mayor said no.", "The mayor said yes."
    old, new = services.choose([Paste(text, title) for text, title in zip(texts, titles, strict=True)])
    answer = client.get(f"/c/{services.freeze(old, new, Options())}/card.png")
    return Image.open(BytesIO(answer.data)).convert("L")


def test_a_long_title_leaves_the_wordmark_free(client: FlaskClient, services: Services) -> None:
    long = "Ministers meet mayors and magistrates in Mannheim on Monday"
    wordmark = (WIDTH - MARGIN - WORDMARK, MARGIN, WIDTH - MARGIN, MARGIN + BODY)
    short_title, long_title = (pixels(client, services, (title, "B")).crop(wordmark) for title in ("A", long))
    assert max(ImageChops.difference(short_title, long_title).tobytes()) <= MAX_SHADE


def test_a_title_in_a_script_that_the_card_cannot_show_is_said_to_be_one(
    client: FlaskClient, services: Services
) -> None:
    """Not an ellipsis, which says nothing."""
    said = pixels(client, services, (OTHER_SCRIPT, OTHER_SCRIPT))
    assert pixels(client, services, ("إغلاق الجسر", "الجسر مغلق")).tobytes() == said.tobytes()


def test_two_changes_have_two_cards(client: FlaskClient, link: str) -> None:
    assert client.get(f"{link}/card.png?change=c1").data != client.get(f"{link}/card.png?change=c2").data


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("他说不。", "他说好。"),
        ("قال لا.", "قال نعم."),
        ("word " * 3000, "other " * 3000),
        ("x" * 5000, "y" * 5000),
        ("A \U0001f469\u200d\U0001f680 b.", "A \u202e\u200b c."),
    ],
    ids=["Chinese", "Arabic", "long", "one word", "emoji"],
)
def test_a_card_is_drawn_of_every_text(client: FlaskClient, services: Services, old: str, new: str) -> None:
    link = freeze(client, services, old, new)
    for query in ("", "?change=c1"):
        answer = client.get(f"{link}/card.png{query}")
        assert answer.status_code == 200
        assert len(answer.data) < 80_000
