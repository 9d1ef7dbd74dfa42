"""The gate before the database: few requests wait, none after a failure, and it reopens by itself (BAD_INPUT 47)."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from webapp.errors import DatabaseFull, DatabaseSilent, Unavailable
from webapp.storage.gate import REFUSE_S, Gate

WORDS = "It does not answer."


class Clock:
    """A clock that the test sets."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Iterator[Clock]:
    yield Clock()


def fail(gate: Gate, failure: Exception) -> None:
    with pytest.raises(type(failure)), gate.turn(WORDS):
        raise failure


def is_let_through(gate: Gate) -> bool:
    try:
        with gate.turn(WORDS):
            return True
    except DatabaseSilent as refusal:
        assert refusal.message == WORDS
        return False


def test_it_lets_so_many_through_and_no_more() -> None:
    gate = Gate(places=2, queue_s=0)
    with ExitStack() as inside:
        for _ in range(2):
            inside.enter_context(gate.turn(WORDS))
        assert not is_let_through(gate)


def test_without_a_failure_a_request_waits_for_a_place() -> None:
    gate = Gate(places=1, queue_s=60)
    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(lambda _: is_let_through(gate), range(200)))


def test_after_a_failure_it_refuses_at_once_for_a_moment_and_then_lets_one_try(clock: Clock) -> None:
    gate = Gate(1, 60, clock)
    fail(gate, DatabaseSilent(WORDS))
    assert not is_let_through(gate)
    clock.now = REFUSE_S
    assert is_let_through(gate)
    clock.now = REFUSE_S / 2
    assert is_let_through(gate)


def test_after_a_failure_nobody_waits_for_a_place(clock: Clock) -> None:
    """The longest wait in the queue is an hour, so a test that waits would hang."""
    gate = Gate(1, 3600, clock)
    fail(gate, DatabaseSilent(WORDS))
    clock.now = REFUSE_S
    with gate.turn(WORDS):
        assert not is_let_through(gate)


def test_a_try_that_fails_closes_it_again(clock: Clock) -> None:
    gate = Gate(1, 60, clock)
    for turn in range(3):
        clock.now = turn * REFUSE_S
        fail(gate, DatabaseSilent(WORDS))
        assert not is_let_through(gate)


@pytest.mark.parametrize("failure", [ZeroDivisionError(), DatabaseFull("No room."), Unavailable("Not now.")])
def test_a_failure_of_another_kind_closes_nothing(failure: Exception) -> None:
    """A text too large for the disk does not close the gate: the next one may be smaller."""
    gate = Gate(1, 0)
    fail(gate, failure)
    assert is_let_through(gate)
