"""Articles whose addresses are fetched again and again, the hosts that rest, and the workers that do it."""

import sqlalchemy as sa
from alembic import op

from webapp.storage.columns import Id, UtcDateTime

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    op.create_table(
        "watch",
        sa.Column("article_id", Id, nullable=False, autoincrement=False),
        sa.Column("minutes", sa.Integer, nullable=False),
        sa.Column("due", UtcDateTime, nullable=False),
        sa.Column("begun", UtcDateTime, nullable=False),
        sa.Column("validators", sa.JSON, nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_watch_article_id"),
        sa.PrimaryKeyConstraint("article_id", name="pk_watch"),
    )
    op.create_index("ix_watch_due", "watch", ["due"])
    op.create_table(
        "host",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("free_at", UtcDateTime, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_host"),
    )
    op.create_table(
        "worker",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("seen", UtcDateTime, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_worker"),
    )
