"""A file is read in a process that can neither run on, nor fill the memory, nor reach the network."""

import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from time import monotonic

import pytest

from tests.importers.hostile_readers import TOLD
from webapp.errors import InvalidInput, TooLarge
from webapp.importers.process.bounded import BoundedProcesses
from webapp.importers.process.child import ReadingLimits

OBEY = "tests.importers.hostile_readers:obey"


@pytest.fixture(scope="module")
def processes() -> Iterator[BoundedProcesses]:
    processes = BoundedProcesses(ReadingLimits(seconds=1), OBEY)
    yield processes
    processes.close()


def test_an_answer_comes_as_it_was_made(processes: BoundedProcesses) -> None:
    story = processes.read(b"read", "story")
    assert (story.importer, story.title, story.warnings) == ("obey/1", "“Ünïcode”, 发言人", ("A warning.",))


def test_stories_that_a_file_tells_apart_come_as_they_were_made(processes: BoundedProcesses) -> None:
    assert processes.read(b"tell", "feed").stories == TOLD


def test_a_process_is_kept_for_the_next_file_which_is_read_at_once(processes: BoundedProcesses) -> None:
    first = processes.read(b"read", "story").text
    times = []
    for _ in range(10):
        start = monotonic()
        assert processes.read(b"read", "story").text == first
        times.append(monotonic() - start)
    assert min(times) < 0.05


@pytest.mark.parametrize(
    ("what", "refusal", "message"),
    [
        (b"spin", TooLarge, r"story\.doc cannot be read within 1 seconds of computing\."),
        (b"eat", TooLarge, r"story\.doc cannot be read within 512 MB of memory\."),
        (b"crash", InvalidInput, r"story\.doc cannot be read: its reader stopped"),
        (b"dig", TooLarge, r"story\.doc cannot be read: it is nested too deep\."),
        (b"fail", InvalidInput, r"story\.doc cannot be read: it may be damaged \(KeyError\)\."),
    ],
)
def test_a_hostile_file_is_refused_with_the_limit_and_the_next_one_is_read(
    processes: BoundedProcesses, what: bytes, refusal: type[InvalidInput], message: str
) -> None:
    """BAD_INPUT 31, 32, 33: a crash of the reader as well."""
    with pytest.raises(refusal, match=message):
        processes.read(what, "story.doc")
    assert processes.read(b"read", "story").text


def test_a_reader_reaches_no_network_no_program_and_no_file_to_write(
    processes: BoundedProcesses, tmp_path: Path
) -> None:
    refused = processes.read(str(tmp_path / "made").encode(), "story").text
    assert len(refused.splitlines()) == 5
    assert not (tmp_path / "made").exists()


def test_closing_ends_the_processes() -> None:
    processes = BoundedProcesses(ReadingLimits(), OBEY)
    processes.read(b"read", "story")
    before = set(active_children())
    processes.close()
    assert set(active_children()) < before


def test_a_process_ends_when_the_program_is_killed(tmp_path: Path) -> None:
    """The pipe is held open by the process that should end, so that its end of file means that it is gone."""
    program = tmp_path / "read.py"
    program.write_text(
        "import os, signal, sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from webapp.importers.process.bounded import BoundedProcesses\n"
        "if __name__ == '__main__':\n"
        f"    BoundedProcesses(reader={OBEY!r}).read(b'read', 'story')\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    assert subprocess.run([sys.executable, program], capture_output=True, check=False).returncode == -9
