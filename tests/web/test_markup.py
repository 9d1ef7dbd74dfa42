"""What a text holds is shown as text: no element, no attribute and no address of a page ever comes out of one."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.web.forms import send
from tests.web.html import elements
from webapp.engine.options import Options
from webapp.services import Paste, Services, parse_terms
from webapp.services.finding import LISTED

Shape = set[tuple[str, frozenset[str]]]

SCRIPTS = [  # BAD_INPUT 18
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example/x.js></sCrIpT>",
    '<img src=x onerror="alert(1)">',
    '<a href="javascript:alert(1)">click</a>',
    '<a href="java\tscript:alert(1)">click</a>',
    "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "</textarea></p></article></main><script>alert(1)</script>",
    "{{ 7 * 7 }}{% raw %}",
    "<!--><script>alert(1)</script-->",
]
FOR_HTMX = [  # BAD_INPUT 19
    '<div hx-get="/articles" hx-trigger="load" hx-target="body"></div>',
    '<div data-hx-post="/comparisons" data-hx-trigger="load"></div>',
    '<p id="htmx">x</p><p id="result">y</p><p id="error">z</p>',
    '<hx-partial hx-target="body">x</hx-partial>',
    '<div hx-swap-oob="true" id="main">x</div>',
    '<meta name="htmx-config" content="history:false">',
]
LOADING = [  # BAD_INPUT 20
    '<img src="https://evil.example/pixel.gif" width=1>',
    '<base href="https://evil.example/">',
    '<form action="https://evil.example/"><button>Go</button></form>',
    '<style>@import "https://evil.example/x.css";</style>',
]
SPLIT = [  # BAD_INPUT 21: (old, new)
    ("He said <b>no</b> today.", "He said <b>yes</b> today."),
    ("He said <scr today.", "He said <scr ipt>alert(1)</script> today."),
    ('See <a title="old">this</a>.', 'See <a title="new" onclick="alert(1)">this</a>.'),
    ("A &lt;b&gt; B", "A &amp;lt;b&gt; B"),
    ("<", "<img src=x onerror=alert(1)>"),
]
TITLE = '"><img src=x onerror=alert(1)>'  # BAD_INPUT 22


def shape(page: str) -> Shape:
    """Return which elements a page has, each with the names of its attributes."""
    return {(element.tag, frozenset(element.attributes)) for element in elements(page)}


def pages(client: FlaskClient, services: Services, old: str, new: str, title: str = "A title") -> dict[str, str]:
    """Store two texts and return every kind of page that shows them."""
    sent = send(
        client, "/", old_text=old, new_text=new, old_title=title, new_title=title, keep_texts="on", do="compare"
    )
    old_id, new_id = (int(part.partition("=")[2]) for part in sent.location.partition("?")[2].split("&"))
    link = f"/c/{services.freeze(old_id, new_id, Options())}"
    addresses = {
        "inline": sent.location,
        "side": f"{sent.location}&view=side",
        "link": link,
        "embed": f"{link}/embed",
        "article": f"/articles/{services.version(new_id).article.id}",
        "library": "/articles",
        "desk": f"/?old={old_id}&new={new_id}",
    }
    return {name: client.get(address).text for name, address in addresses.items()}


@pytest.fixture(scope="module")
def harmless(app_client: FlaskClient, services: Services) -> dict[str, Shape]:
    """The shapes of the pages of harmless texts with every kind of row and mark, relatives, and a list that goes on."""
    old = "It stands here.\n\nThis was dropped.\n\nThe mayor (43) said no to it, and no again.\n\nThe dog sat."
    new = "It stands here.\n\nThe mayor (44) said yes to it, and yes again.\n\nThe cat sat up.\n\nThis is new."
    for number in range(LISTED):
        services.add_article(Paste(f"{new} Number {number}."))
    changed, replaced = pages(app_client, services, old, new), pages(app_client, services, "One.", "Two.")
    return {name: shape(changed[name]) | shape(replaced[name]) for name in changed}


@pytest.fixture(scope="module")
def app_client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize("text", SCRIPTS + FOR_HTMX + LOADING)
def test_markup_in_a_text_is_text(
    client: FlaskClient, services: Services, harmless: dict[str, Shape], text: str
) -> None:
    """BAD_INPUT 18, 19, 20."""
    for name, page in pages(client, services, f"Before {text} after.", f"Before that {text} afterwards.").items():
        assert shape(page) <= harmless[name], name


@pytest.mark.parametrize(("old", "new"), SPLIT)
def test_markup_that_is_put_together_by_a_change_is_text(
    client: FlaskClient, services: Services, harmless: dict[str, Shape], old: str, new: str
) -> None:
    """BAD_INPUT 21."""
    for name, page in pages(client, services, old, new).items():
        assert shape(page) <= harmless[name], name


def test_markup_in_a_title_is_text(client: FlaskClient, services: Services, harmless: dict[str, Shape]) -> None:
    """BAD_INPUT 22."""
    for name, page in pages(client, services, "One.", "Two.", TITLE).items():
        assert shape(page) <= harmless[name], name
        assert "<img" not in page


def test_markup_in_an_outlet_or_a_note_is_text(client: FlaskClient, services: Services) -> None:
    """BAD_INPUT 22."""
    old, new = services.choose([Paste(text, TITLE, outlet=TITLE, keep=True) for text in ("One.", "Two.")])
    link = f"/c/{services.freeze(old, new, Options(), parse_terms(TITLE, TITLE, 'never', 'k' * 22))}"
    article = f"/articles/{services.version(old).article.id}"
    for address in (link, f"{link}?change=c1", f"{link}/embed", f"{link}/verify", article, "/articles", "/"):
        page = client.get(address).text
        assert "<img" not in page and "&lt;img src=x" in page, address


def test_markup_in_a_form_that_comes_back_is_text(client: FlaskClient) -> None:
    """BAD_INPUT 22."""
    answer = send(client, "/", old="pasted", old_text="</textarea><script>x</script>", old_title=TITLE, old_query=TITLE)
    assert answer.status_code == 422
    assert shape(answer.text) - shape(client.get("/").text) <= {
        ("p", frozenset({"class", "id", "role"})),
        ("input", frozenset({"type", "name", "value", "checked"})),
    }


def test_an_invisible_character_is_shown_in_texts_and_titles(client: FlaskClient, services: Services) -> None:
    """BAD_INPUT 25."""
    for name, page in pages(client, services, "Pay\u202e 001 now.", "Pay\u200b 100 now.", "Ti\u2066tle").items():
        assert not {"\u202e", "\u200b", "\u2066"} & set(page), name
    marks = [mark.text for mark in elements(client.get("/articles").text, "span", class_="unseen")]
    assert "LRI" in marks


def test_a_control_character_is_shown_in_texts_titles_outlets_and_notes(
    client: FlaskClient, services: Services
) -> None:
    """BAD_INPUT 22, 25: a page shows nothing for it."""
    controls = [chr(code) for code in (*range(1, 0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n\r"]
    unseen = {*controls, "\u2028", "\u2029"}
    every = "".join(f"a{character}b " for character in controls)
    found = pages(client, services, f"Pay {every} now. No\x1b.", f"Pay {every} then. No\x9b.\x0b", f"Ti\x1b{every}tle")
    paste = Paste(f"Say {every} it.", f"Ti{every}tle", outlet=f"Out{every}let")
    first, second = services.choose([paste, Paste("Say it.", f"Ano\x1bther{every}")])
    terms = parse_terms(f"Head\x1b{every}", f"Note\x9b{every}", "never", "k" * 22)
    link = f"/c/{services.freeze(first, second, Options(), terms)}"
    named = {
        address: client.get(address).text for address in (link, f"{link}?change=c1", f"{link}/embed", f"{link}/verify")
    }
    for name, page in (found | named).items():
        assert not unseen & set(page), (name, sorted(map(ascii, unseen & set(page))))
    assert {"ESC", "CSI", "BEL", "DEL"} <= {mark.text for mark in elements(found["inline"], "span", class_="unseen")}
