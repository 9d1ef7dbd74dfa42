"""A mail is read by its plain part, else by its page; a saved web archive by its page."""

from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tests.importers.page_files import page, story_body
from tests.importers.story import HEADLINE, PLAIN
from webapp.engine import compare
from webapp.errors import InvalidInput
from webapp.importers.formats import read


def mail(**head: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    for name, value in {"Subject": HEADLINE, "From": "Ada Lindqvist <ada@bay.example>", **head}.items():
        message[name] = value
    return message


def flowed(text: str, width: int = 60) -> bytes:
    """Return a text as mail programs send it: lines broken behind a space."""
    lines = []
    for line in text.split("\n"):
        while len(line) > width and " " in line[:width]:
            cut = line[:width].rindex(" ") + 1
            lines.append(line[:cut])
            line = line[cut:]
        lines.append(line)
    return "\r\n".join(lines).encode()


def raw(head: str, body: bytes) -> bytes:
    return f"MIME-Version: 1.0\r\n{head}\r\n\r\n".encode() + body


def test_a_whole_story_comes_out_as_it_went_in_from_either_part() -> None:
    plain = mail(Date="Thu, 12 Nov 2026 09:00:00 +0000")
    plain.set_content(PLAIN)
    plain.add_alternative("<p>Another text.", subtype="html")
    story = read(plain.as_bytes(), "story.eml")
    assert compare(PLAIN, story.text).changes == ()
    assert (story.importer, story.title, story.byline) == ("eml/1", HEADLINE, "Ada Lindqvist")
    assert (story.published, story.warnings) == (date(2026, 11, 12), ())
    only_page = mail()
    only_page.set_content(page(story_body()).decode(), subtype="html")
    assert read(only_page.as_bytes(), "story.eml").text == PLAIN


def test_lines_broken_for_sending_are_joined() -> None:
    story = read(raw("Content-Type: text/plain; charset=utf-8; format=flowed", flowed(PLAIN)), "story.eml")
    assert story.text == PLAIN
    body = "市長は \r\n言った。\r\n> quoted \r\n> on\r\n-- \r\nAda".encode()
    head = "Content-Type: text/plain; charset=utf-8; format=Flowed; DelSp=Yes"
    assert read(raw(head, body), "story.eml").text == "市長は言った。\n> quotedon\n-- \nAda"


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("iso-8859-1", "cp1252"), ("windows-874", "cp874"), ("windows-936", "gbk"), ("ks_c_5601-1987", "cp949")],
)
def test_an_encoding_is_understood_as_browsers_do(label: str, encoding: str) -> None:
    """BAD_INPUT 36."""
    said = {"cp1252": "“£5”", "cp874": "นายก", "gbk": "市长", "cp949": "시장"}[encoding]
    assert read(raw(f"Content-Type: text/plain; charset={label}", said.encode(encoding)), "a.eml").text == said


def test_a_web_archive_is_read_by_the_encoding_of_its_page() -> None:
    body = '<html><meta charset="windows-1251"><p>Мэр'.encode("cp1251")
    assert read(raw("From: <Saved by Blink>\r\nContent-Type: text/html", body), "story.mhtml").text == "Мэр"


def test_attached_files_are_named_and_not_read() -> None:
    message = mail()
    message.set_content("The mayor said no.")
    message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="story.pdf")
    story = read(message.as_bytes(), "story.eml")
    assert (story.text, story.warnings) == (
        "The mayor said no.",
        ("The mail has 1 attached files; they are not read.",),
    )


def test_a_mail_without_text_is_refused() -> None:
    """BAD_INPUT 35."""
    with pytest.raises(InvalidInput, match="is a mail without text"):
        read(raw("Content-Type: image/png", b"\x89PNG"), "story.eml")


def test_a_press_release_with_a_head_is_plain_text() -> None:
    release = b"From: City Hall\nTo: all editors\n\nThe mayor said no."
    assert read(release, "story.txt").text == release.decode()
