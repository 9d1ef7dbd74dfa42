"""A repeated request has one effect."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from webapp.errors import InvalidInput
from webapp.storage.database import Database
from webapp.storage.records import Request

REQUEST = Request("a" * 64, "b" * 64)


def claim(database: Database, public_id: str, request: Request = REQUEST) -> str:
    with database.write() as store:
        return store.requests.claim(request, public_id)


def test_the_first_claim_holds(database: Database) -> None:
    assert [claim(database, "first"), claim(database, "second")] == ["first", "first"]


def test_a_key_with_another_request_is_refused(database: Database) -> None:
    claim(database, "first")
    with pytest.raises(InvalidInput, match="came with another request"):
        claim(database, "second", Request("a" * 64, "c" * 64))


def test_of_many_at_once_one_is_first(database: Database) -> None:
    """BAD_INPUT 45."""
    barrier = Barrier(6)

    def send(number: int) -> str:
        barrier.wait()
        return claim(database, f"id {number}")

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(send, range(6)))) == 1


def test_a_claim_that_fails_later_holds_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError), database.write() as store:
        store.requests.claim(REQUEST, "first")
        raise RuntimeError
    assert claim(database, "second") == "second"
