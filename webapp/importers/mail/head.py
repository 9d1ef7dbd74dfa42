"""What the head of a mail says, with its encodings understood as browsers do."""

from dataclasses import replace
from datetime import datetime
from email.errors import HeaderParseError
from email.header import Header, decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

from webapp.importers.imported import Imported
from webapp.importers.texts.encodings import decode_labelled


def described(story: Imported, mail: Message) -> Imported:
    """Return the story with what the head of its mail says. What a page says of itself is nearer to the story.

    A saved page has a head too, whose sender is the browser and whose date is the moment of saving.
    """
    name, _ = _sender(mail)
    sent = moment(str(mail["Date"] or "")) if was_sent(mail) else None
    return replace(
        story,
        title=story.title or decoded(mail["Subject"] or ""),
        byline=story.byline or (decoded(name) if was_sent(mail) else ""),
        published=story.published or (sent.date() if sent else None),
    )


def was_sent(mail: Message) -> bool:
    """Return whether somebody sent this: a page that was saved has no sender with an address."""
    return "@" in _sender(mail)[1]


def decoded(written: str | Header) -> str:
    """Return a field of a head as text: encoded words (RFC 2047) and bare bytes.

    >>> decoded("=?windows-936?B?ytCzpA==?= said =?iso-8859-1?Q?=805?=")
    '市长 said €5'
    """
    try:
        pieces = decode_header(written)
    except HeaderParseError:
        return str(written)
    return " ".join("".join(_piece(piece, label or "") for piece, label in pieces).split())


def _piece(piece: str | bytes, label: str) -> str:
    """Return a piece of a field. A label may name a language too: utf-8*en."""
    return piece if isinstance(piece, str) else decode_labelled(piece, label.partition("*")[0]).text


def moment(written: str) -> datetime | None:
    """Return the moment of a date in a head, None if it is none."""
    try:
        return parsedate_to_datetime(written) if written else None
    except (ValueError, OverflowError):
        return None


def _sender(mail: Message) -> tuple[str, str]:
    """Return name and address of the sender, as they are written."""
    sender = mail["From"] or ""
    return parseaddr(sender if isinstance(sender, str) else decoded(sender))
