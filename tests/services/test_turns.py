"""Turns: how many run, how many wait, and what one client may have of either. Events hold what runs; no test waits."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from threading import Event

import pytest

from webapp.errors import Busy
from webapp.services.turns import Turns

PLENTY_S = 60.0


@contextmanager
def held(turns: Turns, *clients: str) -> Iterator[None]:
    """Hold a turn for each of the clients."""
    with ExitStack() as stack:
        for client in clients:
            stack.enter_context(turns.take(client))
        yield


def try_turn(turns: Turns, client: str) -> bool:
    """Tell whether a client gets a turn."""
    try:
        with turns.take(client):
            return True
    except Busy as error:
        assert error.retry_after_s > 0
        return False


def waiting(turns: Turns) -> int:
    return turns._waiting._held.total()


def start_waiting(threads: ThreadPoolExecutor, turns: Turns, client: str, run: Callable[[], None]) -> Future[None]:
    """Let a thread ask for a turn in which it runs something; return once it waits."""
    before = waiting(turns)

    def ask() -> None:
        with turns.take(client):
            run()

    asked = threads.submit(ask)
    while waiting(turns) == before:
        assert not asked.done()
    return asked


def test_no_more_run_at_once_than_the_limit() -> None:
    turns = Turns(2, waiting=0)
    with held(turns, "a", "b"):
        assert not try_turn(turns, "c")
    assert try_turn(turns, "c")


def test_one_client_has_at_most_half_of_what_runs() -> None:
    turns = Turns(4, waiting=0)
    with held(turns, "a", "a"):
        assert not try_turn(turns, "a")
        assert try_turn(turns, "b")


def test_a_single_turn_is_everybodys() -> None:
    turns = Turns(1, waiting=0)
    assert try_turn(turns, "a")
    with held(turns, "a"):
        assert not try_turn(turns, "b")


def test_a_turn_that_fails_is_given_back() -> None:
    turns = Turns(1, waiting=0)
    with pytest.raises(ZeroDivisionError), turns.take("a"):
        raise ZeroDivisionError
    assert try_turn(turns, "a")


def test_who_waits_runs_when_another_ends() -> None:
    turns, ran = Turns(2, waiting=2, wait_s=PLENTY_S), Event()
    with ThreadPoolExecutor(1) as threads:
        with held(turns, "a", "b"):
            asked = start_waiting(threads, turns, "c", ran.set)
            assert not ran.is_set()
        asked.result(PLENTY_S)
    assert ran.is_set()
    assert waiting(turns) == 0


def test_no_more_wait_than_there_is_room_and_of_one_client_at_most_half() -> None:
    turns = Turns(1, waiting=4, wait_s=PLENTY_S)
    with ThreadPoolExecutor(4) as threads, held(turns, "a"):
        for client in ("a", "a"):
            start_waiting(threads, turns, client, lambda: None)
        assert not try_turn(turns, "a")
        for client in ("b", "c"):
            start_waiting(threads, turns, client, lambda: None)
        assert not try_turn(turns, "d")


def test_who_has_waited_long_enough_is_told_to_come_again() -> None:
    turns = Turns(1, waiting=2, wait_s=0)
    with held(turns, "a"):
        assert not try_turn(turns, "b")
        assert waiting(turns) == 0
    assert try_turn(turns, "b")
