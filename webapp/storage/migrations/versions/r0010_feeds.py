"""The name of this library in feeds, and the index by which they find the newest versions."""

from datetime import UTC, datetime
from uuid import uuid4

import sqlalchemy as sa
from alembic import op

from webapp.storage.columns import UtcDateTime

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    library = op.create_table(
        "library",
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("uuid", name="pk_library"),
    )
    op.bulk_insert(library, [{"uuid": str(uuid4()), "made_at": datetime.now(UTC)}])
    op.create_index("ix_version_captured_at", "version", ["captured_at"])
