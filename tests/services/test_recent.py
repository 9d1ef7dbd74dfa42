"""Comparisons that are kept: the same as if computed again, and no more of them than there is room for."""

import pytest

from webapp.engine import compare
from webapp.engine.model import Options
from webapp.services import Paste, Services
from webapp.services.recent import RecentComparisons

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
    room_for_two = RecentComparisons(max_words=20)
    first = room_for_two.compare(one, other, Options())
    second = room_for_two.compare(one, third, Options())
    assert room_for_two.compare(one, other, Options()) is first
    room_for_two.compare(other, third, Options())
    assert room_for_two.compare(one, other, Options()) is first
    assert room_for_two.compare(one, third, Options()) is not second


def test_what_is_larger_than_the_room_is_answered_and_not_kept(services: Services, ids: list[int]) -> None:
    one, other, _ = map(services.version, ids)
    no_room = RecentComparisons(max_words=0)
    first = no_room.compare(one, other, Options())
    assert no_room.compare(one, other, Options()) == first
    assert no_room.compare(one, other, Options()) is not first
