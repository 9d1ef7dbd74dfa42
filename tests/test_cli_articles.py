"""`stet describe` and `stet delete`."""

from pathlib import Path

import pytest

from tests.test_cli import empty_folder, stet

__all__ = ["empty_folder"]


@pytest.fixture(autouse=True)
def nine(empty_folder: Path) -> None:
    """One article, number 1, beside the samples."""
    stet("seed")
    Path("nine.txt").write_text("The mayor said no.", encoding="utf-8")
    stet("add", "nine.txt")


def number() -> str:
    return stet("list").stdout.split()[0]


def test_an_article_is_described_anew() -> None:
    said = ("--title", "Noon", "--outlet", "The Gazette", "--date", "2026-11-02", "--language", "fr")
    assert stet("describe", number(), *said).exit_code == 0
    assert "Noon (The Gazette, 2026-11-02; 4 words; version 1)" in stet("list").stdout
    assert stet("describe", number(), "--date", "").exit_code == 0
    assert "Noon (The Gazette; 4 words; version 1)" in stet("list").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--title", " "), "An article needs a title."),
        (("--date", "soon"), "A date is written as year, month and day"),
        (("--outlet", "x" * 301), "301 characters"),
    ],
)
def test_what_cannot_be_said_is_one_line_and_changes_nothing(arguments: tuple[str, ...], message: str) -> None:
    """BAD_INPUT 36."""
    before = stet("list").stdout
    result = stet("describe", number(), *arguments)
    assert (result.exit_code, message in result.stderr) == (2, True)
    assert stet("list").stdout == before


def test_it_is_deleted_after_a_question_that_says_how_many_links_stay() -> None:
    link = stet("share", number(), "nine.txt").stdout.splitlines()[0]
    for answer in ("n\n", ""):
        asked = stet("delete", number(), stdin=answer)
        assert asked.exit_code == 2
        assert "One link was made of it" in asked.stdout
        assert "Nothing was deleted." in asked.stderr
        assert "The mayor said no." in stet("list").stdout
    assert stet("delete", number(), "--yes").exit_code == 0
    assert "The mayor said no." not in stet("list").stdout
    assert stet("verify", link).exit_code == 0


@pytest.mark.parametrize("command", ["describe", "delete"])
@pytest.mark.parametrize("wrong", ["99", "0", "nine", "9" * 30])
def test_an_article_that_does_not_exist_is_trouble(command: str, wrong: str) -> None:
    """BAD_INPUT 44."""
    result = stet(command, wrong)
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr


def test_equal_files_have_no_changes_and_can_be_shared() -> None:
    Path("noon.txt").write_text("The mayor said no.", encoding="utf-8")
    assert stet("diff", "nine.txt", "noon.txt").exit_code == 0
    assert stet("share", "nine.txt", "noon.txt").exit_code == 0
