"""Comparisons that are kept: the same as if computed again, and no more of them than there is room for."""

import gc
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import permutations
from threading import Barrier

import pytest

from webapp.engine import compare
from webapp.engine.model import Comparison
from webapp.engine.options import Options
from webapp.errors import Busy
from webapp.services import Paste, Services
from webapp.services.recent import RecentComparisons, bytes_of

TEXTS = ["The council met on Monday.", "The council met on Friday.", "The council never met."]


@pytest.fixture
def ids(services: Services) -> list[int]:
    return services.choose([Paste(text) for text in TEXTS])


def test_the_same_texts_under_the_same_options_are_compared_once(services: Services, ids: list[int]) -> None:
    first = services.compare(ids[0], ids[1], Options()).comparison
    assert services.compare(ids[0], ids[1], Options()).comparison is first
    assert first == compare(TEXTS[0], TEXTS[1], Options())


def test_other_texts_sides_or_options_are_another_comparison(services: Services, ids: list[int]) -> None:
    one, other = ids[:2]
    services.compare(one, other, Options())
    assert services.compare(other, one, Options()).comparison == compare(TEXTS[1], TEXTS[0], Options())
    options = Options(granularity="sentence")
    assert services.compare(one, other, options).comparison == compare(TEXTS[0], TEXTS[1], options)


def test_what_was_asked_for_last_is_kept_as_far_as_there_is_room(services: Services, ids: list[int]) -> None:
    one, other, third = map(services.version, ids)
    longest = max(bytes_of(compare(old, new)) for old, new in permutations(TEXTS, 2))
    room_for_two = RecentComparisons(max_bytes=2 * longest)
    first = room_for_two.compare(one, other, Options())
    second = room_for_two.compare(one, third, Options())
    assert room_for_two.compare(one, other, Options()) is first
    room_for_two.compare(other, third, Options())
    assert room_for_two.compare(one, other, Options()) is first
    assert room_for_two.compare(one, third, Options()) is not second


def test_readers_who_ask_for_the_same_at_once_wait_for_one_comparison(services: Services, ids: list[int]) -> None:
    one, other, _ = map(services.version, ids)
    asked, computed = Barrier(3), []

    def slowly(old: str, new: str, options: Options) -> Comparison:
        asked.wait()
        computed.append(old)
        return compare(old, new, options)

    room = RecentComparisons(compare=slowly)
    with ThreadPoolExecutor(3) as readers:
        answers = [readers.submit(room.compare, one, other, Options())]
        answers += [readers.submit(lambda: (asked.wait(), room.compare(one, other, Options()))[1]) for _ in range(2)]
        first, *others = [answer.result() for answer in answers]
    assert computed == [TEXTS[0]]
    assert all(answer is first for answer in others)


def test_a_reader_does_not_share_the_refusal_of_another(services: Services, ids: list[int]) -> None:
    one, other, _ = map(services.version, ids)
    room = RecentComparisons()
    waits = Barrier(2)

    @contextmanager
    def refused() -> Iterator[None]:
        waits.wait()
        raise Busy("Not now.", 1)
        yield

    with ThreadPoolExecutor(2) as readers:
        first = readers.submit(room.compare, one, other, Options(), refused)
        second = readers.submit(lambda: (waits.wait(), room.compare(one, other, Options()))[1])
        with pytest.raises(Busy):
            first.result()
        assert second.result() == compare(TEXTS[0], TEXTS[1])


def test_what_is_larger_than_the_room_is_answered_and_not_kept(services: Services, ids: list[int]) -> None:
    one, other, _ = map(services.version, ids)
    no_room = RecentComparisons(max_bytes=0)
    first = no_room.compare(one, other, Options())
    assert no_room.compare(one, other, Options()) == first
    assert no_room.compare(one, other, Options()) is not first


def test_what_is_larger_than_the_room_drives_nothing_out(services: Services, ids: list[int]) -> None:
    one, other, _ = map(services.version, ids)
    marks = [services.version(each) for each in services.choose([Paste("!\n" * 1_000), Paste("?\n" * 1_000)])]
    room = RecentComparisons(max_bytes=100_000)
    first = room.compare(one, other, Options())
    assert room.compare(*marks, Options()) is not room.compare(*marks, Options())
    assert room.compare(one, other, Options()) is first


def test_a_text_without_words_is_no_smaller_than_it_is(services: Services, ids: list[int]) -> None:
    """Punctuation has no words: counted in these, any number of such comparisons was kept for good."""
    one, other, _ = map(services.version, ids)
    texts = [Paste(mark * 1_000) for mark in ("!\n", "?\n")]
    first, second = (services.version(each) for each in services.choose(texts))
    room_for_one = RecentComparisons(max_bytes=bytes_of(compare(first.text, second.text)) + 10_000)
    kept = room_for_one.compare(one, other, Options())
    room_for_one.compare(first, second, Options())
    room_for_one.compare(second, first, Options())
    assert room_for_one.compare(one, other, Options()) is not kept


SENTENCES = [f"The {noun} of town {number} was closed." for number in range(300) for noun in ("mill", "bank", "school")]
KINDS = {
    "edited": ("\n\n".join(SENTENCES), "\n\n".join(SENTENCES).replace("mill", "dock")),
    "moved": ("\n".join(SENTENCES), "\n".join(SENTENCES[1::2] + SENTENCES[::2])),
    "unchanged": ("\n".join(SENTENCES), "\n".join(SENTENCES)),
    "unrelated": ("\n".join(SENTENCES), "\n".join(f"Nobody {number} came here!" for number in range(1_000))),
    "one line": ("word " * 20_000, "word " * 19_000 + "other"),
    "lines of one mark": ("!\n" * 3_000, "?\n" * 3_000),
    "two marks by turns": ("! ? " * 5_000, "? ! " * 5_000),
    "words of one letter": ("a\nb\n" * 1_500, "b\na\n" * 1_500),
    "Chinese": ("市长说不。" * 2_000, "市长说好。" * 2_000),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_a_comparison_takes_is_estimated_within_a_factor_of_two(kind: str) -> None:
    old, new = KINDS[kind]
    taken, comparison = measured(old, new)
    assert taken / 2 < bytes_of(comparison) < 2 * taken


def measured(old: str, new: str) -> tuple[int, Comparison]:
    """Return the bytes that a comparison holds, with copies of both texts, and the comparison."""
    compare(old, new)  # what is read once and kept for all comparisons is not part of one
    gc.collect()
    tracemalloc.start()
    try:
        comparison = compare(old.encode().decode(), new.encode().decode())
        gc.collect()
        return tracemalloc.get_traced_memory()[0], comparison
    finally:
        tracemalloc.stop()
