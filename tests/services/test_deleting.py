"""To delete is to delete: the link, what was said of it, and the texts that nothing else needs."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest
from sqlalchemy import create_engine, event, make_url

from tests.databases import count_rows, execute
from tests.storage.old_databases import LINK, fill, make_old_database
from webapp.engine import Options
from webapp.errors import NotFound
from webapp.services import Paste, Request, Services, parse_terms, sample_folders
from webapp.services.base import SWEPT_AT_ONCE
from webapp.settings import Settings
from webapp.storage.database import Database

OLD, NEW = Paste("The mayor said no."), Paste("The mayor said yes.")
KEY = "the key of the link"
WRITERS = 8
CONTENT = ("article", "version", "text", "comparison")


def share(services: Services, *sides: Paste | int, expires: str = "never") -> str:
    terms = parse_terms("Its title", "Its note", expires, KEY)
    return services.share(sides or (OLD, NEW), Options(), terms).permalink.public_id


def stored(database_url: str) -> tuple[int, ...]:
    """Return how many articles, versions, texts and links there are."""
    rows = count_rows(database_url)
    return tuple(rows[name] for name in CONTENT)


def end(database_url: str, *public_ids: str) -> None:
    for public_id in public_ids:
        then = "UPDATE comparison SET expires_at = '2001-01-01 00:00:00+00:00' WHERE public_id = :id"
        execute(database_url, then, id=public_id)


def test_a_link_is_deleted_with_what_was_said_of_it_and_with_the_texts_that_were_given_for_it(
    services: Services, database_url: str
) -> None:
    public_id = share(services)
    assert stored(database_url) == (2, 2, 2, 1)
    services.delete(public_id, KEY)
    assert stored(database_url) == (0, 0, 0, 0)
    for verb in (services.permalink, services.verify, services.withdraw):
        with pytest.raises(NotFound):
            verb(public_id)


def test_what_somebody_put_into_the_library_stays(services: Services, database_url: str) -> None:
    services.seed(sample_folders()[0])
    before = stored(database_url)
    sample = services.search_articles("nextshark")[0].version_id
    kept = services.article(services.add_article(Paste("Kept by hand."))).article.version_id
    services.delete(share(services, sample, kept), KEY)
    services.delete(share(services, sample, NEW), KEY)
    assert stored(database_url) == tuple(number + 1 for number in before[:3]) + (0,)
    assert services.version(kept).text == "Kept by hand."


@pytest.mark.parametrize("is_first", [True, False])
def test_a_text_that_was_given_for_a_link_and_put_into_the_library_stays(services: Services, is_first: bool) -> None:
    acts = [lambda: services.add_article(OLD), lambda: share(services)]
    _, public_id = sorted((act() for act in (acts if is_first else acts[::-1])), key=lambda made: isinstance(made, str))
    services.delete(str(public_id), KEY)
    assert [card.title for card in services.search_articles("")] == [OLD.text]


def test_an_article_that_somebody_gave_a_newer_text_stays(services: Services) -> None:
    public_id = share(services)
    article = services.permalink(public_id).old.article
    services.add_version(article.id, "The mayor said never.")
    services.delete(public_id, KEY)
    assert [version.number for version in services.article(article.id).versions] == [2, 1]
    assert [card.id for card in services.search_articles("")] == [article.id]


def test_what_another_link_needs_stays_until_that_goes_too(services: Services, database_url: str) -> None:
    first, second = share(services), share(services, OLD, Paste("The mayor said maybe."))
    services.delete(first, KEY)
    assert stored(database_url) == (2, 2, 2, 1)
    assert services.permalink(second).old.text == OLD.text
    assert services.verify(second).holds
    services.delete(second, KEY)
    assert stored(database_url) == (0, 0, 0, 0)


def test_a_text_that_stands_under_another_title_too_stays(services: Services, database_url: str) -> None:
    kept = services.add_article(Paste(OLD.text, "Another title"))
    services.delete(share(services), KEY)
    assert stored(database_url) == (1, 1, 1, 0)
    assert services.version(services.article(kept).article.version_id).text == OLD.text


def test_a_request_whose_link_was_deleted_makes_no_other(services: Services, database_url: str) -> None:
    """BAD_INPUT 43."""
    request = Request("a" * 64, "b" * 64)
    services.withdraw(services.share([OLD, NEW], Options(), request=request).permalink.public_id)
    with pytest.raises(NotFound):
        services.share([OLD, NEW], Options(), request=request)
    assert stored(database_url) == (0, 0, 0, 0)


def test_links_that_have_ended_go_with_the_next_write_a_few_at_a_time(services: Services, database_url: str) -> None:
    ended = [share(services) for _ in range(SWEPT_AT_ONCE + 1)]
    living = share(services, expires="week")
    end(database_url, *ended)
    services.add_article(Paste("Something else."))
    assert stored(database_url)[3] == 2
    services.add_article(Paste("Something else."))
    assert stored(database_url)[3] == 1
    assert services.permalink(living).public_id == living


def test_pruning_removes_all_that_have_ended_and_says_how_many(services: Services, database_url: str) -> None:
    ended = [share(services) for _ in range(3)]
    end(database_url, *ended)
    removed = services.prune()
    assert (removed.links, removed.articles, removed.texts) == (3, 2, 2)
    assert stored(database_url) == (0, 0, 0, 0)
    assert services.prune().links == 0


def at_once(*acts: Callable[[], object]) -> list[object]:
    """Do all of this at the same moment; return what each gave, or the error that it met."""
    barrier = Barrier(len(acts))

    def do(act: Callable[[], object]) -> object:
        barrier.wait()
        try:
            return act()
        except NotFound as error:
            return error

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(do, acts))


def test_of_many_who_delete_at_once_one_is_told_that_it_did(services: Services, database_url: str) -> None:
    """BAD_INPUT 45."""
    for _ in range(5):
        public_id = share(services)
        told = at_once(*[lambda public_id=public_id: services.delete(public_id, KEY)] * WRITERS)
        assert told.count(None) == 1
        assert stored(database_url) == (0, 0, 0, 0)


def test_who_shares_a_text_while_its_last_link_goes_gets_a_whole_link_or_none(
    services: Services, database_url: str
) -> None:
    """BAD_INPUT 45."""
    for _ in range(10):
        public_id = share(services)
        picked = services.permalink(public_id).new.id
        *told, _ = at_once(
            lambda: share(services, OLD, Paste("The mayor said never.")),
            lambda picked=picked: share(services, OLD, picked),
            lambda public_id=public_id: services.delete(public_id, KEY),
        )
        made = [link for link in told if isinstance(link, str)]
        assert isinstance(told[0], str)
        for link in made:
            assert services.verify(link).holds
            services.delete(link, KEY)
        assert stored(database_url) == (0, 0, 0, 0)


def test_links_that_share_texts_are_deleted_at_once_without_an_error(services: Services, database_url: str) -> None:
    """BAD_INPUT 45."""
    for _ in range(5):
        links = [share(services, *(sides[::-1] if turn % 2 else sides)) for turn in range(4) for sides in [(OLD, NEW)]]
        assert at_once(*[lambda link=link: services.delete(link, KEY) for link in links]) == [None] * 4
        assert stored(database_url) == (0, 0, 0, 0)


def test_a_reader_sees_one_moment(services: Services, database: Database) -> None:
    """A link that is deleted while it is read is whole for this reader."""
    public_id = share(services)
    with database.read() as store:
        store.collections.all()
        services.delete(public_id, KEY)
        assert store.comparisons.get(public_id).old.text == OLD.text


@contextmanager
def writer(database_url: str) -> Iterator[None]:
    """Another program that writes, and holds what a link needs."""
    engine = create_engine(make_url(database_url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _: setattr(connection, "isolation_level", None))
    with closing(engine.connect()) as connection:
        lock = "BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "SELECT 1 FROM comparison FOR UPDATE"
        connection.exec_driver_sql(lock)
        try:
            yield
        finally:
            connection.exec_driver_sql("ROLLBACK")
    engine.dispose()


class Clock:
    """A clock that can be put back."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def under_a_clock(database_url: str, tmp_path: Path, clock: Clock) -> Iterator[Services]:
    with closing(Database(database_url, clock=clock)) as database:
        database.migrate()
        yield Services(database, Settings(data_dir=tmp_path))


