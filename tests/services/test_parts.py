"""The stories of a text that holds several."""

from tests.engine.shared import read_sample
from webapp.services.model import Paste
from webapp.services.parts import parts_of


def test_a_story_of_an_archive_says_where_it_was_found() -> None:
    archive = Paste(
        read_sample("828cloud-archive"),
        title="Tag Archives: UN",
        outlet="828cloud",
        origin="url",
        byline="Nobody",
        raw_sha256="ab",
        evidence={"address": "https://news.example/tag/un"},
    )
    parts = parts_of(archive)
    assert [part.evidence["part"] for part in parts] == [1, 2, 3, 4]
    assert {(part.title, part.byline, part.outlet, part.origin, part.raw_sha256) for part in parts} == {
        ("", "", "828cloud", "paste", "ab")
    }
    assert parts[3].evidence == {"part": 4, "parts": 4, "whole": archive.evidence}


def test_a_single_story_is_the_text_itself() -> None:
    paste = Paste("The mayor said no.", title="No")
    assert parts_of(paste) == [paste]
