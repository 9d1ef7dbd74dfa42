"""A deleted link is no row any more, and an article says whether somebody put it into the library."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    # Of the articles that there are nobody knows which were made for a link alone: all of them are kept.
    op.add_column("article", sa.Column("kept", sa.Boolean, server_default=sa.true(), nullable=False))
    op.execute("DELETE FROM comparison WHERE deleted_at IS NOT NULL")
    op.drop_column("comparison", "deleted_at")
    op.create_index("ix_comparison_expires_at", "comparison", ["expires_at"])
