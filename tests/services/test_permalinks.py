"""A link shows what was shared, whatever happens to the article, the server or the engine afterwards."""

import json
from hashlib import sha256

import pytest

from tests.databases import count_rows, execute
from tests.engines import numbered_999, refusing
from webapp.engine import ENGINE_VERSION, Options
from webapp.errors import InvalidInput, NotFound
from webapp.services import Paste, Services, public_json
from webapp.settings import Settings
from webapp.storage.database import Database

OLD = "The mayor spoke on Monday.\n\nShe said “no”."
NEW = "The mayor spoke on Tuesday.\n\nShe said “never”."


@pytest.fixture
def pair(services: Services) -> tuple[int, int]:
    old, new = services.choose([Paste(OLD), Paste(NEW)])
    return old, new


def test_a_comparison_carries_both_versions(services: Services, pair: tuple[int, int]) -> None:
    compared = services.compare(*pair, Options())
    assert (compared.old.text, compared.new.text) == (OLD, NEW)
    assert (compared.old.id, compared.new.id) == pair
    assert compared.comparison.changes


def test_a_version_is_not_compared_with_itself(services: Services, pair: tuple[int, int]) -> None:
    """BAD_INPUT 44."""
    for verb in (services.compare, services.freeze):
        with pytest.raises(InvalidInput, match="Both sides are the same version"):
            verb(pair[0], pair[0], Options())


@pytest.mark.parametrize("number", [0, 99, 2**63])
def test_what_does_not_exist_is_neither_compared_nor_frozen(
    services: Services, pair: tuple[int, int], database_url: str, number: int
) -> None:
    """BAD_INPUT 44."""
    for verb in (services.compare, services.freeze):
        with pytest.raises(NotFound):
            verb(pair[0], number, Options())
    assert count_rows(database_url)["comparison"] == 0


def test_comparing_stores_nothing(services: Services, pair: tuple[int, int], database_url: str) -> None:
    before = count_rows(database_url)
    services.compare(*pair, Options())
    assert count_rows(database_url) == before


def test_a_link_shows_the_comparison_that_was_frozen(services: Services, pair: tuple[int, int]) -> None:
    options = Options(ignore=frozenset({"case", "typography"}))
    shown = services.permalink(services.freeze(*pair, options))
    compared = services.compare(*pair, options)
    assert shown.comparison == compared.comparison
    assert (shown.old, shown.new) == (compared.old, compared.new)
    assert shown.engine == ENGINE_VERSION
    assert shown.result_json == public_json(compared.comparison, shown.sources)
    assert shown.result_sha256 == sha256(shown.result_json.encode()).hexdigest()


def test_the_frozen_form_is_canonical(services: Services, pair: tuple[int, int]) -> None:
    written = services.permalink(services.freeze(*pair, Options())).result_json
    assert written == json.dumps(json.loads(written), ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    assert json.loads(written)["schema"] == "stet.comparison/1"


def test_a_link_does_not_follow_the_article_to_its_newer_version(services: Services, pair: tuple[int, int]) -> None:
    public_id = services.freeze(*pair, Options())
    before = services.permalink(public_id)
    services.add_version(before.new.article.id, "Something else altogether.")
    after = services.permalink(public_id)
    assert (after.result_json, after.comparison, after.new.text) == (before.result_json, before.comparison, NEW)
    assert after.new.number == 1


def test_a_link_outlives_the_program(
    services: Services, pair: tuple[int, int], database: Database, database_url: str, small_settings: Settings
) -> None:
    public_id = services.freeze(*pair, Options())
    before = services.permalink(public_id)
    database.close()
    reopened = Database(database_url)
    reopened.migrate()
    assert Services(reopened, small_settings).permalink(public_id) == before
    reopened.close()


def test_a_link_stays_the_same_under_a_newer_engine(
    services: Services, pair: tuple[int, int], database_url: str, database: Database, small_settings: Settings
) -> None:
    public_id = services.freeze(*pair, Options())
    before, stored = services.permalink(public_id), execute(database_url, "SELECT result FROM comparison")
    newer = Services(database, small_settings, compare=numbered_999)
    assert newer.compare(*pair, Options()).comparison.engine == "999"
    assert newer.permalink(public_id) == before
    assert execute(database_url, "SELECT result FROM comparison") == stored


def test_showing_a_link_never_asks_the_engine(
    services: Services, pair: tuple[int, int], database: Database, small_settings: Settings
) -> None:
    public_id = services.freeze(*pair, Options())
    without_engine = Services(database, small_settings, compare=refusing)
    assert without_engine.permalink(public_id).public_id == public_id
    with pytest.raises(AssertionError, match="the engine was asked"):
        without_engine.compare(*pair, Options())


def test_each_share_has_a_link_of_its_own(services: Services, pair: tuple[int, int]) -> None:
    first, second = (services.freeze(*pair, Options()) for _ in range(2))
    services.withdraw(first)
    assert services.permalink(second).public_id == second


def test_a_link_that_is_withdrawn_expired_cut_off_or_guessed_is_not_found_in_the_same_words(
    services: Services, pair: tuple[int, int], database_url: str
) -> None:
    """BAD_INPUT 43."""
    withdrawn, expired = (services.freeze(*pair, Options()) for _ in range(2))
    services.withdraw(withdrawn)
    execute(database_url, "UPDATE comparison SET expires_at = '2000-01-01 00:00:00' WHERE public_id = :id", id=expired)
    messages = set()
    for public_id in (withdrawn, expired, expired[:-1], "A" * 22, "", "é" * 22, "\0" * 22):
        for verb in (services.permalink, services.withdraw):
            with pytest.raises(NotFound) as refusal:
                verb(public_id)
            messages.add(refusal.value.message)
    assert len(messages) == 1
