"""What is not kept is held for a while and for links, in no list, and gone after that without any scheduled job."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from tests.databases import count_rows, execute
from tests.storage.old_databases import make_old_database
from webapp.engine import Options
from webapp.errors import NotFound
from webapp.services import Guard, Paste, Services, parse_terms
from webapp.settings import Settings
from webapp.storage.database import Database

OLD, NEW = Paste("The mayor said no."), Paste("The mayor said yes.")
CONTENT = ("article", "version", "text", "received")
HOLD_HOURS = 3


class Clock:
    """A clock that a test puts forward."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


class Stranger(Guard):
    """Somebody to whom no text was given."""

    def holds(self, version_id: int) -> bool:
        return False


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def held_settings(small_settings: Settings) -> Settings:
    return small_settings.model_copy(update={"hold_hours": HOLD_HOURS})


@pytest.fixture
def database(database_url: str, clock: Clock) -> Iterator[Database]:
    with closing(Database(database_url, clock=clock)) as database:
        database.migrate()
        yield database


@pytest.fixture
def services(database: Database, held_settings: Settings) -> Services:
    return Services(database, held_settings)


def stored(database_url: str) -> tuple[int, ...]:
    """Return how many articles, versions, texts and received files there are."""
    rows = count_rows(database_url)
    return tuple(rows[name] for name in CONTENT)


def test_what_is_not_kept_is_in_no_list_and_what_is_kept_is(services: Services) -> None:
    services.choose([OLD, Paste("Kept.", "Mine", keep=True)])
    assert [card.title for card in services.search_articles("")] == ["Mine"]


def test_what_is_not_kept_is_gone_when_its_time_is_over_with_the_next_write(
    services: Services, clock: Clock, database_url: str
) -> None:
    services.choose([Paste.of_file(b"Raw.", services.read_file(b"Raw.", "a.txt")), NEW])
    assert stored(database_url) == (2, 2, 2, 1)
    clock.now += timedelta(hours=HOLD_HOURS, seconds=-1)
    services.add_article(Paste("Something else."))
    assert stored(database_url) == (3, 3, 3, 1)
    clock.now += timedelta(seconds=1)
    services.add_article(Paste("Something else."))
    assert stored(database_url) == (1, 1, 1, 0)


def test_whoever_meets_it_after_its_time_finds_nothing_and_removes_it(
    services: Services, clock: Clock, database_url: str
) -> None:
    old, new = services.choose([OLD, NEW])
    assert services.compare(old, new, Options()).old.text == OLD.text
    clock.now += timedelta(hours=HOLD_HOURS)
    for verb in (services.version, services.stamp_of_versions):
        with pytest.raises(NotFound):
            verb(old)
    assert stored(database_url) == (0, 0, 0, 0)


def test_pruning_removes_what_is_held_no_longer(services: Services, clock: Clock, database_url: str) -> None:
    services.choose([OLD, NEW])
    clock.now += timedelta(hours=HOLD_HOURS)
    removed = services.prune()
    assert (removed.links, removed.articles, removed.texts) == (0, 2, 2)
    assert stored(database_url) == (0, 0, 0, 0)


def test_what_is_sent_again_is_held_anew(services: Services, clock: Clock) -> None:
    before = services.choose([OLD, NEW])
    clock.now += timedelta(hours=HOLD_HOURS - 1)
    assert services.choose([OLD, NEW]) == before
    clock.now += timedelta(hours=HOLD_HOURS - 1)
    services.prune()
    assert [services.version(version_id).text for version_id in before] == [OLD.text, NEW.text]


def test_a_link_holds_its_texts_after_their_time_and_they_go_with_it(
    services: Services, clock: Clock, database_url: str
) -> None:
    old, new = services.choose([OLD, NEW])
    public_id = services.share([old, new], Options(), parse_terms(expires="week")).permalink.public_id
    clock.now += timedelta(days=2)
    assert services.prune().articles == 0
    assert services.permalink(public_id).old.text == services.version(old).text == OLD.text
    assert services.search_articles("") == ()
    clock.now += timedelta(days=6)
    services.prune()
    assert stored(database_url) == (0, 0, 0, 0)


def test_what_is_put_into_the_library_after_it_was_held_stays(services: Services, clock: Clock) -> None:
    services.choose([OLD, NEW])
    article_id = services.add_article(OLD)
    clock.now += timedelta(days=400)
    services.prune()
    assert [card.id for card in services.search_articles("")] == [article_id]
    assert services.article(article_id).article.held_until is None


def test_nobody_else_can_read_or_change_it_or_learn_of_it(
    services: Services, database: Database, held_settings: Settings, database_url: str
) -> None:
    old, new = services.choose([OLD, NEW])
    article_id = services.version(old).article.id
    stranger = Services(database, held_settings, Stranger())
    before = count_rows(database_url)
    for verb in (
        lambda: stranger.version(old),
        lambda: stranger.article(article_id),
        lambda: stranger.stamp_of_versions(old, new),
        lambda: stranger.compare(old, new, Options()),
        lambda: stranger.choose([old, Paste("Another.")]),
        lambda: stranger.share([old, new], Options()),
        lambda: stranger.add_version(article_id, "Mine now."),
        lambda: stranger.capture_again(article_id),
        lambda: stranger.received(old),
        lambda: stranger.describe(article_id, {"title": "Mine now."}),
        lambda: stranger.delete_article(article_id),
    ):
        with pytest.raises(NotFound):
            verb()
    assert count_rows(database_url) == before
    assert stranger.search_articles("") == ()


def test_an_upgrade_keeps_in_the_library_what_was_listed_and_no_link_uses(database_url: str) -> None:
    make_old_database(database_url, "0006")
    for number, said in enumerate(("Unused.", "Linked.", "Linked too."), 1):
        make_unkept(database_url, number, said)
    link = "INSERT INTO comparison (public_id, old_version_id, new_version_id, engine, result, result_sha256, title,"
    link += " note, created_at) VALUES ('L', 2, 3, '1', '', '', '', '', '2024-03-01 09:00:00+00:00')"
    execute(database_url, link)
    with closing(Database(database_url)) as database:
        database.migrate()
        with database.read() as store:
            assert [card.title for card in store.listing.find([], 10)] == ["Unused."]


def make_unkept(url: str, number: int, said: str) -> None:
    """Store an article that is not kept, in the schema of revision 0006."""
    article = "INSERT INTO article (title, outlet, byline, language, note, origin, search_key, kept)"
    execute(url, f"{article} VALUES (:said, '', '', '', '', 'paste', :said, false)", said=said)
    execute(url, "INSERT INTO text (sha256, body, words) VALUES (:sum, :said, 1)", sum=str(number) * 64, said=said)
    version = "INSERT INTO version (article_id, number, text_sha256, captured_at, capture)"
    values = "VALUES (:id, 1, :sum, '2024-03-01 09:00:00+00:00', '{}')"
    execute(url, f"{version} {values}", id=number, sum=str(number) * 64)
