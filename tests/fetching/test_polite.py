"""What a program asks of a site: robots.txt first and once, then only what is new; and as late as it is told to."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest

from tests.fetching.sites import STORY, Site, answer, gate, redirect, site
from webapp.errors import AddressRefused, AnsweredOtherwise, Disallowed, InvalidInput
from webapp.fetching.polite import BELIEVED, PoliteFetch

ROBOTS = (
    "User-agent: *\nDisallow: /private\n\nUser-agent: Stet\nAllow: /private/open\nDisallow: /private\nCrawl-delay: 7\n"
)


@pytest.fixture
def pages() -> dict[str, bytes | Callable[[], Iterator[bytes]]]:
    return {"*": answer(), "/robots.txt": answer(ROBOTS, kind="text/plain"), "/away": redirect("/private/story")}


@pytest.fixture
def news(pages: dict[str, bytes | Callable[[], Iterator[bytes]]]) -> Iterator[Site]:
    with site(pages) as served:
        yield served


class Clock:
    now = datetime(2026, 11, 2, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def polite(news: Site, clock: Clock) -> PoliteFetch:
    return PoliteFetch(gate(news).fetch, clock)


def address(news: Site, path: str) -> str:
    return f"http://news.example:{news.port}{path}"


def paths(news: Site) -> list[str]:
    return [head.split()[1] for head in news.asked]


def test_robots_txt_is_read_first_and_believed_for_a_day(news: Site, polite: PoliteFetch, clock: Clock) -> None:
    for _ in range(2):
        assert polite(address(news, "/story"), {}, print).data.decode() == STORY
    assert paths(news) == ["/robots.txt", "/story", "/story"]
    clock.now += BELIEVED
    polite(address(news, "/story"), {}, print)
    assert paths(news)[3:] == ["/robots.txt", "/story"]


@pytest.mark.parametrize("path", ["/private/story", "/away"])
def test_what_robots_txt_forbids_is_not_asked_for_nor_followed_to(news: Site, polite: PoliteFetch, path: str) -> None:
    with pytest.raises(Disallowed, match=r"asks programs not to fetch this page \(robots.txt\)"):
        polite(address(news, path), {}, print)
    assert "/private/story" not in paths(news)


def test_the_rules_for_this_program_count_and_so_does_its_pause(news: Site, polite: PoliteFetch) -> None:
    assert polite(address(news, "/private/open"), {}, print).status == 200
    assert polite.pause(address(news, "/story")) == timedelta(seconds=7)


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden", "410 Gone"])
def test_without_robots_txt_everything_may_be_asked(
    news: Site, pages: dict[str, bytes], polite: PoliteFetch, status: str
) -> None:
    pages["/robots.txt"] = answer("no", status)
    assert polite(address(news, "/private/story"), {}, print).status == 200


@pytest.mark.parametrize("status", ["500 Broken", "503 Away", "429 Too Many Requests"])
def test_as_long_as_robots_txt_cannot_be_had_nothing_may(
    news: Site, pages: dict[str, bytes], polite: PoliteFetch, status: str
) -> None:
    pages["/robots.txt"] = answer("no", status, Retry_After="60")
    with pytest.raises(AnsweredOtherwise) as refused:
        polite(address(news, "/story"), {}, print)
    assert refused.value.wait == timedelta(seconds=60)
    assert paths(news) == ["/robots.txt"]


def test_a_robots_txt_that_is_no_text_forbids_nothing(news: Site, pages: dict[str, bytes], polite: PoliteFetch) -> None:
    pages["/robots.txt"] = answer(b"\x89PNG\r\n\x1a\n\x00", kind="image/png")
    assert polite(address(news, "/story"), {}, print).status == 200


def test_what_is_known_is_said_and_not_sent_again(news: Site, pages: dict[str, bytes], polite: PoliteFetch) -> None:
    pages["/story"] = answer("", "304 Not Modified", kind="")
    fetched = polite(address(news, "/story"), {"etag": '"a"', "last-modified": "Mon, 02 Nov 2026 09:00:00 GMT"}, print)
    assert (fetched.status, fetched.data) == (304, b"")
    assert 'If-None-Match: "a"\r\nIf-Modified-Since: Mon, 02 Nov 2026 09:00:00 GMT\r\n' in news.asked[1]


def test_a_page_that_was_not_known_cannot_be_unchanged(
    news: Site, pages: dict[str, bytes], polite: PoliteFetch
) -> None:
    pages["/story"] = answer("", "304 Not Modified", kind="")
    with pytest.raises(InvalidInput, match="answered 304 Not Modified instead of a page"):
        polite(address(news, "/story"), {}, print)


def test_where_a_redirect_leads_nothing_is_known_yet(news: Site, pages: dict[str, bytes], polite: PoliteFetch) -> None:
    pages["/story"] = redirect("/elsewhere")
    assert polite(address(news, "/story"), {"etag": '"a"'}, print).status == 200
    assert ["If-None-Match" in head for head in news.asked] == [False, True, False]


def test_robots_txt_goes_through_the_gate_too(news: Site, polite: PoliteFetch) -> None:
    with pytest.raises(AddressRefused):
        polite("http://169.254.169.254/story", {}, print)
    with pytest.raises(AddressRefused):
        polite("http://10.0.0.1/story", {}, print)
    assert news.connections == 0


@pytest.mark.parametrize(("said", "seconds"), [("-5", 0), ("nan", 0), ("soon", 0), ("2.5", 2.5), ("1e9", 86_400)])
def test_a_pause_is_a_time_whatever_is_said(
    news: Site, pages: dict[str, bytes], polite: PoliteFetch, said: str, seconds: float
) -> None:
    pages["/robots.txt"] = answer(f"User-agent: *\nCrawl-delay: {said}\n", kind="text/plain")
    polite(address(news, "/story"), {}, print)
    assert polite.pause(address(news, "/story")).total_seconds() == seconds
