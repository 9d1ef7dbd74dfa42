"""How work grows with its input: by doubling, in CPU time of this process, never by a clock on the wall.

Twice the input takes twice the time where work is linear, four times where it is quadratic. What lies between is noise
of a machine that does other things: a measurement that is over the bound is taken anew, and quadratic work is over it
each time.
"""

import gc
from collections.abc import Callable
from math import inf, sqrt
from time import process_time
from typing import TypeVar

MAX_GROWTH = 2.3
"""What doubling the input may multiply the work by, 2 to 4."""

LEAST_S = 0.002
MAX_SIZE = 200_000
"""Inputs that take less CPU than `LEAST_S` seconds are doubled, up to this size: what is quadratic must show itself."""

RUNS, TRIES = 2, 10

Input = TypeVar("Input")


def assert_linear(make: Callable[[int], Input], work: Callable[[Input], object], start: int, runs: int = RUNS) -> None:
    """Assert that the work upon what `make` gives for a size, of `start` or more, grows with it."""
    found = growth(make, work, start, runs)
    assert found <= MAX_GROWTH, f"doubling the input multiplied the work by {found:.2f}"


def growth(
    make: Callable[[int], Input], work: Callable[[Input], object], start: int = 1_000, runs: int = RUNS
) -> float:
    """Return what one doubling multiplies the work by, of two doublings; the least of some tries that are over."""
    size = _telling_size(make, work, start)
    inputs = [make(size), make(4 * size)]
    least = inf
    for _ in range(TRIES):
        small, large = (_sample(work, each, runs) for each in inputs)
        least = min(least, sqrt(large / max(small, LEAST_S)))
        if least <= MAX_GROWTH:
            break
    return least


def _telling_size(make: Callable[[int], Input], work: Callable[[Input], object], size: int) -> int:
    while 2 * size <= MAX_SIZE and _sample(work, make(size), 1) < LEAST_S:
        size *= 2
    return size


def _sample(work: Callable[[Input], object], given: Input, runs: int) -> float:
    """Return the CPU time of the quickest of some runs, without that of collecting what earlier ones left."""
    gc.disable()
    try:
        return min(_seconds(work, given) for _ in range(runs))
    finally:
        gc.enable()


def _seconds(work: Callable[[Input], object], given: Input) -> float:
    start = process_time()
    work(given)
    return process_time() - start
