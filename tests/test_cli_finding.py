"""The search on the command line: `stet list`, `stet index`, and what `stet add` says of relatives."""

from pathlib import Path

import pytest

from tests.test_cli import empty_folder, stet

__all__ = ["empty_folder"]

LINES = [f"The ferry of town {number} sank in the harbour." for number in range(10)]


@pytest.fixture(autouse=True)
def files(empty_folder: Path) -> None:
    stet("seed")
    Path("nine.txt").write_text(" ".join(LINES), encoding="utf-8")
    Path("noon.txt").write_text(" ".join(LINES[1:]), encoding="utf-8")


def test_the_sentence_that_was_found_is_printed() -> None:
    stet("add", "nine.txt")
    first, second = stet("list", "ferry", "harb").stdout.splitlines()
    assert "The ferry of town 0" in first
    assert second.strip() == "The [ferry] of town 0 sank in the [harbour]."
    assert len(stet("list", '"ferry of town 9"').stdout.splitlines()) == 2
    assert "No article matches." in stet("list", '"town of ferry"').stderr


def test_a_file_that_may_be_a_version_of_an_article_says_so() -> None:
    assert "shares" not in stet("add", "nine.txt").stderr
    added = stet("add", "noon.txt").stderr.replace("\xa0", " ")
    assert "shares 100 % of its sentences with The ferry of town 0" in added
    assert "(article 6)" in added


def test_articles_are_filtered() -> None:
    assert len(stet("list").stdout.splitlines()) == 5
    assert len(stet("list", "--since", "2022-08-01", "--until", "2022-12-31").stdout.splitlines()) in range(6)
    assert "nextshark" in stet("list", "--outlet", "nextshark").stdout.lower()
    assert "No article matches." in stet("list", "--language", "xx").stderr
    assert "A date is written as year, month and day" in stet("list", "--since", "soon").stderr


def test_an_index_that_is_complete_says_so() -> None:
    assert stet("index").stdout == "Every article is in the index.\n"
