"""A file becomes a text of the library only within the limits, and the refusal names them."""

from datetime import date
from hashlib import sha256

import pytest

from webapp.errors import InvalidInput, TooLarge
from webapp.services import Imported, Paste, Services


def test_a_file_of_plain_text_is_read(services: Services) -> None:
    assert services.read_file(b"The mayor said no.", "nine.txt") == Imported("The mayor said no.", "plain/1")


@pytest.mark.parametrize(
    ("size", "message"),
    [
        (30_001, "story.txt is too large: a file may have 30,000 bytes."),
        (20_001, "story.txt is too long: it has 20,001 bytes, and the limit is 20,000."),
    ],
)
def test_a_file_over_a_limit_is_refused_with_the_limit(services: Services, size: int, message: str) -> None:
    """BAD_INPUT 26."""
    with pytest.raises(TooLarge, match=message):
        services.read_file(b"a" * size, "story.txt")


@pytest.mark.parametrize("data", [b"", b" \r\n"])
def test_a_file_without_a_word_is_refused(services: Services, data: bytes) -> None:
    """BAD_INPUT 35."""
    with pytest.raises(InvalidInput, match="story.txt (is empty|holds nothing but white space)"):
        services.read_file(data, "story.txt")


def test_a_story_from_a_file_is_stored_with_what_the_file_says_and_what_read_it(services: Services) -> None:
    story = Imported(
        "The mayor said no.", "docx/1", "No " * 200, "Ada\nLindqvist", "Bay\0", "en", date(2026, 1, 2), ("A warning.",)
    )
    page = services.article(services.add_article(Paste.of_file(b"the file", story)))
    card = page.article
    assert (card.byline, card.outlet, card.language, card.published) == ("Ada Lindqvist", "", "en", date(2026, 1, 2))
    assert card.title.startswith("No No") and len(card.title) <= 300
    version = services.version(card.version_id)
    checksum = sha256(b"the file").hexdigest()
    assert version.capture == {"importer": "docx/1", "raw_sha256": checksum, "warnings": ["A warning."]}
    assert version.origin == "upload"