def test_a_clock_that_goes_back_does_not_revive_a_link_that_was_seen_to_have_ended(
    under_a_clock: Services, clock: Clock, database_url: str
) -> None:
    """Nor does a restart: who sees it deletes it."""
    public_id, other = share(under_a_clock, expires="day"), share(under_a_clock, expires="day")
    clock.now += timedelta(days=2)
    with pytest.raises(NotFound):
        under_a_clock.permalink(public_id)
    clock.now -= timedelta(days=2)
    assert execute(database_url, "SELECT public_id FROM comparison") == [(other,)]
    with closing(Database(database_url, clock=clock)) as restarted, restarted.read() as store:
        with pytest.raises(NotFound):
            store.comparisons.get(public_id)
        assert store.comparisons.get(other).public_id == other


@pytest.mark.parametrize("verb", [Services.permalink, Services.verify])
def test_a_link_that_was_seen_to_have_ended_goes_with_its_texts(
    under_a_clock: Services, clock: Clock, database_url: str, verb: Callable[[Services, str], object]
) -> None:
    public_id = share(under_a_clock, expires="day")
    clock.now += timedelta(days=2)
    with pytest.raises(NotFound):
        verb(under_a_clock, public_id)
    assert stored(database_url) == (0, 0, 0, 0)


def test_what_was_seen_to_have_ended_while_another_wrote_goes_with_the_next_write_though_the_clock_went_back(
    under_a_clock: Services, clock: Clock, database_url: str
) -> None:
    public_id = share(under_a_clock, expires="day")
    before = stored(database_url)
    with writer(database_url):
        clock.now += timedelta(days=2)
        with pytest.raises(NotFound):
            under_a_clock.verify(public_id)
        clock.now -= timedelta(days=2)
        with pytest.raises(NotFound):
            under_a_clock.permalink(public_id)
        assert stored(database_url) == before
    with pytest.raises(NotFound):
        under_a_clock.delete(public_id, KEY)
    assert stored(database_url) == (0, 0, 0, 0)


def test_what_a_sweep_removed_stays_gone_for_a_program_whose_clock_is_behind(
    under_a_clock: Services, clock: Clock, services: Services
) -> None:
    public_id = share(under_a_clock, expires="day")
    assert services.permalink(public_id).public_id == public_id
    clock.now += timedelta(days=2)
    under_a_clock.prune()
    with pytest.raises(NotFound):
        services.permalink(public_id)


def test_what_was_deleted_before_is_gone_after_an_upgrade_and_all_else_stays(database_url: str) -> None:
    make_old_database(database_url, "0002")
    fill(database_url)
    with closing(Database(database_url)) as database:
        database.migrate()
    assert execute(database_url, "SELECT public_id FROM comparison") == [(LINK,)]
    assert stored(database_url) == (2, 2, 2, 1)
