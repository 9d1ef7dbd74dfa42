"""`stet add FOLDER` with many files: none is lost or stored twice, whenever it is stopped."""

import os
import pty
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from tests.test_cli_files import stet

STET = (sys.executable, "-m", "webapp")
FILES = 300
KILLED_AFTER = 120


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with stories in folders, and an empty library."""
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))
    for number in range(FILES):
        file = tmp_path / "in" / f"{number // 100}" / f"story-{number:03}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"Story {number}\n\nThe council met for the {number}. time.\n", encoding="utf-8")
    stet("seed")
    return tmp_path / "in"


def listed() -> list[str]:
    """Return the titles of all articles but the samples."""
    lines = (line.split(maxsplit=1)[1] for line in stet("list").stdout.splitlines())
    return sorted(line.partition(" (")[0] for line in lines if line.startswith("Story "))


def test_what_was_killed_in_the_middle_goes_on_where_it_was(folder: Path) -> None:
    command = (*STET, "add", str(folder))
    # A small pipe, so that the command cannot be far ahead of what was read from it.
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, pipesize=4_096) as process:
        assert process.stdout is not None
        printed = [process.stdout.readline() for _ in range(KILLED_AFTER)]
        process.send_signal(signal.SIGKILL)
        printed += process.stdout.readlines()
    assert KILLED_AFTER <= len(printed) < FILES
    again = stet("add", str(folder))
    assert (again.exit_code, again.stderr) == (0, "")
    assert again.stdout.startswith("".join(printed))
    assert listed() == sorted(f"Story {number}" for number in range(FILES))
    assert stet("add", str(folder)).stdout == again.stdout
    assert len(listed()) == FILES


def test_a_known_file_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = stet("add", str(folder / "0"))
    monkeypatch.setenv("STET_MAX_TEXT_WORDS", "1")
    assert stet("add", str(folder / "0")).stdout == first.stdout
    assert stet("add", str(folder / "0" / "story-000.txt")).exit_code == 2


def test_progress_is_shown_on_a_terminal_and_nowhere_else(folder: Path) -> None:
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm"}
    command = (*STET, "add", str(folder / "0"))
    shown = b""
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs, env=environment) as process:
        os.close(theirs)
        with suppress(OSError):  # on Linux, reading from a closed pseudo-terminal raises EIO
            while part := os.read(ours, 65_536):
                shown += part
        os.close(ours)
        printed, _ = process.communicate()
    assert len(printed.splitlines()) == 100
    assert b"100/100" in shown
    quiet = subprocess.run(command, capture_output=True)
    assert (quiet.stdout, quiet.stderr) == (printed, b"")
