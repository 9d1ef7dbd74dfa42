"""Migrate a database to the current schema. Forward only: to go back, restore the backup made before the upgrade.

There is no alembic.ini and no env.py, because nobody runs Alembic by hand: Stet runs it at each start, on the
connection that holds the lock.
"""

from pathlib import Path

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from webapp.errors import DatabaseTooNew, DatabaseUnknown
from webapp.storage.tables import Table

MIGRATIONS = Path(__file__).resolve().parent / "migrations"
START_LOCK = 0x73746574  # "stet": any number, as long as every Stet on the server agrees on it


def migrate(connection: Connection) -> None:
    """Run the pending migrations inside the connection's transaction.

    If two programs start at once, the second waits here. On SQLite the transaction excludes other writers from its
    start; PostgreSQL needs an advisory lock, because the tables may not exist yet.

    Errors: DatabaseTooNew if a newer program wrote the database, DatabaseUnknown if its revision is missing. In both
    cases nothing is changed.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": START_LOCK})
    scripts = ScriptDirectory(str(MIGRATIONS))
    context = MigrationContext.configure(connection)
    current = _known_revision(connection, context, scripts)
    with Operations.context(context):
        for revision in reversed(list(scripts.iterate_revisions("head", current))):
            revision.module.upgrade()
    context.stamp(scripts, "head")


def is_current(connection: Connection) -> bool:
    """Return whether no migration is pending. Takes no lock, so that a reader does not wait for a writer."""
    context = MigrationContext.configure(connection)
    return context.get_current_heads() == tuple(ScriptDirectory(str(MIGRATIONS)).get_heads())


def has_tables(connection: Connection) -> bool:
    """Return whether the database has any table of Stet's."""
    return not Table.metadata.tables.keys().isdisjoint(inspect(connection).get_table_names())


def _known_revision(connection: Connection, context: MigrationContext, scripts: ScriptDirectory) -> str | None:
    heads = context.get_current_heads()
    if len(heads) > 1 or (not heads and has_tables(connection)):
        raise DatabaseUnknown(
            "This database has tables of Stet, but its table alembic_version does not say in which form they are: it "
            f"has {len(heads)} rows, and one was expected. Nothing was changed. Restore a backup."
        )
    known = {revision.revision for revision in scripts.walk_revisions()}
    unknown = [revision for revision in heads if revision not in known]
    if unknown:
        raise DatabaseTooNew(
            f"This database was written by a newer Stet (its form is {unknown[0]!r}, which this one does not know). "
            "Nothing was changed. Start the newer program, or restore the backup made before the upgrade."
        )
    return context.get_current_revision()
