"""How each version came here: said by the version itself, no longer by its article."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ORIGINS = "'seed', 'paste', 'upload', 'url', 'api', 'unknown'"

VERSION = sa.table("version", sa.column("origin", sa.Text), sa.column("capture", sa.JSON))


def upgrade() -> None:
    # In words of SQL, because Alembic would copy the whole table on SQLite to add a column that has a check.
    op.execute(
        "ALTER TABLE version ADD COLUMN origin TEXT DEFAULT 'unknown' NOT NULL "
        f"CONSTRAINT ck_version_origin CHECK (origin IN ({ORIGINS}))"
    )
    # Only the loader of collections kept the sum of a file's bytes. Of all other versions, the page, the interface for
    # programs and the command line wrote the same, so which of them it was cannot be known.
    of_a_file = VERSION.c.capture["raw_sha256"].as_string().is_not(None)
    op.execute(sa.update(VERSION).where(of_a_file).values(origin="seed"))
