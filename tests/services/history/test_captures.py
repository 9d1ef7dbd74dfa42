"""An address captured again: a new version only if its story differs; what failed is said, and is no version."""

from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Thread

import pytest

from tests.databases import count_rows
from tests.fetching.sites import Site, answer, gate, redirect, site
from tests.importers.news_pages import NEWS_PAGES, NewsPage
from webapp.errors import InvalidInput, NotFound
from webapp.services import Paste, Services
from webapp.settings import Settings
from webapp.storage.database import Database

PAGE = """<!doctype html><title>Budget</title>
<nav><a href=/>Home</a> <a href=/sport>Sport</a> <a href=/weather>Weather and traffic</a></nav>
<main><h1>Council passes the budget after a long night</h1>
<p>Updated {minutes} minutes ago</p>
<p>The council of Lyon passed the budget on Monday night after nine hours of debate in the old town hall.</p>
<p>The mayor said that {swimming} swimming pools would stay open until the end of the year.</p>
<p>“{said},” said Anna Berger, who leads the opposition, when the session was over.</p>
<p>The trams get nine million euros more than last year, and the museums lose two million.</p>
<p>Members of the committee will meet again in March to talk about the schools.</p>{more}</main>
<aside><h2>Most read</h2><p><a href=/1>{teaser}</a></p><p><a href=/2>Ferry to the islands late again</a></p></aside>
<section><h2>{comments} comments</h2></section>"""
FIRST = {
    "minutes": 3,
    "swimming": "four",
    "said": "We will vote against it",
    "more": "",
    "teaser": "Snow expected in the hills on Sunday",
    "comments": 12,
}
LATER = {"minutes": 9, "teaser": "Two hurt as bus leaves the road near Dijon", "comments": 87}
CONSENT = "<!doctype html><form><h1>Cookies</h1><p>We use cookies. Accept all cookies?</p><button>Yes</button></form>"
OTHER = "<!doctype html><title>Fair</title>" + "".join(
    f"<p>At stand {n} of the fair in Bordeaux growers showed {n} kinds of apples to {n * 37} visitors from abroad.</p>"
    for n in range(2, 9)
)


def page(**said: object) -> bytes:
    return answer(PAGE.format(**{**FIRST, **said}))


@pytest.fixture
def pages() -> dict[str, bytes]:
    """What the site answers; tests change it."""
    return {"/story": page(), "/elsewhere": page(**LATER), "/consent": answer(CONSENT)}


@pytest.fixture
def news(pages: dict[str, bytes]) -> Iterator[Site]:
    with site(pages) as served:
        yield served


@pytest.fixture
def services(database: Database, tmp_path: Path, news: Site) -> Services:
    return Services(database, Settings(data_dir=tmp_path), fetch=gate(news).fetch)


@pytest.fixture
def article(services: Services, news: Site) -> int:
    return services.add_article(services.read_address(f"http://news.example:{news.port}/story"))


def versions(services: Services, article: int) -> int:
    return len(services.article(article).versions)


@pytest.mark.parametrize("served", [page(), page(**LATER), redirect("/elsewhere")], ids=["same", "furniture", "moved"])
def test_furniture_that_changed_is_no_new_version(
    services: Services, article: int, pages: dict[str, bytes], served: bytes
) -> None:
    pages["/story"] = served
    captured = services.capture_again(article)
    assert (captured.outcome, captured.said) == ("unchanged", "The story has not changed")
    known = services.article(article)
    assert captured.version_id == captured.before_id == known.article.version_id
    assert len(known.versions) == 1
    assert known.last_capture is not None
    assert (known.last_capture.outcome, known.last_capture.failures) == ("unchanged", 0)


def test_an_edited_story_is_a_new_version_and_what_differs_is_said_in_one_line(
    services: Services, article: int, pages: dict[str, bytes]
) -> None:
    more = "<p>Nobody was hurt in the crush at the doors.</p><p>The hall was closed at three in the morning.</p>"
    pages["/story"] = page(**LATER, swimming="five", said="We will vote against it in spring", more=more)
    captured = services.capture_again(article)
    assert (captured.outcome, captured.said) == ("changed", "1 number and 1 quotation changed; 2 sentences added")
    newest, first = services.article(article).versions
    assert (captured.version_id, captured.before_id) == (newest.id, first.id)
    known = services.article(article)
    assert known.last_capture is not None
    assert known.last_capture.said == captured.said


def test_a_text_that_returns_is_a_version_again(services: Services, article: int, pages: dict[str, bytes]) -> None:
    pages["/story"] = page(swimming="five")
    services.capture_again(article)
    pages["/story"] = page()
    assert services.capture_again(article).outcome == "changed"
    shas = [version.sha256 for version in services.article(article).versions]
    assert (len(shas), shas[0] == shas[2]) == (3, True)


