"""`/` and `/articles`: an address in place of a text, with or without JavaScript. The site is a real server."""

from collections.abc import Iterator
from hashlib import sha256

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.fetching.sites import Site, answer, redirect, site
from tests.web import forms
from tests.web.conftest import FRAGMENT
from tests.web.html import elements, value_of
from webapp.app import create_app
from webapp.errors import AddressRefused, Busy, InvalidInput, NoAnswer, TooLarge, TooSlow, WrongKind
from webapp.services import Paste, Services
from webapp.settings import load_settings
from webapp.web.shell.error_pages import status_of

NINE = "<!doctype html><title>Mayor</title><p>The mayor of Lyon said no on Monday. Nobody else came to the meeting."
NOON = NINE.replace("said no", "said yes")
PASTED = "The mayor of Lyon said maybe on Monday. Nobody else came to the meeting."
LOGIN = '<title>Sign in</title><form method="post"><p>Sign in to read on.<input type="password" name="p"></form>'
CONSENT = "<title>Before you read</title><form><p>We and our 812 partners use cookies.<button>Accept</button></form>"

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>The Daily</title><item><title>Mayor says no</title>'
    "<description>The mayor said no.</description></item><item><title>Rain expected</title>"
    "<description>It may rain in Lyon.</description></item></channel></rss>"
)
JSON_FEED = '{"version": "https://jsonfeed.org/version/1.1", "items": [{"content_text": "The mayor said so."}]}'

Pages = dict[str, bytes]


@pytest.fixture(scope="module")
def pages() -> Pages:
    """What the site answers; tests may change it."""
    return {
        "/nine": answer(NINE),
        "/noon": answer(NOON),
        "/moved": redirect("/ten"),
        "/ten": answer(NINE, Last_Modified="Mon, 02 Nov 2026 10:00:00 GMT"),
        "/shared": redirect("/eleven"),
        "/eleven": answer(NINE.replace("Monday", "Sunday")),
        "/added": answer(NINE),
        "/twice": answer(NINE),
        "/private": redirect("http://127.0.0.1:1/"),
        "/gone": answer("", "404 Gone"),
        "/picture": answer(b"\x89PNG\r\n\x1a\n\0\0", kind="image/png"),
        "/broken": b"SSH-2.0-OpenSSH\r\n",
        "/large": answer("a" * 5_000_001),
        "/login": answer(LOGIN),
        "/consent": answer(CONSENT),
        "/to_login": redirect("/account/login?next=/nine"),
        "/account/login?next=/nine": answer(NINE),
        "/latin": answer(NINE.replace("Lyon", "Orléans").encode("latin-1"), kind="text/html; charset=iso-8859-1"),
        "/rich": answer(rb"{\rtf1 The mayor of Lyon said caf\'e9.}", kind="text/rtf; charset=utf-8"),
        "/feed": answer(FEED, kind="application/rss+xml"),
        "/feed.json": answer(JSON_FEED, kind="application/json"),
        "/data.json": answer('{"articles": []}', kind="application/json"),
        "/sitemap.xml": answer("<urlset/>", kind="text/xml"),
        "/archive": answer(b"PK\x03\x04\0\0\0\0", kind="application/octet-stream"),
    }


@pytest.fixture(scope="module")
def news(pages: Pages) -> Iterator[Site]:
    with site(pages) as served:
        yield served


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, news: Site) -> Iterator[Flask]:
    """An application that may fetch from the site, and from nothing else on this machine."""
    listed = (f"127.0.0.1:{news.port}",)
    unlimited = {"imports_per_minute": 0, "comparisons_per_minute": 0, "fetch_hosts": listed}
    app = create_app(load_settings(data_dir=tmp_path_factory.mktemp("data"), **unlimited))
    yield app
    app.extensions["stet.database"].close()


@pytest.fixture
def base(news: Site) -> str:
    return f"http://127.0.0.1:{news.port}"


@pytest.mark.parametrize("headers", [{}, FRAGMENT])
def test_two_addresses_lead_to_their_comparison(client: FlaskClient, base: str, headers: dict[str, str]) -> None:
    sent = forms.send(client, "/", headers, old_text=f" {base}/nine\r\n", new_text=f"{base}/noon", do="compare")
    assert sent.status_code == 303
    page = client.get(sent.location).text
    assert "Web page of 127.0.0.1, " in page
    assert [change.text for change in elements(page, "ins")] != []
    assert "1 word" not in page


