"""Collections on the command line: `stet add --collection`, `stet describe --collection`, `stet list --collection`."""

from pathlib import Path

import pytest

from tests.test_cli import empty_folder, stet

__all__ = ["empty_folder"]


@pytest.fixture(autouse=True)
def files(empty_folder: Path) -> None:
    stet("seed")
    Path("texts").mkdir()
    for name in ("nine", "noon"):
        Path(f"texts/{name}.txt").write_text(f"The mayor said it at {name}.", encoding="utf-8")


def listed(*arguments: str) -> list[str]:
    """Return the lines of the articles, without those of the sentences that were found."""
    return [line for line in stet("list", *arguments).stdout.splitlines() if not line.startswith(" " * 6)]


def test_a_folder_is_added_to_a_collection() -> None:
    assert stet("add", "--collection", "Mayor", "texts").exit_code == 0
    assert len(stet("list", "--collection", "mayor").stdout.splitlines()) == 2
    assert len(listed("nine", "--collection", "Mayor")) == 1


def test_files_that_were_there_are_put_into_it_too() -> None:
    stet("add", "texts")
    assert stet("list", "--collection", "Mayor").exit_code == 2
    stet("add", "--collection", "Mayor", "texts")
    assert len(stet("list", "--collection", "Mayor").stdout.splitlines()) == 2
    assert len(listed('"mayor said it"')) == 2


def test_an_article_is_put_into_a_collection_and_out_of_it() -> None:
    stet("add", "texts")
    number = stet("list", "nine").stdout.split()[0]
    assert stet("describe", number, "--collection", "Mayor").exit_code == 0
    assert "nine" in stet("list", "--collection", "Mayor").stdout
    assert stet("describe", number, "--collection", "").exit_code == 0
    assert "There is no such collection." in stet("list", "--collection", "Mayor").stderr


def test_a_bad_name_is_one_line_and_nothing_is_added() -> None:
    for command in (("add", "texts"), ("list",)):
        result = stet(*command, "--collection", "x" * 101)
        assert (result.exit_code, "the limit is 100" in result.stderr) == (2, True)
    assert "No article matches." in stet("list", '"mayor said it"').stderr
