"""How often a client may do something, on a clock that the test turns."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from webapp.errors import TooMany
from webapp.services.clients import client_of
from webapp.services.rates import Rate


class Clock:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Iterator[Clock]:
    yield Clock()


def waits(rate: Rate, client: str, times: int = 1) -> int:
    """Return how long a client is told to wait: 0 where it need not."""
    try:
        rate.take(client, times)
    except TooMany as error:
        assert f"Try again in {error.retry_after_s} seconds" in error.message
        return error.retry_after_s
    return 0


def test_no_more_than_the_limit_are_let_through_in_any_minute(clock: Clock) -> None:
    rate, let_through = Rate(3, "texts", clock), []
    for _ in range(500):
        clock.now += 7
        let_through += [clock.now] if not waits(rate, "a") else []
    assert all(later - earlier >= 60 for earlier, later in zip(let_through, let_through[3:], strict=False))
    assert len(let_through) > 150


def test_it_says_to_the_second_when_there_is_room_again(clock: Clock) -> None:
    rate = Rate(2, "texts", clock)
    rate.take("a")
    clock.now += 10.5
    rate.take("a")
    assert waits(rate, "a") == 50
    clock.now += 49
    assert waits(rate, "a") == 1
    clock.now += 1
    assert waits(rate, "a") == 0


def test_what_is_refused_is_not_counted(clock: Clock) -> None:
    rate = Rate(1, "texts", clock)
    rate.take("a")
    for _ in range(59):
        clock.now += 1
        assert waits(rate, "a")
    clock.now += 1
    assert not waits(rate, "a")


def test_one_client_takes_nothing_from_another(clock: Clock) -> None:
    rate = Rate(1, "texts", clock)
    assert not waits(rate, "a")
    assert waits(rate, "a")
    assert not waits(rate, "b")


def test_several_at_a_time_are_all_taken_or_none(clock: Clock) -> None:
    rate = Rate(3, "texts", clock)
    rate.take("a", 2)
    clock.now += 5
    assert waits(rate, "a", 2) == 55
    assert not waits(rate, "a", 1)


def test_more_at_a_time_than_the_limit_are_let_through_when_nothing_was_before(clock: Clock) -> None:
    """A form has two texts, and a limit of one must not shut it for ever."""
    rate = Rate(1, "texts", clock)
    assert not waits(rate, "a", 2)
    assert waits(rate, "a", 2) == 60


def test_without_a_limit_everything_passes(clock: Clock) -> None:
    assert not any(waits(Rate(0, "texts", clock), "a", 1_000) for _ in range(10))


def test_a_client_that_is_gone_is_forgotten(clock: Clock) -> None:
    rate = Rate(3, "texts", clock)
    for number in range(1_000):
        rate.take(f"client {number}")
        clock.now += 1
    assert len(rate._moments) <= 60


def test_threads_that_ask_at_once_get_no_more_than_the_limit(clock: Clock) -> None:
    rate = Rate(30, "texts", clock)
    with ThreadPoolExecutor(8) as threads:
        told = list(threads.map(lambda _: waits(rate, "a"), range(200)))
    assert told.count(0) == 30


def test_a_network_of_addresses_is_one_client() -> None:
    assert len({client_of(f"2001:db8:0:7::{number:x}") for number in range(1, 100)}) == 1
    assert client_of("2001:db8:0:7::1") != client_of("2001:db8:0:8::1")
    assert client_of("192.0.2.1") != client_of("192.0.2.2")
