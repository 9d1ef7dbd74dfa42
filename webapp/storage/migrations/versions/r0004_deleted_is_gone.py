"""Deleted links lose their rows, and articles record whether they belong to the library."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # It is unknown which existing articles were made only for a link, so all of them are kept.
    op.add_column("article", sa.Column("kept", sa.Boolean, server_default=sa.true(), nullable=False))
    op.execute("DELETE FROM comparison WHERE deleted_at IS NOT NULL")
    op.drop_column("comparison", "deleted_at")
    op.create_index("ix_comparison_expires_at", "comparison", ["expires_at"])
