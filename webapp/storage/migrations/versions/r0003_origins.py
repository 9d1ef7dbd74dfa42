"""Each version records how it was imported; before, only its article did."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

ORIGINS = "'seed', 'paste', 'upload', 'url', 'api', 'unknown'"

VERSION = sa.table("version", sa.column("origin", sa.Text), sa.column("capture", sa.JSON))


def upgrade() -> None:
    # Plain SQL, because on SQLite Alembic would copy the whole table to add a column with a check.
    op.execute(
        "ALTER TABLE version ADD COLUMN origin TEXT DEFAULT 'unknown' NOT NULL "
        f"CONSTRAINT ck_version_origin CHECK (origin IN ({ORIGINS}))"
    )
    # Only the loader of collections stored the checksum of a file's bytes. Pages, API and command line all stored the
    # same fields, so the origin of other versions is unknown.
    of_a_file = VERSION.c.capture["raw_sha256"].as_string().is_not(None)
    op.execute(sa.update(VERSION).where(of_a_file).values(origin="seed"))
