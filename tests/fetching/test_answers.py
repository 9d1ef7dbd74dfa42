"""What the gate takes from a server: counted, in time, of a kind that can hold a story, from a server with a name."""

import gzip
import resource
import ssl
import subprocess
import sys
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which
from threading import Event

import pytest

from tests.fetching.sites import OUTSIDE, STORY, Site, answer, gate, site
from webapp import __version__
from webapp.errors import AnsweredOtherwise, InvalidInput, NoAnswer, TooLarge, TooSlow, WrongKind
from webapp.fetching.gate import FetchGate
from webapp.fetching.model import Fetched, FetchRules

A_MOMENT_S = 0.3
"""A deadline that no test reaches but those whose server never ends."""

MB = 1_000_000
MAX_GROWTH_BYTES = 50 * MB
UNIT_OF_MEMORY = 1 if sys.platform == "darwin" else 1_024

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64)
ZIP = b"PK\x03\x04\x14\0\0\0\x08\0" + bytes(64)


def fetch(page: bytes | Callable[[], Iterator[bytes]], path: str = "/story", **rules: object) -> Fetched:
    """Fetch from a server that answers with this page."""
    with site({"*": page}) as served:
        return gate(served, **rules).fetch(f"http://news.example:{served.port}{path}")


def packed(megabytes: int) -> bytes:
    """Return so many megabytes of zeros as a small gzip body."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join([*(packer.compress(bytes(MB)) for _ in range(megabytes)), packer.flush()])


def test_a_page_is_fetched_with_what_says_where_it_comes_from() -> None:
    fetched = fetch(answer(Last_Modified="Mon, 02 Nov 2026 09:00:00 GMT", Set_Cookie="a=b"))
    assert fetched.data == STORY.encode()
    assert (fetched.status, fetched.media_type, fetched.charset) == (200, "text/html", "utf-8")
    assert fetched.headers == {
        "content-type": "text/html; charset=utf-8",
        "last-modified": "Mon, 02 Nov 2026 09:00:00 GMT",
    }
    assert fetched.name == "news.example/story.html"


def test_a_request_says_who_asks_and_nothing_about_the_reader(news: Site) -> None:
    gate(news, contact="it@newsroom.example").fetch(f"http://news.example:{news.port}/a?b=c#d")
    head = news.asked[0].split("\r\n")
    assert head[0] == "GET /a?b=c HTTP/1.1"
    assert sorted(line.partition(":")[0] for line in head[1:] if line) == [
        "Accept",
        "Accept-Encoding",
        "Host",
        "User-Agent",
    ]
    assert f"User-Agent: Stet/{__version__} (+it@newsroom.example)" in head


def test_row_13_a_small_body_that_unpacks_to_500_mb_is_refused_in_bounded_memory() -> None:
    """BAD_INPUT 13."""
    bomb = answer(packed(500), Content_Encoding="gzip")
    assert len(bomb) < MB
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(TooLarge, match="5,000,000 bytes"):
        fetch(bomb)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * UNIT_OF_MEMORY
    assert grown < MAX_GROWTH_BYTES


def test_row_13_a_page_that_was_packed_is_unpacked() -> None:
    """BAD_INPUT 13."""
    assert fetch(answer(gzip.compress(STORY.encode()), Content_Encoding="gzip")).data == STORY.encode()


def drip(start: bytes) -> Callable[[], Iterator[bytes]]:
    """Return what sends a byte at a time without end."""

    def pieces() -> Iterator[bytes]:
        yield start
        leaving = Event()
        while True:
            leaving.wait(0.01)
            yield b"a"

    return pieces


@pytest.mark.parametrize(
    "start",
    [
        answer("", Content_Length=""),
        answer("", Content_Length="1000000"),
        b"HTTP/1.1 200 OK\r\nX-Slow: ",
        b"",
    ],
    ids=["a body", "a body of a length", "a head", "nothing"],
)
def test_row_14_a_byte_at_a_time_ends_at_the_deadline(start: bytes) -> None:
    """BAD_INPUT 14."""
    with pytest.raises(TooSlow, match="within 0.3 seconds"):
        fetch(drip(start), seconds=A_MOMENT_S)


def test_row_14_silence_ends_at_the_deadline() -> None:
    """BAD_INPUT 14: a server that says nothing, to a request and to a greeting of TLS."""
    ended = Event()

    def silent() -> Iterator[bytes]:
        ended.wait(30)
        yield b""

    with site({"*": silent}) as served:
        for scheme in ("http", "https"):
            with pytest.raises(TooSlow):
                gate(served, seconds=A_MOMENT_S).fetch(f"{scheme}://news.example:{served.port}/")
        ended.set()


def test_row_14_a_name_that_is_looked_up_for_too_long_ends_at_the_deadline() -> None:
    """BAD_INPUT 14."""
    ended = Event()

    def resolve(host: str) -> list[str]:
        ended.wait(30)
        return [OUTSIDE]

    with pytest.raises(TooSlow):
        FetchGate(FetchRules(seconds=A_MOMENT_S), resolve).fetch("https://news.example/")
    ended.set()


def test_row_14_a_length_is_counted_and_not_believed() -> None:
    """BAD_INPUT 14: none, one that is too small, one that never comes, and one that says it is huge."""
    with pytest.raises(TooLarge, match="1,000 bytes"):
        fetch(answer("a" * 2_000, Content_Length=""), max_bytes=1_000)
    with pytest.raises(TooLarge, match="1,000 bytes"):
        fetch(answer("a" * 200_000, Content_Length="999999999999"), max_bytes=1_000)
    with pytest.raises(NoAnswer):
        fetch(answer("a" * 500, Content_Length="999999999999"), max_bytes=1_000)
    assert fetch(answer("a" * 500, Content_Length="10")).data == b"a" * 10


@pytest.mark.parametrize("kind", ["image/png", "application/zip", "video/mp4", "image/svg+xml", "text/css"])
def test_row_15_a_kind_that_holds_no_story_is_refused(kind: str) -> None:
    """BAD_INPUT 15."""
    with pytest.raises(WrongKind, match="holds no story"):
        fetch(answer("a", kind=kind))


@pytest.mark.parametrize(
    ("kind", "ending"),
    [
        ("application/rss+xml; charset=utf-8", ".xml"),
        ("application/atom+xml", ".xml"),
        ("text/xml", ".xml"),
        ("application/feed+json", ".json"),
        ("application/json", ".json"),
    ],
)
def test_a_feed_is_fetched(kind: str, ending: str) -> None:
    assert fetch(answer("<rss/>", kind=kind), "/feed").name == f"news.example/feed{ending}"


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "application/xhtml+xml"])
@pytest.mark.parametrize("data", [PNG, ZIP, b"GIF89a\x01\0\x01\0", b"<p>\0\x01\x02"])
def test_row_15_what_is_called_a_text_and_is_none_is_refused(data: bytes, kind: str) -> None:
    """BAD_INPUT 15."""
    with pytest.raises(WrongKind, match="holds no text"):
        fetch(answer(data, kind=kind))


def test_a_page_in_utf_16_is_a_text() -> None:
    assert fetch(answer(STORY.encode("utf-16"), kind="text/html")).media_type == "text/html"
    assert fetch(answer(STORY.encode("utf-16-le"), kind="text/html; charset=utf-16le")).charset == "utf-16le"


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("401 Go", "401 Unauthorized"),
        ("403 x", "403 Forbidden"),
        ("404 x", "404 Not Found"),
        ("500 x", "500 Internal Server Error"),
        ("204 x", "204 No Content"),
        ("206 x", "206 Partial Content"),
        ("799 x", "799"),
    ],
)
def test_row_16_a_status_without_a_page_is_shown(status: str, said: str) -> None:
    """BAD_INPUT 16."""
    with pytest.raises(InvalidInput, match=f"news.example answered {said} instead of a page") as refused:
        fetch(answer(status=status))
    assert refused.type is AnsweredOtherwise


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A key and a certificate of news.example, which nobody trusts."""
    if not which("openssl"):
        pytest.skip("there is no openssl: a certificate cannot be made")
    folder = tmp_path_factory.mktemp("certificate")
    key, made = folder / "key.pem", folder / "certificate.pem"
    names = ("-subj", "/CN=news.example", "-addext", "subjectAltName=DNS:news.example")
    command = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", *names)
    subprocess.run([*command, "-keyout", str(key), "-out", str(made)], check=True, capture_output=True)
    return key, made