FAILURES = {
    "a server that fails": (answer(status="500 x"), "500 Internal Server Error"),
    "a page that is gone": (answer(status="404 x"), "404 Not Found"),
    "a page that is empty": (answer("<!doctype html><title>Budget</title>"), "is empty"),
    "a consent page": (answer(CONSENT), "consent page"),
    "a redirect to a consent page": (redirect("/consent"), "consent page"),
    "a picture": (answer(b"\x89PNG\r\n\x1a\n" + bytes(90), kind="image/png"), "image/png"),
    "an answer that breaks off": (page()[:600], "news.example"),
    "a paywall": (
        answer(PAGE.format(**FIRST).partition("<p>The mayor")[0] + "<p>Subscribe to read on.</p></main>"),
        "much shorter than the story",
    ),
    "a story taken down": (answer("<!doctype html><main><p>This story was taken down.</main>"), "much shorter"),
    "another story": (answer(OTHER), "hardly a word of the story"),
}


@pytest.mark.parametrize("case", FAILURES)
def test_a_capture_that_fails_is_no_version_and_is_kept_with_its_reason(
    services: Services, article: int, pages: dict[str, bytes], case: str
) -> None:
    pages["/story"], reason = FAILURES[case]
    for times in (1, 2, 3):
        captured = services.capture_again(article)
        assert captured.outcome == "failed"
        assert reason in captured.said
        last = services.article(article).last_capture
        assert last is not None
        assert (last.outcome, last.said, last.failures) == ("failed", captured.said, times)
    assert versions(services, article) == 1
    pages["/story"] = page(swimming="five")
    assert services.capture_again(article).outcome == "changed"
    last = services.article(article).last_capture
    assert last is not None
    assert last.failures == 0


def test_a_story_stands_behind_comments_that_are_gone(
    services: Services, article: int, pages: dict[str, bytes]
) -> None:
    chatter = "".join(f"<p>Reader {n}: I was at the pool number {n} and it was closed all week.</p>" for n in range(40))
    pages["/story"] = answer(PAGE.format(**{**FIRST, "swimming": "five"}) + chatter)
    assert services.capture_again(article).outcome == "changed"
    pages["/story"] = page(swimming="five")
    assert services.capture_again(article).outcome == "unchanged"


def test_an_article_that_was_not_fetched_cannot_be_captured(services: Services) -> None:
    with pytest.raises(InvalidInput, match="No version of this article was fetched"):
        services.capture_again(services.add_article(Paste("A text that somebody pasted.")))
    with pytest.raises(NotFound):
        services.capture_again(999_999)


def test_the_address_is_asked_for_also_after_a_text_was_pasted(
    services: Services, article: int, pages: dict[str, bytes]
) -> None:
    services.add_version(article, PAGE.format(**{**FIRST, "swimming": "five"}).partition("<main>")[2])
    pages["/story"] = page(swimming="six")
    assert services.capture_again(article).outcome in {"changed", "unchanged"}


def test_two_captures_at_once_make_one_version(services: Services, article: int, pages: dict[str, bytes]) -> None:
    """Each page has another counter, so that their texts differ, and the same edit."""
    pages["/story"] = page(swimming="five")
    barrier, outcomes = Barrier(2), []

    def capture() -> None:
        barrier.wait()
        outcomes.append(services.capture_again(article).outcome)

    threads = [Thread(target=capture) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["changed", "unchanged"]
    assert versions(services, article) == 2


def test_deleting_an_article_deletes_what_is_kept_of_its_captures(
    services: Services, article: int, pages: dict[str, bytes], database_url: str
) -> None:
    pages["/story"] = page(swimming="five")
    services.capture_again(article)
    assert count_rows(database_url)["kept_pair"] == count_rows(database_url)["last_capture"] == 1
    services.delete_article(article)
    left = count_rows(database_url)
    assert [left[name] for name in ("article", "text", "kept_pair", "last_capture")] == [0, 0, 0, 0]


@pytest.mark.parametrize("known", NEWS_PAGES, ids=lambda known: known.name)
def test_every_kind_of_news_page_is_captured_as_changed_once(tmp_path: Path, known: NewsPage) -> None:
    served = {"/story": answer(known.capture(is_new=False))}
    database = Database(f"sqlite:///{tmp_path / 'stet.sqlite3'}")
    database.migrate()
    with site(served) as news:
        services = Services(database, Settings(data_dir=tmp_path), fetch=gate(news).fetch)
        article = services.add_article(services.read_address(f"http://news.example:{news.port}/story"))
        served["/story"] = answer(known.capture(is_new=True))
        outcomes = [services.capture_again(article).outcome for _ in range(2)]
    database.close()
    assert outcomes == ["changed", "unchanged"]
