"""Databases with the schema of an earlier Stet."""

import json

from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, make_url

from tests.databases import execute
from webapp.storage.address import DRIVERS
from webapp.storage.migrate import MIGRATIONS

THEN = "2024-03-01 09:00:00+00:00"
LINK, DELETED = "L" * 22, "D" * 22
CAPTURES = (
    {"importer": "plain/1", "raw_sha256": "c" * 64},
    {"importer": "paste/1"},
)


def make_old_database(url: str, revision: str) -> None:
    """Migrate an empty database to a given revision."""
    address = make_url(url)
    engine = create_engine(address.set(drivername=DRIVERS[address.get_backend_name()]))
    with engine.begin() as connection:
        scripts = ScriptDirectory(str(MIGRATIONS))
        context = MigrationContext.configure(connection)
        with Operations.context(context):
            for step in reversed(list(scripts.iterate_revisions(revision, None))):
                step.module.upgrade()
        context.stamp(scripts, revision)
    engine.dispose()


def fill(url: str, result: bytes = b"", result_sha256: str = "0" * 64) -> None:
    """Store a seeded article, a pasted one, a link between them and a deleted link, in the schema of revision 0002."""
    article = (
        "INSERT INTO article (title, outlet, byline, language, note, address, origin, search_key) "
        "VALUES (:title, 'An outlet', '', '', '', '', :origin, :title)"
    )
    for number, (origin, capture) in enumerate(zip(("seed", "paste"), CAPTURES, strict=True), 1):
        execute(url, article, title=f"Title {number}", origin=origin)
        text = "INSERT INTO text (sha256, body, bytes, words) VALUES (:sum, :body, 5, 2)"
        execute(url, text, sum=str(number) * 64, body=f"Body {number}")
        execute(
            url,
            "INSERT INTO version (article_id, number, text_sha256, captured_at, capture) "
            f"VALUES (:id, 1, :sum, '{THEN}', :capture)",
            id=number,
            sum=str(number) * 64,
            capture=json.dumps(capture),
        )
    for public_id, deleted_at in ((LINK, None), (DELETED, THEN)):
        execute(
            url,
            "INSERT INTO comparison (public_id, old_version_id, new_version_id, options, engine, result, result_sha256,"
            " title, note, created_at, deleted_at) "
            f"VALUES (:id, 1, 2, '{{}}', '1', :result, :sum, 'Its title', 'Its note', '{THEN}', :deleted_at)",
            id=public_id,
            result=result,
            sum=result_sha256,
            deleted_at=deleted_at,
        )
