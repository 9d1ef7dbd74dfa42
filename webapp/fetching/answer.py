"""Reads what a server answers, if it can be a story: its status, its kind, its body up to the limit."""

import re
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime
from http import HTTPStatus

from urllib3 import BaseHTTPResponse

from webapp.errors import AnsweredOtherwise, TooLarge
from webapp.fetching.kinds import ENDINGS, check_bytes, check_label
from webapp.fetching.model import Fetched
from webapp.fetching.target import Target

FILE_NAME = re.compile(r"[\w.-]{1,100}")
CHUNK_BYTES = 65_536
WITH_A_PAGE = {200, 203}
NOT_MODIFIED = 304
SECONDS = re.compile(r"[0-9]{1,12}")
LONGEST_WAIT = timedelta(days=366)
"""For which a server is left alone. Range: any above a day. Why: what asks for longer does not mean it."""

KEPT_HEADERS = ("content-type", "content-language", "date", "etag", "last-modified")


def read_answer(
    answer: BaseHTTPResponse, asked: str, target: Target, max_bytes: int, *, is_known: bool = False
) -> Fetched:
    """Return an answer with its body. `asked`: the address as it was given; `target`: where the answer came from.

    is_known  whether a page is known, so that 304 is an answer; its body is empty
    Errors: AnsweredOtherwise names a status without a page; WrongKind; TooLarge above `max_bytes`.
    """
    if answer.status == NOT_MODIFIED and is_known:
        return _fetched(answer, asked, target, ("", ""), b"")
    if answer.status not in WITH_A_PAGE:
        raise AnsweredOtherwise(
            f"{target.host} answered {_named(answer.status)} instead of a page. Nothing was stored.",
            answer.status,
            wait_of(answer.headers.get("Retry-After", ""), datetime.now(UTC)),
        )
    media_type, charset = _label(answer)
    check_label(media_type, target.host)
    data = _body(answer, target.host, max_bytes)
    check_bytes(data, media_type, charset, target.host)
    return _fetched(answer, asked, target, (media_type, charset), data)


def wait_of(said: str, now: datetime) -> timedelta | None:
    """Return for how long a server wants to be left alone, by its header Retry-After; None if that cannot be read.

    >>> now = datetime(2026, 11, 2, 9, 14, tzinfo=UTC)
    >>> str(wait_of("120", now)), str(wait_of("Mon, 02 Nov 2026 10:00:00 GMT", now)), wait_of("soon", now)
    ('0:02:00', '0:46:00', None)
    """
    if SECONDS.fullmatch(said.strip()):
        return min(timedelta(seconds=int(said)), LONGEST_WAIT)
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    return min((moment if moment.tzinfo else moment.replace(tzinfo=UTC)) - now, LONGEST_WAIT)


def _fetched(answer: BaseHTTPResponse, asked: str, target: Target, label: tuple[str, str], data: bytes) -> Fetched:
    media_type, charset = label
    return Fetched(
        asked=asked,
        address=target.address,
        host=target.host,
        status=answer.status,
        headers={name: answer.headers[name] for name in KEPT_HEADERS if name in answer.headers},
        media_type=media_type,
        charset=charset,
        name=file_name(target, media_type),
        data=data,
        moment=datetime.now(UTC),
    )


def _label(answer: BaseHTTPResponse) -> tuple[str, str]:
    """Return the kind that the server names, and its charset; "" for what it does not name."""
    label = Message()
    label["content-type"] = answer.headers.get("Content-Type", "")
    return (label.get_content_type() if label["content-type"] else ""), str(label.get_param("charset", ""))


def _body(answer: BaseHTTPResponse, host: str, max_bytes: int) -> bytes:
    """Return the body, unpacked piece by piece and counted: what a server says of its length is not believed."""
    body = bytearray()
    while piece := answer.read(CHUNK_BYTES):
        body += piece
        if len(body) > max_bytes:
            raise TooLarge(f"{host} sent too much: a page may have {max_bytes:,} bytes, unpacked.")
    return bytes(body)


def _named(status: int) -> str:
    """Return a status with its name, as the standard has it: what the server calls it is not repeated."""
    known = {each.value: each.phrase for each in HTTPStatus}
    return f"{status} {known.get(status, '')}".strip()


def file_name(target: Target, media_type: str) -> str:
    """Return the name under which a browser would save an answer, behind the host.

    >>> file_name(Target("https", "www.example.org", 443, "/news/mayor?page=2"), "text/html")
    'www.example.org/mayor.html'
    """
    last = target.path.partition("?")[0].rpartition("/")[2]
    name = last if FILE_NAME.fullmatch(last) else "page"
    ending = ENDINGS.get(media_type, "")
    return f"{target.host}/{name if name.lower().endswith(ending) else name + ending}"
