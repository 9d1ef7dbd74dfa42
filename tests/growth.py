"""How work grows with its input: by doubling, in CPU time of this process, never by a clock on the wall.

Twice the input takes twice the time where work is linear, four times where it is quadratic. What lies between is noise
of a machine that does other things: a measurement that is over the bound is taken anew, and quadratic work is over it
each time.
"""

import gc
from collections.abc import Callable
from time import process_time
from typing import TypeVar

MAX_GROWTH = 2.3
"""What doubling the input may multiply the work by, 2 to 4."""

RUNS, TRIES = 3, 4

Input = TypeVar("Input")


def assert_linear(make: Callable[[int], Input], work: Callable[[Input], object], start: int) -> None:
    """Assert that the work upon what `make` gives for a size grows with it. At `start` it should take a millisecond."""
    inputs = [make(start), make(4 * start)]
    found: list[float] = []
    while len(found) < TRIES:
        found.append(_growth(inputs, work))
        if found[-1] <= MAX_GROWTH:
            return
    raise AssertionError(f"doubling the input multiplied the work by {', '.join(f'{each:.2f}' for each in found)}")


def _growth(inputs: list[Input], work: Callable[[Input], object]) -> float:
    """Return what one doubling multiplies the work by, of two doublings."""
    small, large = (min(_seconds(work, each) for _ in range(RUNS)) for each in inputs)
    return float((large / max(small, 1e-9)) ** 0.5)


def _seconds(work: Callable[[Input], object], given: Input) -> float:
    """Return the CPU time of one run, without that of collecting what earlier ones left."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        work(given)
        return process_time() - start
    finally:
        gc.enable()