def test_an_address_and_a_text_are_compared(client: FlaskClient, base: str) -> None:
    sent = forms.send(client, "/", old_text=f"{base}/nine", new_text=PASTED, do="compare")
    assert sent.status_code == 303
    assert "maybe" in client.get(sent.location).text


def test_what_is_known_of_a_fetch_is_kept_as_evidence(client: FlaskClient, services: Services, base: str) -> None:
    sent = forms.send(client, "/", old_text=f"{base}/moved#top", new_text=PASTED, do="compare")
    version = services.version(int(sent.location.partition("old=")[2].partition("&")[0]))
    assert version.origin == "url"
    known = dict(version.capture)
    assert known.pop("fetched_at")[:2] == "20"
    assert known == {
        "importer": "html/2",
        "raw_sha256": sha256(NINE.encode()).hexdigest(),
        "address": f"{base}/ten",
        "asked": f"{base}/moved#top",
        "status": 200,
        "headers": {
            "content-type": "text/html; charset=utf-8",
            "last-modified": "Mon, 02 Nov 2026 10:00:00 GMT",
        },
    }
    assert services.article(version.article.id).article.title == "Mayor"


def test_a_page_that_has_changed_is_a_newer_version_of_its_article(
    client: FlaskClient, services: Services, base: str, pages: Pages
) -> None:
    pages["/changing"] = answer(NINE.replace("Lyon", "Nice"))
    first = services.add_article(services.read_address(f"{base}/changing"))
    assert services.add_article(services.read_address(f"{base}/changing")) == first
    assert len(services.article(first).versions) == 1
    pages["/changing"] = answer(NOON.replace("Lyon", "Nice"))
    assert services.add_article(services.read_address(f"{base}/changing")) == first
    assert [version.number for version in services.article(first).versions] == [2, 1]


def test_the_charset_that_a_server_names_is_believed(services: Services, base: str) -> None:
    assert services.read_address(f"{base}/rich").text == "The mayor of Lyon said café."
    assert "Orléans" in services.read_address(f"{base}/latin").text


REFUSED = {
    "/private": (422, "redirects to where Stet does not go"),
    "/gone": (422, "404 Not Found"),
    "/picture": (415, "image/png"),
    "/archive": (415, "no document that Stet reads"),
    "/broken": (502, "cannot be reached, or broke off"),
    "/large": (413, "5,000,000 bytes"),
    "/login": (422, "answered 200, but with a login page"),
    "/consent": (422, "answered 200, but with a consent page"),
    "/to_login": (422, "with a login page"),
}


@pytest.mark.parametrize("headers", [{}, FRAGMENT])
@pytest.mark.parametrize("path", REFUSED)
def test_a_page_that_is_no_story_is_refused_beside_its_field_and_nothing_is_stored(
    client: FlaskClient, services: Services, base: str, path: str, headers: dict[str, str]
) -> None:
    """BAD_INPUT 10, 13 and 15 to 17."""
    status, words = REFUSED[path]
    before = len(services.search_articles("", limit=500))
    for address, field, others in (("/", "new_text", {"old_text": PASTED}), ("/articles", "text", {})):
        sent = forms.send(client, address, headers, do="compare", **others, **{field: f"{base}{path}"})
        assert sent.status_code == status
        assert words in elements(sent.text, id=f"{field}_problem")[0].text
        assert value_of(sent.text, field) == f"{base}{path}"
        assert {name: value_of(sent.text, name) for name in others} == others
    assert len(services.search_articles("", limit=500)) == before


def test_each_failure_of_a_fetch_has_its_status(app: Flask) -> None:
    """BAD_INPUT 1 to 17."""
    statuses = {AddressRefused: 403, TooLarge: 413, WrongKind: 415, InvalidInput: 422, NoAnswer: 502, TooSlow: 504}
    with app.test_request_context(method="POST"):
        assert {kind: status_of(kind("Why.")) for kind in statuses} == statuses


