"""Migrations run once, at the start, and never on the database of a newer Stet."""

import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from threading import Barrier

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, make_url, text

from tests.databases import count_rows, execute
from tests.storage.old_databases import LINK, fill, make_old_database
from webapp.errors import BadSetting, DatabaseTooNew, DatabaseUnknown
from webapp.storage.database import Database
from webapp.storage.limits import DatabaseLimits
from webapp.storage.migrate import START_LOCK
from webapp.storage.tables import Table

COMPARED = {
    "compare_server_default": True,
    # The full-text index is another kind of table on each database, so no model has it.
    "include_name": lambda name, kind, _: kind != "table" or not str(name).startswith("words"),
}
PROGRAMS = 6
PROGRAM = """
from time import sleep, time
from webapp.storage.database import Database
from webapp.storage.limits import DatabaseLimits
from webapp.storage.migrate import START_LOCK
sleep(max(0, {start} - time()))
Database({url!r}).migrate()
"""


def test_the_migrated_tables_are_those_of_the_models(database: Database, database_url: str) -> None:
    engine = create_engine(make_url(database_url))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=COMPARED)
        assert compare_metadata(context, Table.metadata) == []
    engine.dispose()


def test_the_check_can_tell_tables_apart(database: Database, database_url: str) -> None:
    execute(database_url, "ALTER TABLE article DROP COLUMN note")
    engine = create_engine(make_url(database_url))
    with engine.connect() as connection:
        assert len(compare_metadata(MigrationContext.configure(connection, opts=COMPARED), Table.metadata)) == 1
    engine.dispose()


def test_migrating_again_changes_nothing(database: Database, database_url: str) -> None:
    before = count_rows(database_url)
    database.migrate()
    assert count_rows(database_url) == before == {**dict.fromkeys(before, 0), "alembic_version": 1, "library": 1}


def test_programs_that_start_at_once_make_one_database(database_url: str) -> None:
    """BAD_INPUT 50."""
    start = (datetime.now() + timedelta(seconds=3)).timestamp()  # the modules of the migrations are imported by then
    command = [sys.executable, "-c", PROGRAM.format(url=database_url, start=start)]
    started = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(PROGRAMS)]
    complaints = [process.communicate(timeout=60)[1].decode() for process in started]
    assert complaints == [""] * PROGRAMS
    assert execute(database_url, "SELECT version_num FROM alembic_version") == [("0012",)]


def test_openers_of_a_new_file_wait_for_each_other_while_it_is_switched_to_wal(tmp_path: Path) -> None:
    """BAD_INPUT 50. Without the lock on the folder, SQLite refuses some of these openings."""
    barrier = Barrier(PROGRAMS)

    def open_at_once(file: Path) -> None:
        database = Database(f"sqlite:///{file}")
        barrier.wait()
        database.migrate()
        database.close()

    with ThreadPoolExecutor(PROGRAMS) as threads:
        for turn in range(20):
            list(threads.map(open_at_once, [tmp_path / f"{turn}.sqlite3"] * PROGRAMS))


def test_what_nothing_reads_is_dropped_from_an_old_database_and_the_rest_stays(database_url: str) -> None:
    make_old_database(database_url, "0002")
    fill(database_url, zlib.compress(b"{}"), sha256(b"{}").hexdigest())
    assert "collation" in count_rows(database_url)
    database = Database(database_url)
    database.migrate()
    with database.read() as store:
        frozen = store.comparisons.get(LINK)
        known = [(version.article.title, version.text, version.words) for version in (frozen.old, frozen.new)]
    database.close()
    assert "collation" not in count_rows(database_url)
    assert (frozen.json, known) == (b"{}", [("Title 1", "Body 1", 2), ("Title 2", "Body 2", 2)])


def test_a_newer_database_is_refused_and_left_as_it_was(database: Database, database_url: str) -> None:
    """BAD_INPUT 50."""
    execute(database_url, "UPDATE alembic_version SET version_num = '9999'")
    execute(database_url, "ALTER TABLE article DROP COLUMN note")
    before = count_rows(database_url)
    with pytest.raises(DatabaseTooNew, match="written by a newer Stet.*'9999'.*Nothing was changed"):
        database.migrate()
    assert count_rows(database_url) == before
    assert execute(database_url, "SELECT version_num FROM alembic_version") == [("9999",)]


@pytest.mark.parametrize(
    "loss",
    [
        ["DELETE FROM alembic_version"],
        ["DROP TABLE alembic_version"],
        ["INSERT INTO alembic_version VALUES ('0001')"],
        ["DELETE FROM alembic_version", "DROP TABLE request"],
    ],
    ids=["empty", "missing", "two rows", "empty, and a table missing"],
)
def test_a_database_that_does_not_say_which_form_it_has_is_refused_and_left_as_it_was(
    database: Database, database_url: str, loss: list[str]
) -> None:
    for statement in loss:
        execute(database_url, statement)
    before = count_rows(database_url)
    with pytest.raises(DatabaseUnknown, match="does not say in which form.*Nothing was changed") as refusal:
        database.migrate()
    assert "\n" not in refusal.value.message
    assert count_rows(database_url) == before


def test_an_empty_database_that_only_has_the_table_of_versions_is_a_new_one(database_url: str) -> None:
    execute(database_url, "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
    database = Database(database_url)
    database.migrate()
    database.close()
    assert len(execute(database_url, "SELECT version_num FROM alembic_version")) == 1


def test_the_file_is_made_with_its_folder_at_the_first_use_and_not_before(tmp_path: Path) -> None:
    file = tmp_path / "a" / "b" / "stet.sqlite3"
    database = Database(f"sqlite:///{file}")
    assert list(tmp_path.iterdir()) == []
    database.migrate()
    assert file.is_file()
    database.close()


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Not a database, but somebody's notes.\n" * 10, encoding="utf-8")
    database = Database(f"sqlite:///{file}")
    with pytest.raises(BadSetting, match="file is not a database"):
        database.migrate()
    assert file.read_text(encoding="utf-8").startswith("Not a database")


@pytest.mark.parametrize("address", ["stet.sqlite3", "mysql://127.0.0.1/stet", "postgresql://host:port/stet"])
def test_an_address_that_names_no_usable_database_is_refused(address: str) -> None:
    with pytest.raises(BadSetting, match="STET_DATABASE_URL cannot be used"):
        Database(address)


def test_a_silent_server_is_reported_in_one_line_without_the_password() -> None:
    with pytest.raises(BadSetting, match="database cannot be opened") as refusal:
        Database("postgresql://reader:secret@127.0.0.1:1/stet").migrate()
    assert "\n" not in refusal.value.message
    assert "secret" not in refusal.value.message


def test_nothing_is_locked_if_nothing_is_to_migrate(database: Database, database_url: str) -> None:
    """Another program holds the start lock. With the current schema, opening needs no lock."""
    limits = DatabaseLimits(answer_s=0.05)
    again = Database(database_url, limits)
    engine = create_engine(make_url(database_url))
    with engine.connect() as other:
        other.execute(
            text(f"SELECT pg_advisory_lock({START_LOCK})" if is_postgres(database_url) else "BEGIN IMMEDIATE")
        )
        again.migrate()
        with again.read() as store:
            assert store.collections.all() == ()
    again.close()
    engine.dispose()


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_that_would_be_gone_with_its_connection_is_refused(address: str) -> None:
    with pytest.raises(BadSetting, match="SQLite needs the path of a file"):
        Database(address)


def is_postgres(url: str) -> bool:
    return make_url(url).get_backend_name() == "postgresql"
