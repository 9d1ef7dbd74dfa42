"""CPU time and memory of a run, taken the same way for every engine that Python runs; the others take their own."""

import resource
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from tests.bench.answer import Answer

Result = TypeVar("Result")

# A run is repeated until there are enough for a median or the time is up; a long one stands for itself.
MAX_RUNS = 9
BUDGET_S = 2.0
WARM_UP_CHARS = 2_000

# Linux counts kibibytes, macOS bytes.
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True)
class Measured:
    """What a peer did with a pair of texts: CPU seconds of each run, answer, peak memory of its process in bytes.

    `answer` is None for a floor, `peak_bytes` for a program outside Python, whose memory we cannot tell from our own:
    what starts it counts as its own until it is loaded. `note` is what a reader must know of the answer.
    """

    seconds: list[float]
    answer: Answer | None
    peak_bytes: int | None = None
    note: str | None = None


def repeat(run: Callable[[str, str], Result], old: str, new: str) -> tuple[list[float], Result, int]:
    """Run again and again, after a warm-up on the beginnings: patterns are compiled once in a program's life.

    Returns the CPU seconds of each run, the last result, and the peak resident memory of this process in bytes.
    """
    result = run(old[:WARM_UP_CHARS], new[:WARM_UP_CHARS])
    seconds: list[float] = []
    while len(seconds) < MAX_RUNS and sum(seconds) < BUDGET_S:
        start = cpu_seconds()
        result = run(old, new)
        seconds.append(cpu_seconds() - start)
    return seconds, result, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT


def cpu_seconds() -> float:
    """Return what this process and the programs that it has run have used so far."""
    used = [resource.getrusage(whose) for whose in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)