@pytest.fixture
def secure(certificate: tuple[Path, Path]) -> Iterator[Site]:
    """A site with that certificate."""
    key, made = certificate
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(made, key)
    with site({"*": answer()}, tls=context) as served:
        yield served


def test_row_17_a_certificate_that_nobody_trusts_is_refused(secure: Site) -> None:
    """BAD_INPUT 17."""
    with pytest.raises(NoAnswer, match="news.example has no valid certificate"):
        gate(secure).fetch(f"https://news.example:{secure.port}/")
    assert secure.asked == []


def test_row_17_a_certificate_of_another_name_is_refused(
    secure: Site, certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """BAD_INPUT 17: the name counts, not the address that it was found under."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[1]))
    with pytest.raises(NoAnswer, match="other.example has no valid certificate"):
        gate(secure, {"other.example": [OUTSIDE]}).fetch(f"https://other.example:{secure.port}/")
    assert gate(secure).fetch(f"https://news.example:{secure.port}/").status == 200


def test_a_proxy_of_the_environment_is_not_asked(news: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    with site({"*": answer("The proxy.")}) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
        assert gate(news).fetch(f"http://news.example:{news.port}/").data == STORY.encode()
        assert proxy.connections == 0


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(NoAnswer, match="cannot be reached"):
        gate(Site(port=1)).fetch("http://news.example:1/")


@pytest.mark.parametrize("garbage", [b"", b"\0\1\2", b"HTTP/1.1 200\r\n" + b"A: b\r\n" * 1_000, b"SSH-2.0-x\r\n"])
def test_what_is_no_answer_is_said(garbage: bytes) -> None:
    with pytest.raises(NoAnswer):
        fetch(garbage or (lambda: iter([])))
