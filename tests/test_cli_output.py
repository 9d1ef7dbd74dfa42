"""Output that cannot be written: a full disk is one line and status 2, a closed pipe is no failure."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STET = f"{sys.executable} -c 'from webapp.cli import main; main(prog_name=\"stet\")'"
FULL = "Error: The output cannot be written: No space left on device.\n"
CLOSED = "Error: The output cannot be written: Bad file descriptor.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two stories that differ, and a database with the samples."""
    folder = tmp_path_factory.mktemp("stories")
    for name, word in (("nine", "no"), ("noon", "maybe")):
        lines = (f"The mayor of town {number} said {word}.\n\n" for number in range(2_000))
        (folder / f"{name}.txt").write_text("".join(lines), encoding="utf-8")
    run(f"{STET} seed", folder)
    return folder


@pytest.fixture(scope="module")
def link(folder: Path) -> str:
    return run(f"{STET} share 1 2", folder).stdout.splitlines()[0]


def run(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a line of bash. The status of a pipe is that of the last program in it that failed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "STET_DATA_DIR": str(folder / "data")}
    line = f"set -o pipefail; {command}"
    return subprocess.run(
        ("bash", "-c", line), cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


PRINTING = (
    "diff nine.txt noon.txt",
    "diff nine.txt nine.txt",
    "diff nine.txt noon.txt --format json",
    "export LINK",
    "verify LINK",
    "list",
    "seed",
    "prune",
    "--help",
    "diff --help",
    "--version",
)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has /dev/full")
@pytest.mark.parametrize("command", PRINTING)
def test_a_full_disk_is_one_line_and_status_2(folder: Path, link: str, command: str) -> None:
    done = run(f"{STET} {command.replace('LINK', link)} > /dev/full", folder)
    assert (done.returncode, done.stderr) == (2, FULL)


@pytest.mark.parametrize("command", ["diff nine.txt noon.txt", "export LINK", "list"])
def test_no_standard_output_is_one_line_and_status_2(folder: Path, link: str, command: str) -> None:
    done = run(f"{STET} {command.replace('LINK', link)} >&-", folder)
    assert (done.returncode, done.stderr) == (2, CLOSED)


@pytest.mark.parametrize(
    ("command", "status"),
    [
        ("diff nine.txt noon.txt", 1),
        ("diff nine.txt noon.txt --format json", 1),
        ("export LINK", 0),
        ("verify LINK", 0),
        ("list", 0),
        ("--help", 0),
    ],
)
def test_a_closed_pipe_is_quiet_and_leaves_the_exit_status(folder: Path, link: str, command: str, status: int) -> None:
    done = run(f"{STET} {command.replace('LINK', link)} | true", folder)
    assert (done.returncode, done.stderr) == (status, "")


def test_the_first_line_of_a_long_output_can_be_had(folder: Path) -> None:
    done = run(f"{STET} diff nine.txt noon.txt | head -1", folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == "The mayor of town 0 said [-no-]{+maybe+}.\n"


@pytest.mark.parametrize("sink", ["> /dev/full", ">&-", "> >(exec >&- <&-; sleep 0)"])
def test_a_link_whose_address_cannot_be_printed_is_told_on_standard_error(folder: Path, sink: str) -> None:
    done = run(f"{STET} share 1 2 {sink}", folder)
    assert done.returncode == 2
    pattern = r"Error: The link was made, but could not be printed: (\S+) \(key to delete it: (\S+)\)\.\n"
    found = re.fullmatch(pattern, done.stderr)
    assert found
    assert run(f"{STET} verify {found[1]}", folder).returncode == 0


def test_trouble_has_its_status_where_nobody_can_be_told(folder: Path) -> None:
    for sink in ("2> /dev/full", "2>&-", "> /dev/full 2>&1"):
        assert run(f"{STET} diff nine.txt absent.txt {sink}", folder).returncode == 2


def test_a_sign_that_the_terminal_does_not_have_is_escaped(folder: Path) -> None:
    (folder / "dash.txt").write_text("The mayor said — no.", encoding="utf-8")
    done = run(f"PYTHONIOENCODING=latin-1 {STET} diff dash.txt nine.txt | head -1", folder)
    assert (done.returncode, done.stderr) == (1, "")
    assert r"\u2014" in done.stdout