def test_one_address_on_both_sides_answers_that_nothing_changed_and_is_one_article(
    client: FlaskClient, services: Services, base: str
) -> None:
    before = len(services.search_articles("", limit=500))
    sent = forms.send(client, "/", old_text=f"{base}/twice", new_text=f"{base}/twice", do="compare")
    assert sent.status_code == 303
    assert "Nothing changed." in client.get(sent.location).text
    assert len(services.search_articles("", limit=500)) == before


def test_a_page_is_added_to_the_library_under_the_title_that_was_given(client: FlaskClient, base: str) -> None:
    sent = forms.send(client, "/articles", text=f"{base}/added", title="Mine", outlet="The Gazette")
    assert sent.status_code == 303
    page = client.get(sent.location).text
    assert "The mayor of Lyon" in page
    assert "Mine" in elements(page, "h1")[0].text


def test_a_look_at_a_page_fills_the_form_and_stores_nothing(
    client: FlaskClient, services: Services, base: str, pages: Pages
) -> None:
    head = '<html lang="fr"><meta property="og:site_name" content="The Gazette"><meta name="date" content="2026-11-02">'
    pages["/looked"] = answer(f"<!doctype html>{head}<title>Mayor</title><p>It begins so.<p>A middle.<p>It ends so.")
    before = len(services.search_articles("", limit=500))
    for headers in ({}, FRAGMENT):
        sent = forms.send(client, "/articles", headers, text=f"{base}/looked", title="Mine", do="look")
        assert sent.status_code == 200
        filled = {name: value_of(sent.text, name) for name in ("text", "title", "outlet", "published", "language")}
        assert filled == {
            "text": f"{base}/looked",
            "title": "Mine",
            "outlet": "The Gazette",
            "published": "2026-11-02",
            "language": "fr",
        }
        (look,) = elements(sent.text, role="status")
        assert "Web page of 127.0.0.1, 8 words" in look.text
        assert "It begins so." in look.text and "It ends so." in look.text and "A middle." not in look.text
    assert len(services.search_articles("", limit=500)) == before
    made = forms.send(client, "/articles", do="add", **filled | {"published": "2026-11-03"})
    card = services.article(int(made.location.rpartition("/")[2])).article
    assert (card.title, card.outlet, str(card.published), card.language) == ("Mine", "The Gazette", "2026-11-03", "fr")


def test_a_date_that_is_none_is_said_beside_its_field(client: FlaskClient) -> None:
    for published in ("yesterday", "2026-13-01"):
        sent = forms.send(client, "/articles", text=PASTED, published=published)
        assert sent.status_code == 422
        assert "2026-11-02" in elements(sent.text, id="published_problem")[0].text
        assert value_of(sent.text, "published") == published


def test_a_line_that_only_has_an_address_in_it_is_a_text(client: FlaskClient, services: Services, base: str) -> None:
    written = f"The mayor gave {base}/nine as the source."
    sent = forms.send(client, "/", old_text=written, new_text=PASTED, do="compare")
    version = services.version(int(sent.location.partition("old=")[2].partition("&")[0]))
    assert (version.text, version.origin) == (written, "paste")


def test_a_link_tells_how_its_page_was_fetched(client: FlaskClient, base: str) -> None:
    sent = forms.send(client, "/", old_text=f"{base}/shared", new_text=f"{base}/noon", do="compare")
    sides = dict(part.split("=") for part in sent.location.partition("?")[2].split("&"))
    shared = forms.send(client, "/comparisons", **sides)
    page = client.get(shared.location).text
    assert f"fetched from {base}/eleven" in page
    assert f"Asked for {base}/shared, answered with status 200." in page
    assert sha256(NINE.replace("Monday", "Sunday").encode()).hexdigest() in page


def test_a_page_can_be_saved_as_it_came_and_is_never_shown(client: FlaskClient, services: Services, base: str) -> None:
    """BAD_INPUT 23."""
    article = services.article(services.add_article(services.read_address(f"{base}/nine")))
    (link,) = [
        each.attributes["href"]
        for each in elements(client.get(f"/articles/{article.article.id}").text, "a")
        if each.text == "as it came"
    ]
    saved = client.get(link)
    assert saved.data == NINE.encode()
    assert saved.mimetype == "application/octet-stream"
    assert saved.headers["Content-Disposition"] == "attachment; filename=127.0.0.1.html"
    assert saved.headers["X-Content-Type-Options"] == "nosniff"


