"""Mail (.eml) and saved web archives (.mhtml): what a mail program or browser shows of their parts.

multipart/mixed         one after another
multipart/alternative   the plain text, unless it only says that there is a page
multipart/related       the page to which the others belong; of a page that is only frames, all of them
message/rfc822          a mail of its own: the story, if it has more text than what stands above it
"""

from collections.abc import Sequence
from dataclasses import replace
from email.message import Message
from email.parser import BytesParser

from webapp.errors import InvalidInput
from webapp.importers.imported import Decoded, Imported
from webapp.importers.mail.flowed import unflow
from webapp.importers.mail.forwarded import longest
from webapp.importers.mail.head import described, moment, was_sent
from webapp.importers.pages.page import label_in, read_page
from webapp.importers.pages.saved import with_place
from webapp.importers.texts.encodings import decode_labelled

NAME = "eml/2"

PAGES = ("text/html", "application/xhtml+xml")
MAILS = ("message/rfc822", "message/global")

NOTICE_SHARE = 4
"""A plain text this many times shorter than its page says no more than "This mail needs a browser". Range: 3..20.
Why: menus and advertisements of a page may double the words of its story. Cases: tests/importers/test_mail.py."""

ATTACHED = "The mail has {count:,} attached files; they are not read."


def read(data: bytes, name: str) -> Imported:
    """Return the story in a mail. Errors: InvalidInput if it holds no text; TooLarge."""
    mail = BytesParser().parsebytes(data)
    story = described(_read_part(mail, name), mail)
    if not story.text.strip():
        raise InvalidInput(f"{name} is a mail without text. If the story is attached, save the attachment.")
    attached = sum(not part.is_multipart() and _is_attached(part) for part in mail.walk())
    warnings = (*dict.fromkeys(story.warnings), *([ATTACHED.format(count=attached)] if attached else []))
    read_mail = replace(story, importer=NAME, warnings=warnings)
    return read_mail if was_sent(mail) else with_place(read_mail, _place(mail), moment(str(mail["Date"] or "")))


def _read_part(part: Message, name: str) -> Imported:
    """Return what a part shows; a story without text if it shows nothing."""
    kind = part.get_content_type()
    if part.is_multipart():
        return _read_parts(part, name)
    if kind in PAGES and not _is_attached(part):
        page = _decode(part)
        address = str(part["Content-Location"] or "")
        return read_page(page.text, name, page.warnings, address, is_mail=not address)
    # What says that it has several parts, and has none, is one text to every mail program.
    if (kind == "text/plain" or part.get_content_maintype() == "multipart") and not _is_attached(part):
        return _read_text(part)
    return Imported("", NAME)


def _read_parts(part: Message, name: str) -> Imported:
    parts = _inner(part)
    match part.get_content_type():
        case "multipart/alternative":
            return _read_alternative(parts, name)
        case "multipart/related":
            return _read_related(parts, name, str(part.get_param("start", "")))
        case _:
            return _read_mixed(parts, name)


def _read_alternative(parts: Sequence[Message], name: str) -> Imported:
    """Return the plain text or the page, which say the same: the last of each kind is the best."""
    read_parts = [(part.get_content_type() == "text/plain", _read_part(part, name)) for part in parts]
    stories = {is_plain: story for is_plain, story in read_parts if story.text.strip()}
    nothing = Imported("", NAME)
    plain, page = stories.get(True, nothing), stories.get(False, nothing)
    is_notice = len(plain.text.split()) * NOTICE_SHARE < len(page.text.split())
    return page if is_notice else plain


def _read_related(parts: Sequence[Message], name: str, start: str) -> Imported:
    """Return the page that the other parts belong to: the one with the identifier `start`, else the first."""
    named = [part for part in parts if start and str(part["Content-ID"]).strip("<> ") == start.strip("<> ")]
    root = _read_part((named or parts)[0], name) if parts else Imported("", NAME)
    return root if root.text else _joined([root, *(_read_part(part, name) for part in parts if _is_page(part))])


def _read_mixed(parts: Sequence[Message], name: str) -> Imported:
    """Return all that the parts show, or the longest of the mails among them."""
    own = _joined([_read_part(part, name) for part in parts if part.get_content_type() not in MAILS])
    mails = [mail for part in parts if part.get_content_type() in MAILS for mail in _inner(part)]
    return longest(own, [described(_read_part(mail, name), mail) for mail in mails])


def _joined(stories: Sequence[Imported]) -> Imported:
    """Return stories as one. What is known of it is what the first page says of itself."""
    shown = [story for story in stories if story.text.strip()]
    about = next((story for story in stories if story.title), Imported("", NAME))
    return replace(
        about,
        text="\n\n".join(story.text for story in shown),
        warnings=tuple(warning for story in shown for warning in story.warnings),
    )


def _read_text(part: Message) -> Imported:
    decoded = _decode(part)
    text = decoded.text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = unflow(text, deletes_space=str(part.get_param("delsp", "")).lower() == "yes")
    return Imported(text.strip("\n"), NAME, warnings=decoded.warnings)


def _decode(part: Message) -> Decoded:
    """Return the text of a part. Chromium names no encoding in its web archives; the page itself does."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return decode_labelled(data, part.get_content_charset("") or label_in(data))


def _inner(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [inner for inner in payload if isinstance(inner, Message)] if isinstance(payload, list) else []


def _place(archive: Message) -> str:
    """Return the address of the page in a web archive. Browsers write it above the page, Chromium above all too."""
    places = (part["Snapshot-Content-Location"] or part["Content-Location"] for part in archive.walk())
    return str(next(filter(None, places), ""))


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment"


def _is_page(part: Message) -> bool:
    return part.get_content_type() in PAGES
