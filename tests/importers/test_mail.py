"""A mail is read by its plain part, else by its page; a saved web archive by its page."""

from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

import pytest

from tests.importers.page_files import page, story_body
from tests.importers.story import HEADLINE, PLAIN
from webapp.engine import compare
from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import read
from webapp.importers.process.reader import Reader


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


def parts(kind: str, *inner: str) -> str:
    """Return a part of several parts. `kind`: its subtype, with parameters if it has any."""
    boundary = f"b{len(''.join(inner))}"
    body = "".join(f"--{boundary}\r\n{part}\r\n" for part in inner)
    return f'Content-Type: multipart/{kind}; boundary="{boundary}"\r\n\r\n{body}--{boundary}--'


def part(kind: str, body: str, *head: str) -> str:
    return "\r\n".join([f"Content-Type: {kind}", *head, "", body])


def sent(written: str) -> bytes:
    return f"MIME-Version: 1.0\r\nSubject: Outer\r\nFrom: Ada <ada@bay.example>\r\n{written}".encode()


def raw(head: str, body: bytes) -> bytes:
    return f"MIME-Version: 1.0\r\n{head}\r\n\r\n".encode() + body


def test_a_whole_story_comes_out_as_it_went_in_from_either_part() -> None:
    plain = mail(Date="Thu, 12 Nov 2026 09:00:00 +0000")
    plain.set_content(PLAIN)
    plain.add_alternative("<p>Another text.", subtype="html")
    story = read(plain.as_bytes(), "story.eml")
    assert compare(PLAIN, story.text).changes == ()
    assert (story.importer, story.title, story.byline) == ("eml/2", HEADLINE, "Ada Lindqvist")
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


PLAIN_PART = part("text/plain", "The mayor said no.")
PAGE_PART = part("text/html", "<p>The mayor said no, on a page.")
INNER = "Subject: Inner\r\nFrom: Bea <bea@bay.example>\r\nDate: Thu, 12 Nov 2026 09:00:00 +0000\r\n"
LONG = "The mayor of Lyon said no. " * 9


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (
            parts("mixed", parts("related", parts("alternative", PLAIN_PART, PAGE_PART), part("image/png", "x"))),
            "said no.",
        ),
        (parts("mixed", PLAIN_PART, part("text/plain", "Sent to all.")), "said no.\n\nSent to all."),
        (parts("mixed", PAGE_PART, part("image/png", "x"), part("text/html", "<p>Two")), "on a page.\n\nTwo"),
        (parts("alternative", part("text/plain", " "), PAGE_PART), "on a page."),
        (parts("alternative", part("text/plain", "See page."), part("text/html", f"<p>{LONG}")), LONG.strip()),
        (parts("alternative", PAGE_PART, part("text/calendar", "BEGIN:VCALENDAR")), "on a page."),
        (parts("signed", PLAIN_PART, part("application/pgp-signature", "x")), "said no."),
        (part("application/xhtml+xml", "<html><p>The mayor said no."), "said no."),
        (part("multipart/mixed", "The mayor said no."), "said no."),
        (part("text/plain", "VGhlIG1heW9yIHNhaWQgbm8u", "Content-Transfer-Encoding: base64"), "said no."),
        (part("text/html", "<p>The mayor s=\r\naid no=2E", "Content-Transfer-Encoding: quoted-printable"), "said no."),
    ],
)
def test_what_a_mail_program_shows_is_read(written: str, text: str) -> None:
    story = read(sent(written), "story.eml")
    assert story.text.endswith(text)
    assert (story.title, story.warnings) == ("Outer", ())


@pytest.mark.parametrize("head", [(), ("Content-Disposition: attachment; filename=story.eml",)])
def test_the_story_of_a_forwarded_mail_is_the_story(head: tuple[str, ...]) -> None:
    inner = INNER + parts("alternative", part("text/plain", LONG), PAGE_PART)
    forwarded = part("message/rfc822", inner, *head)
    story = read(sent(parts("mixed", part("text/plain", "See below."), forwarded)), "story.eml")
    assert (story.text, story.title, story.byline) == (LONG, "Inner", "Bea")
    assert story.published == date(2026, 11, 12)
    assert story.warnings == ("This is the mail that was forwarded. What stands above it is left out.",)
    assert read(sent(parts("mixed", part("text/plain", ""), forwarded)), "story.eml").warnings == ()


def test_a_mail_longer_than_what_it_forwards_is_the_story() -> None:
    forwarded = part("message/rfc822", INNER + PLAIN_PART)
    story = read(sent(parts("mixed", part("text/plain", LONG), forwarded)), "story.eml")
    assert (story.text, story.title) == (LONG, "Outer")
    assert story.warnings == ("The mail forwards another one, which has less text and is left out.",)


@pytest.mark.parametrize("start", ["root@page", "<root@page>"])
def test_the_page_of_a_web_archive_is_the_part_that_it_begins_with(start: str) -> None:
    other = part("text/html", "<p>A frame.", "Content-ID: <frame@page>")
    notes = part("text/plain", "No page.")
    root = part("text/html", "<p>The mayor said no.", "Content-ID: <root@page>", "Content-Location: file:///C:/a.htm")
    archive = parts(f'related; type="text/html"; start="{start}"', other, root, notes)
    assert read(sent(archive), "story.mht").text == "The mayor said no."
    assert read(sent(parts("related", root, other, notes)), "story.mht").text == "The mayor said no."


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("=?windows-936?B?ytCzpA==?=", "市长"),
        ("=?iso-8859-1?Q?=805?= each", "€5 each"),
        ("=?utf-8?B?5biC?=\r\n =?utf-8?B?6ZW3?=", "市長"),
        ("=?utf-8?Q?=E5=B8?=\r\n =?utf-8?Q?=82?=", "市"),
        ("=?utf-8*en?Q?caf=C3=A9?=", "café"),
        ("café", "café"),
        ("=?utf-8?B?5biC", "=?utf-8?B?5biC"),
        ("=?utf-8?B?a?=", "=?utf-8?B?a?="),
    ],
)
def test_a_subject_is_decoded_as_browsers_do(written: str, title: str) -> None:
    """BAD_INPUT 36."""
    assert read(raw(f"Subject: {written}", b"No."), "story.eml").title == title


def test_the_name_of_a_sender_is_the_byline() -> None:
    for written in ["=?windows-936?B?ytCzpA==?= <a@bay.example>", '"市长" <a@bay.example>']:
        assert read(raw(f"From: {written}", b"No."), "story.eml").byline == "市长"
    saved = raw('From: "Saved by Windows Internet Explorer 10"\r\nDate: Thu, 12 Nov 2026 09:00:00 +0000', b"No.")
    assert (read(saved, "a.mht").byline, read(saved, "a.mht").published) == ("", None)


def test_an_encoding_may_be_named_by_an_extended_parameter() -> None:
    assert (
        read(raw("Content-Type: text/plain; charset*=us-ascii'en'windows-874", "นายก".encode("cp874")), "a.eml").text
        == "นายก"
    )


def test_mails_nested_100_000_deep_are_refused() -> None:
    """BAD_INPUT 29."""
    with pytest.raises(TooLarge, match=r"story\.eml cannot be read: it is nested too deep"), Reader() as reader:
        reader.read(sent(part("message/rfc822", "")) + b"Content-Type: message/rfc822\r\n\r\n" * 100_000, "story.eml")


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
