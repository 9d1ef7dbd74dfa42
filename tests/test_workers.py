"""Long comparisons run in processes of their own, which end with the server, however it ends."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import active_children
from pathlib import Path
from time import sleep

import pytest

from webapp.engine import compare
from webapp.engine.options import Options
from webapp.errors import Busy
from webapp.workers import Pool

OLD = "The council met on Monday. Nobody came."
NEW = "The council met on Friday. Nobody came."
LONG = "".join(f"The council of town {n} met on day {n} and said {n} words.\n" for n in range(1_000))


@pytest.fixture
def pool() -> Iterator[Pool]:
    """A pool of one process, which has answered once."""
    pool = Pool(1, max_chars_in_place=0)
    pool.compare(OLD, NEW, Options())
    yield pool
    pool.close()


def kill_a_child() -> None:
    """Wait for a process of the pool, and kill it."""
    while not (children := active_children()):
        sleep(0.01)
    os.kill(children[0].pid or 0, signal.SIGKILL)
    children[0].join()


def test_a_comparison_is_the_same_in_a_process_of_its_own(pool: Pool) -> None:
    assert pool.compare(OLD, NEW, Options(granularity="character")) == compare(
        OLD, NEW, Options(granularity="character")
    )
    assert active_children()


def test_short_texts_start_no_process() -> None:
    pool = Pool(1)
    assert pool.compare(OLD, NEW, Options()) == compare(OLD, NEW, Options())
    assert not active_children()


def test_a_long_comparison_yields_to_the_threads_that_draw_pages(pool: Pool) -> None:
    (child,) = active_children()
    assert child.pid
    assert os.getpriority(os.PRIO_PROCESS, child.pid) > os.getpriority(os.PRIO_PROCESS, 0)


def test_a_comparison_beside_one_that_was_killed_is_tried_again(pool: Pool) -> None:
    with ThreadPoolExecutor(1) as reader:
        answer = reader.submit(pool.compare, LONG, LONG.replace("words", "things"), Options())
        kill_a_child()
        assert answer.result().summary.words.deleted == 1_000


def test_a_comparison_that_is_killed_twice_is_refused_in_words_and_the_next_one_runs(pool: Pool) -> None:
    with ThreadPoolExecutor(1) as reader:
        answer = reader.submit(pool.compare, LONG, LONG.replace("words", "things"), Options())
        kill_a_child()
        kill_a_child()
        with pytest.raises(Busy, match="memory"):
            answer.result()
    assert pool.compare(OLD, NEW, Options()) == compare(OLD, NEW, Options())


def test_closing_ends_a_process_in_the_middle_of_its_work(pool: Pool) -> None:
    with ThreadPoolExecutor(1) as reader:
        answer = reader.submit(pool.compare, LONG, LONG.replace("words", "things"), Options())
        pool.close()
        with pytest.raises(Busy, match="stopping"):
            answer.result()
    assert not active_children()


def test_a_script_that_cannot_start_processes_compares_by_itself(tmp_path: Path) -> None:
    """A spawned process runs the script once more, which may not start processes then."""
    served = serve(
        tmp_path,
        "print(Pool(1, max_chars_in_place=0).compare('old', 'new', Options()).summary.words.old, file=sys.stderr)\n",
    )
    assert served.returncode == 0
    assert served.stderr.endswith(b"1\n")
    assert b"No process can be started" in served.stderr


def test_a_process_ends_when_the_server_is_killed(tmp_path: Path) -> None:
    """The pipe is held open by the process that should end, so that its end of file means that it is gone."""
    served = serve(
        tmp_path,
        "if __name__ == '__main__':\n"
        "    Pool(1, max_chars_in_place=0).compare('old', 'new', Options())\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n",
    )
    assert served.returncode == -signal.SIGKILL


def serve(folder: Path, lines: str) -> "subprocess.CompletedProcess[bytes]":
    """Run a script that has a pool, and wait until nothing holds its output open any more."""
    program = folder / "serve.py"
    program.write_text(
        "import os, signal, sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[1])!r})\n"
        "from webapp.engine.options import Options\n"
        "from webapp.workers import Pool\n" + lines
    )
    return subprocess.run([sys.executable, program], capture_output=True, check=False)
