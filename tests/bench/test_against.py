"""Two builds beside each other: how the figures are joined, and that the program that takes them runs on this build."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench import build
from tests.bench.against import HERE, Row, checked_out, cpu_of, name_of, rows_of, sheet_of
from tests.bench.files import write_pairs
from tests.bench.generate import TextPair

PAIRS = [TextPair("The mayor said no.", "The mayor said yes."), TextPair("It rained.", "It rained. It snowed.")]


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, stdout=subprocess.DEVNULL)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two commits of one file."""
    git(tmp_path, "init", "--quiet")
    for words in ("first", "second"):
        (tmp_path / "file").write_text(words)
        git(tmp_path, "add", "file")
        git(tmp_path, "commit", "--quiet", "--message", words)
    return tmp_path


def test_a_line_has_the_medians_of_both_builds_and_their_ratio() -> None:
    then = [{"desk": 4.0, "embed": 1.0}, {"desk": 2.0, "embed": 1.0}, {"desk": 90.0, "embed": 1.0}]
    now = [{"desk": 1.0, "embed": 2.0}, {"desk": 0.1, "embed": 8.0}, {"desk": 3.0, "embed": 1.0}]
    rows = rows_of(then, now)
    assert rows == [Row("embed", 1.0, 2.0), Row("desk", 4.0, 1.0)]
    assert [row.ratio for row in rows] == [2.0, 0.25]


def test_what_only_one_build_can_do_is_no_line() -> None:
    assert rows_of([{"desk": 1.0}], [{"desk": 1.0, "embed": 1.0}]) == [Row("desk", 1.0, 1.0)]


def test_the_table_names_the_commit_and_gives_milliseconds() -> None:
    sheet = sheet_of("3432b01", [Row("desk", 0.004, 0.001), Row("revised-100000", 2.5, 1.0)])
    assert sheet.head == ["", "3432b01", "now", "ratio"]
    assert sheet.rows == [["desk", "4", "1", "0.25"], ["2 % edited, 100k words", "2,500", "1,000", "0.4"]]


def test_an_earlier_commit_is_checked_out_apart_and_taken_away(repository: Path) -> None:
    with checked_out(repository, "HEAD~1") as place:
        assert (place / "file").read_text() == "first"
        assert (repository / "file").read_text() == "second"
    assert not place.exists()
    assert "then" not in subprocess.check_output(["git", "-C", str(repository), "worktree", "list"], text=True)


def test_a_checkout_that_was_changed_says_so(repository: Path) -> None:
    clean = name_of(repository)
    (repository / "file").write_text("changed")
    assert name_of(repository) == f"{clean}-dirty"
    assert name_of(repository, "HEAD") == clean


def test_the_first_place_that_exists_is_taken() -> None:
    assert build.find("json:nothing", "nowhere.at.all:dumps", "json:dumps", "json:loads").__name__ == "dumps"
    with pytest.raises(ImportError, match="json:nothing"):
        build.find("json:nothing")


def test_a_case_is_the_sum_of_its_pairs_and_its_slowest_one(tmp_path: Path) -> None:
    write_pairs(PAIRS, tmp_path / "two")
    write_pairs(PAIRS[:1], tmp_path / "one")
    found = build.engine(tmp_path)
    assert found.keys() == {"one", "two", "two, slowest"}
    assert 0 < found["two, slowest"] < found["two"]


def test_this_build_answers_every_request_that_is_measured() -> None:
    assert all(seconds > 0 for seconds in build.web().values())


def test_the_cpu_time_of_a_command_is_that_of_its_process() -> None:
    assert cpu_of([sys.executable, "-c", "raise SystemExit(1)"], HERE) > 0
    with pytest.raises(subprocess.CalledProcessError):
        cpu_of([sys.executable, "-c", "raise SystemExit(2)"], HERE)