def test_a_page_is_fetched_again_and_what_has_changed_is_shown(
    client: FlaskClient, services: Services, base: str, pages: Pages
) -> None:
    pages["/again"] = answer(NINE.replace("Lyon", "Lille"))
    article = services.add_article(services.read_address(f"{base}/again"))
    page = client.get(f"/articles/{article}").text
    (form,) = elements(page, "form", action=f"/articles/{article}/captures")
    assert forms.send(client, form.attributes["action"]).location == f"/articles/{article}"
    pages["/again"] = answer(NOON.replace("Lyon", "Lille"))
    changed = forms.send(client, form.attributes["action"])
    newest, first = services.article(article).versions
    assert changed.location == f"/compare?old={first.id}&new={newest.id}"
    pages["/again"] = answer(status="404 x")
    failed = forms.send(client, form.attributes["action"])
    assert failed.location == f"/articles/{article}"
    assert "no version. The capture failed. 127.0.0.1" in client.get(failed.location).text
    assert len(services.article(article).versions) == 2


def test_what_was_not_fetched_cannot_be_fetched_again(client: FlaskClient, services: Services) -> None:
    article = services.add_article(Paste("A text that somebody pasted."))
    assert "Fetch the page again" not in client.get(f"/articles/{article}").text
    assert forms.send(client, f"/articles/{article}/captures").status_code == 422
    assert forms.send(client, "/articles/999999/captures").status_code == 404


def test_what_was_not_kept_is_not_found(client: FlaskClient, services: Services) -> None:
    (version,) = services.choose([Paste("A text that was pasted.")])
    for path in (f"/versions/{version}/received", "/versions/999999/received", "/versions/0/received"):
        assert client.get(path).status_code == 404


def test_one_client_fetches_two_addresses_at_once_and_leaves_room_for_others(app: Flask) -> None:
    """BAD_INPUT 49: a slow server holds a thread for as long as the deadline."""
    guard = app.extensions["stet.guard"]
    with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.7"}), guard.fetch(), guard.fetch():
        with pytest.raises(Busy), guard.fetch():
            pytest.fail("a third was let in")
        with app.test_request_context(environ_base={"REMOTE_ADDR": "192.0.2.8"}), guard.fetch():
            pass


def test_the_stories_of_a_feed_are_offered_and_added_as_chosen(
    client: FlaskClient, services: Services, base: str
) -> None:
    look = forms.send(client, "/articles", text=f"{base}/feed", do="look").text
    assert [box.attributes["value"] for box in elements(look, "input", name="story")] == [
        "Mayor says no",
        "Rain expected",
    ]
    assert "Feed of 127.0.0.1, 14 words, 1 warning" in look
    sent = forms.send(client, "/articles", text=f"{base}/feed", do="stories", story=["Rain expected"])
    assert sent.status_code == 303
    (card,) = services.search_articles("rain expected")
    version = services.version(card.version_id)
    assert (card.outlet, version.text) == ("The Daily", "Rain expected\n\nIt may rain in Lyon.")
    assert version.capture["part"] == 2
    assert isinstance(version.capture["whole"], dict)
    assert version.capture["whole"]["address"] == f"{base}/feed"


def test_a_feed_is_compared_as_one_text_that_says_how_many_stories_it_holds(client: FlaskClient, base: str) -> None:
    sent = forms.send(client, "/", old_text=f"{base}/feed", new_text=f"{base}/feed.json", do="compare")
    assert "It holds 2 stories, which are one text here." in client.get(sent.location).text


@pytest.mark.parametrize("path", ["data.json", "sitemap.xml"])
def test_data_without_a_story_are_refused(client: FlaskClient, base: str, path: str) -> None:
    """BAD_INPUT 15."""
    answer = forms.send(client, "/articles", text=f"{base}/{path}")
    assert answer.status_code == 415
    assert "neither a feed nor a story" in answer.text
