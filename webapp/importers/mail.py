"""Mail (.eml) and saved web archives (.mhtml): the plain part if there is one, else the page."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr, parsedate_to_datetime

from webapp.errors import InvalidInput
from webapp.importers.encodings import decode_labelled
from webapp.importers.imported import Decoded, Imported
from webapp.importers.page import CHARSET, HEAD_BYTES, read_page

NAME = "eml/1"

SIGNATURE = "-- "
ATTACHED = "The mail has {count:,} attached files; they are not read."
QUOTE_MARKS = re.compile(r">*")


def read(data: bytes, name: str) -> Imported:
    """Return the story in a mail. Errors: InvalidInput if it holds no text; TooLarge."""
    mail = BytesParser(policy=default).parsebytes(data)
    parts = [part for part in mail.walk() if isinstance(part, EmailMessage) and not part.is_multipart()]
    shown = [part for part in parts if not part.is_attachment()]
    texts = [part for part in shown if part.get_content_type() == "text/plain"]
    pages = [part for part in shown if part.get_content_type() == "text/html"]
    if texts:
        story = _join_texts(texts)
    elif pages:
        decoded = _decode(pages[0])
        story = read_page(decoded.text, name, decoded.warnings)
    else:
        raise InvalidInput(f"{name} is a mail without text. If the story is attached, save the attachment.")
    attached = len(parts) - len(shown)
    warnings = (*story.warnings, ATTACHED.format(count=attached)) if attached else story.warnings
    return replace(_described(story, mail), importer=NAME, warnings=warnings)


def unflow(text: str, *, deletes_space: bool) -> str:
    """Return a text whose lines were broken for sending (format=flowed, RFC 3676) with whole paragraphs.

    >>> unflow("The mayor \\nsaid no.\\n>  quoted \\n> on\\n-- \\nAda", deletes_space=False)
    'The mayor said no.\\n> quoted on\\n-- \\nAda'
    """
    lines: list[list[str]] = []
    depth_before, goes_on = -1, False
    for raw in text.split("\n"):
        depth = len(QUOTE_MARKS.match(raw)[0])  # type: ignore[index]  # it matches nothing too
        line = raw[depth:].removeprefix(" ")
        if goes_on and depth == depth_before and line != SIGNATURE:
            lines[-1].append(line.lstrip(" ") if depth else line)
        else:
            lines.append([f"{'>' * depth} {line.lstrip(' ')}" if depth else line])
        goes_on = line.endswith(" ") and line != SIGNATURE
        if goes_on and deletes_space:
            lines[-1][-1] = lines[-1][-1][:-1]
        depth_before = depth
    return "\n".join(map("".join, lines))


def _join_texts(parts: Sequence[EmailMessage]) -> Imported:
    texts: list[str] = []
    warnings: list[str] = []
    for part in parts:
        decoded = _decode(part)
        text = decoded.text.replace("\r\n", "\n")
        if str(part.get_param("format", "")).lower() == "flowed":
            text = unflow(text, deletes_space=str(part.get_param("delsp", "")).lower() == "yes")
        texts.append(text.strip("\n"))
        warnings += decoded.warnings
    return Imported("\n\n".join(texts), NAME, warnings=tuple(warnings))


def _decode(part: EmailMessage) -> Decoded:
    """Return the text of a part. Chromium names no encoding in its web archives; the page itself does."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    label = part.get_content_charset("")
    if not label and (named := CHARSET.search(data[:HEAD_BYTES])):
        label = named[1].decode("ascii", "replace")
    return decode_labelled(data, label)


def _described(story: Imported, mail: EmailMessage) -> Imported:
    """Return the story with what the mail's head says of it. What a page says of itself is nearer to the story."""
    sender, _ = parseaddr(str(mail["From"] or ""))
    return replace(
        story,
        title=story.title or " ".join(str(mail["Subject"] or "").split()),
        byline=story.byline or sender.partition("<")[0].strip(),
        published=story.published or _day(str(mail["Date"] or "")),
    )


def _day(written: str) -> date | None:
    try:
        return parsedate_to_datetime(written).date() if written else None
    except (ValueError, OverflowError):
        return None
