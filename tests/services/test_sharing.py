"""To share is one act: a link with everything that it needs, or nothing at all."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from tests.databases import count_rows
from webapp.engine import Options
from webapp.errors import InvalidInput, NotFound, TooLarge
from webapp.services import Paste, Request, Services

OLD, NEW = Paste("The mayor said no.", field="old_text"), Paste("The mayor said yes.", field="new_text")
REQUEST = Request("a" * 64, "b" * 64)
WRITERS = 8


def test_two_texts_become_two_articles_and_a_link(services: Services, database_url: str) -> None:
    shared = services.share([OLD, NEW], Options())
    assert shared.is_new
    assert (shared.permalink.old.text, shared.permalink.new.text) == (OLD.text, NEW.text)
    assert services.permalink(shared.permalink.public_id) == shared.permalink
    assert count_rows(database_url)["article"] == 2


@pytest.mark.parametrize(
    ("sides", "error"),
    [
        ([OLD, 99], NotFound),
        ([99, NEW], NotFound),
        ([OLD, Paste(" ")], InvalidInput),
        ([OLD, Paste("x" * 20_001)], TooLarge),
    ],
    ids=["no such version", "no such original", "empty", "too long"],
)
def test_what_is_refused_leaves_no_article_no_text_and_no_version(
    services: Services, database_url: str, sides: list[Paste | int], error: type[InvalidInput]
) -> None:
    before = count_rows(database_url)
    with pytest.raises(error):
        services.share(sides, Options())
    assert count_rows(database_url) == before


@pytest.mark.parametrize("is_picked", [True, False])
def test_two_equal_texts_are_compared_and_shared_as_two_and_stored_as_two_however_often(
    services: Services, database_url: str, is_picked: bool
) -> None:
    """BAD_INPUT 44: nothing changed is an answer, and no error."""
    first = services.choose([OLD])[0] if is_picked else OLD
    for _ in range(2):
        old, new = services.choose([first, OLD])
        assert old != new
        assert services.compare(old, new, Options()).comparison.changes == ()
        assert services.share([first, OLD], Options()).permalink.comparison.changes == ()
    rows = count_rows(database_url)
    assert (rows["article"], rows["text"]) == (2, 1)


def test_one_version_on_both_sides_is_refused(services: Services, database_url: str) -> None:
    """BAD_INPUT 44."""
    (version_id,) = services.choose([OLD])
    before = count_rows(database_url)
    with pytest.raises(InvalidInput, match="Both sides are the same version"):
        services.share([version_id, version_id], Options())
    assert count_rows(database_url) == before


def test_a_request_that_comes_again_makes_nothing_and_is_told_so(services: Services, database_url: str) -> None:
    first = services.share([OLD, NEW], Options(), request=REQUEST)
    before = count_rows(database_url)
    again = services.share([OLD, NEW], Options(), request=REQUEST)
    assert (again.is_new, again.permalink) == (False, first.permalink)
    assert count_rows(database_url) == before


def test_a_key_that_came_with_another_request_leaves_nothing(services: Services, database_url: str) -> None:
    services.share([OLD, NEW], Options(), request=REQUEST)
    before = count_rows(database_url)
    with pytest.raises(InvalidInput, match="came with another request"):
        services.share([Paste("Something."), Paste("Else.")], Options(), request=Request("a" * 64, "c" * 64))
    assert count_rows(database_url) == before


def test_of_many_that_share_the_same_at_once_each_is_told_the_one_link(services: Services, database_url: str) -> None:
    """BAD_INPUT 45."""
    barrier = Barrier(WRITERS)

    def send(_: int) -> tuple[str, bool]:
        barrier.wait()
        shared = services.share([OLD, NEW], Options(), request=REQUEST)
        return shared.permalink.public_id, shared.is_new

    with ThreadPoolExecutor(WRITERS) as pool:
        told = list(pool.map(send, range(WRITERS)))
    assert len({public_id for public_id, _ in told}) == 1
    assert [is_new for _, is_new in told].count(True) == 1
    assert {name: count_rows(database_url)[name] for name in ("article", "text", "comparison")} == {
        "article": 2,
        "text": 2,
        "comparison": 1,
    }
