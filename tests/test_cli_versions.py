"""`stet add --to` adds files as versions of an article."""

from pathlib import Path

import pytest

from tests.importers.warc_files import packed, response
from tests.test_cli import empty_folder, stet
from webapp.services import open_services
from webapp.settings import load_settings

__all__ = ["empty_folder"]

RECORDS = (
    response(b"<title>Mayor</title><p>The mayor said no."),
    response(b"<title>Mayor</title><p>The mayor said yes.", WARC_Date="2026-11-13T09:00:00Z"),
)


@pytest.fixture(autouse=True)
def noon(empty_folder: Path) -> None:
    """An article beside the samples, and the file of another version of it."""
    stet("seed")
    Path("noon.txt").write_text("The mayor said maybe.", encoding="utf-8")
    Path("nine.txt").write_text("The mayor said no.", encoding="utf-8")
    stet("add", "noon.txt")


def number() -> str:
    return stet("list").stdout.split()[0]


def versions() -> list[str]:
    """Return the first lines of the versions, newest first."""
    with open_services(load_settings()) as services:
        known = services.article(int(number()))
        return [services.version(version.id).text.splitlines()[-1] for version in known.versions]


def test_a_file_is_a_version_captured_now_or_at_a_given_time() -> None:
    added = stet("add", "--to", number(), "--captured", "2026-11-02T09:14Z", "nine.txt")
    assert (added.exit_code, added.stdout.split(maxsplit=1)[0]) == (0, number())
    assert versions() == ["The mayor said maybe.", "The mayor said no."]
    assert stet("add", "--to", number(), "nine.txt").exit_code == 0
    assert versions() == ["The mayor said no.", "The mayor said maybe.", "The mayor said no."]


def test_a_web_archive_is_as_many_versions_as_it_has_captures() -> None:
    Path("a.warc.gz").write_bytes(packed(*RECORDS))
    assert stet("add", "--to", number(), "a.warc.gz").exit_code == 0
    assert versions() == ["The mayor said maybe.", "The mayor said yes.", "The mayor said no."]


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (("--to", "999999"), "There is no such article."),
        (("--to", "1", "--split"), "leave out --collection and --split"),
        (("--to", "1", "--collection", "Council"), "leave out --collection and --split"),
        (("--captured", "2026-11-02"), "say of which article"),
        (("--to", "1", "--captured", "noon"), "noon is no time of capture"),
        (("--to", "1", "--captured", "9999-01-01"), "still to come"),
    ],
)
def test_what_cannot_be_added_is_said_in_one_line(options: tuple[str, ...], complaint: str) -> None:
    refused = stet("add", *options, "nine.txt")
    assert refused.exit_code == 2
    assert complaint in refused.stderr
    assert len(refused.stderr.splitlines()) == 1
    assert versions() == ["The mayor said maybe."]
