"""A frozen comparison is returned as it was stored, until it is deleted or expires."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.databases import execute
from webapp.errors import NotFound, StetError
from webapp.storage.comparisons import PUBLIC_ID, new_public_id
from webapp.storage.database import Database
from webapp.storage.records import Description, Result, Terms

RESULT = Result('{"said":"«Ünïcode»"}'.encode(), "0.9")


def freeze(database: Database, lifetime: timedelta | None = None) -> str:
    with database.write() as store:
        sums = store.texts.add({"One.": 1, "Two.": 1})
        article_id = store.articles.add(Description("A story"), "paste")
        old, new = (store.versions.add(article_id, sums[body], {}).id for body in ("One.", "Two."))
        expires_at = lifetime and datetime.now(UTC) + lifetime
        return store.comparisons.add(old, new, RESULT, Terms(expires_at=expires_at))


def test_it_is_returned_as_it_was_stored(database: Database) -> None:
    public_id = freeze(database)
    with database.read() as store:
        frozen = store.comparisons.get(public_id)
    assert (frozen.json, frozen.engine, frozen.public_id) == (RESULT.json, RESULT.engine, public_id)
    assert (frozen.old.text, frozen.new.text) == ("One.", "Two.")
    assert datetime.now(UTC) - frozen.created_at < timedelta(minutes=1)


def test_a_public_id_carries_128_bits_and_is_never_given_twice(database: Database) -> None:
    ids = [freeze(database) for _ in range(3)]
    assert len(set(ids)) == 3
    assert {len(public_id) for public_id in ids} == {22}


def test_a_public_id_is_never_taken_for_an_option() -> None:
    """With a free first character, some of these ids would almost certainly begin with a hyphen or underscore."""
    ids = [new_public_id() for _ in range(1_000)]
    assert not [public_id for public_id in ids if public_id.startswith(("-", "_"))]
    assert all(map(PUBLIC_ID.fullmatch, ids))


def test_its_result_is_stored_compressed_and_its_engine_and_options_beside_it(
    database: Database, database_url: str
) -> None:
    freeze(database)
    ((stored, engine),) = execute(database_url, "SELECT result, engine FROM comparison")
    assert bytes(stored)[:1] == b"\x78"  # the first byte of every zlib stream
    assert engine == "0.9"


@pytest.mark.parametrize("spoilt", ["AAAAAAAAAAAAAAAAAAAAAA", "{0:.21}", "{0}A", "{0:.21}é", "{0:.21}/"])
def test_an_id_that_is_guessed_cut_off_or_misspelt_is_not_found(database: Database, spoilt: str) -> None:
    """BAD_INPUT 43."""
    public_id = spoilt.format(freeze(database))
    with database.read() as store, pytest.raises(NotFound):
        store.comparisons.get(public_id)


@pytest.mark.parametrize("public_id", ["", "\0" * 22, "\ud800" * 22, f"{'A' * 21}\n", "A" * 1_000_000, "' OR 1=1 --"])
def test_what_cannot_be_an_id_never_reaches_the_database(public_id: str) -> None:
    """BAD_INPUT 43. No database exists here, so a query would raise another error."""
    database = Database("sqlite:////nowhere/stet.sqlite3")
    with database.read() as store, pytest.raises(NotFound):
        store.comparisons.get(public_id)


def test_a_withdrawn_one_is_not_found_and_cannot_be_withdrawn_again(database: Database) -> None:
    """BAD_INPUT 43."""
    public_id = freeze(database)
    with database.write() as store:
        store.comparisons.withdraw(public_id)
    for verb in ("get", "withdraw"):
        with database.write() as store, pytest.raises(NotFound):
            getattr(store.comparisons, verb)(public_id)


def test_an_expired_one_is_not_found(database: Database) -> None:
    """BAD_INPUT 43."""
    expired, living = freeze(database, timedelta(seconds=-1)), freeze(database, timedelta(hours=1))
    with database.read() as store:
        assert store.comparisons.get(living).public_id == living
        with pytest.raises(NotFound):
            store.comparisons.get(expired)


def test_unknown_deleted_expired_and_truncated_ids_give_the_same_message(database: Database) -> None:
    """BAD_INPUT 43."""
    deleted, expired = freeze(database), freeze(database, timedelta(seconds=-1))
    with database.write() as store:
        store.comparisons.withdraw(deleted)
    messages = set()
    for public_id in ("A" * 22, deleted, expired, deleted[:-1]):
        with database.read() as store, pytest.raises(NotFound) as refusal:
            store.comparisons.get(public_id)
        messages.add(refusal.value.message)
    assert len(messages) == 1


def test_a_result_that_is_not_what_was_stored_is_not_shown(database: Database, database_url: str) -> None:
    public_id = freeze(database)
    execute(database_url, "UPDATE comparison SET result_sha256 = :sum", sum="0" * 64)
    with database.read() as store, pytest.raises(StetError, match="damaged"):
        store.comparisons.get(public_id)
