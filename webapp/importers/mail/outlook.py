"""Mail as Outlook saves it (.msg): its page, else its plain text, else its rich text.

Outlook makes the plain text from the page and writes an address behind each link, so the page is nearer to the story.
"""

from dataclasses import replace
from datetime import date
from email.parser import HeaderParser
from io import BytesIO

from compressed_rtf import decompress
from olefile import OleFileIO

from webapp.errors import InvalidInput
from webapp.importers.imported import Decoded, Imported
from webapp.importers.mail import head
from webapp.importers.mail.forwarded import longest
from webapp.importers.mail.outlook_properties import (
    BINARY,
    CONTENT_ID,
    HEAD_BYTES,
    HEADERS,
    PAGE,
    PAGE_CODE_PAGE,
    PLAIN,
    RICH,
    SENDER,
    SENT,
    SUBJECT,
    OutlookProperties,
    damaged,
)
from webapp.importers.office import rich_text
from webapp.importers.pages import page
from webapp.importers.texts.encodings import decode_labelled

NAME = "msg/1"

ATTACHED_FILES = "The mail has {count:,} attached files; they are not read."


def read(data: bytes, name: str) -> Imported:
    """Return the story in a mail. Errors: InvalidInput if it is damaged or holds no text; TooLarge."""
    try:
        with OleFileIO(BytesIO(data)) as file:
            story = _read_message(OutlookProperties(file, (), HEAD_BYTES, name), name)
    except OSError as error:
        raise damaged(name) from error
    if not story.text.strip():
        raise InvalidInput(f"{name} is a mail without text. If the story is attached, save the attachment.")
    return replace(story, importer=NAME, warnings=tuple(dict.fromkeys(story.warnings)))


def _read_message(message: OutlookProperties, name: str) -> Imported:
    """Return the story in a message, or in the one that it forwards."""
    attachments = list(message.attachments())
    forwarded = [inner for attachment in attachments if (inner := attachment.attached_message())]
    # A picture in the text has an identifier.
    files = sum(not each.line(CONTENT_ID) and not each.attached_message() for each in attachments)
    own = _read_body(message, name)
    warnings = (*own.warnings, *([ATTACHED_FILES.format(count=files)] if files else []))
    about = replace(
        own,
        title=own.title or message.line(SUBJECT),
        byline=own.byline or message.line(SENDER),
        published=own.published or _day(message),
        warnings=warnings,
    )
    return longest(about, [_read_message(inner, name) for inner in forwarded])


def _read_body(message: OutlookProperties, name: str) -> Imported:
    """Return the text of a message; without text if it has none."""
    found = _page(message)
    if found:
        return page.read_page(found.text, name, found.warnings, is_mail=True)
    plain = message.text(PLAIN, message.label(PAGE_CODE_PAGE))
    if plain and plain.text.strip():
        return Imported(plain.text.replace("\r\n", "\n").strip("\n"), NAME, warnings=plain.warnings)
    packed = message.data(RICH, BINARY)
    return rich_text.read(_unpacked(packed, name), name) if packed else Imported("", NAME)


def _page(message: OutlookProperties) -> Decoded | None:
    data = message.data(PAGE, BINARY)
    if data is None:
        return message.text(PAGE, message.label(PAGE_CODE_PAGE))
    return decode_labelled(data, message.label(PAGE_CODE_PAGE) or page.label_in(data))


def _unpacked(packed: bytes, name: str) -> bytes:
    """Return rich text as it was before it was compressed (MS-OXRTFCP)."""
    try:
        unpacked: bytes = decompress(packed)
    except Exception as error:  # the library raises no more precise one
        raise damaged(name) from error
    return unpacked


def _day(message: OutlookProperties) -> date | None:
    """Return the day of sending: that of the sender's clock, else the one in universal time."""
    heads, sent = message.text(HEADERS), message.moment(SENT)
    said = head.moment(HeaderParser().parsestr(heads.text)["Date"] or "") if heads else None
    day = said or sent
    return day.date() if day else None
