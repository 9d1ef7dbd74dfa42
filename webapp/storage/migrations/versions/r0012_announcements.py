"""The outbox of the webhook."""

import sqlalchemy as sa
from alembic import op

from webapp.storage.columns import Id, UtcDateTime

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    op.create_table(
        "announcement",
        sa.Column("version_id", Id, nullable=False, autoincrement=False),
        sa.Column("made_at", UtcDateTime, nullable=False),
        sa.Column("due_at", UtcDateTime, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_announcement_version_id"),
        sa.PrimaryKeyConstraint("version_id", name="pk_announcement"),
    )
    op.create_index("ix_announcement_due_at", "announcement", ["due_at"])
