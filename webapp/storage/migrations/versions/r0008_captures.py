"""What came of the last capture of an article, and what is kept of the comparisons of neighbouring versions."""

import sqlalchemy as sa
from alembic import op

from webapp.storage.columns import Id, UtcDateTime

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "last_capture",
        sa.Column("article_id", Id, nullable=False, autoincrement=False),
        sa.Column("moment", UtcDateTime, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.CheckConstraint("outcome IN ('unchanged', 'changed', 'failed')", name="ck_last_capture_outcome"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_last_capture_article_id"),
        sa.PrimaryKeyConstraint("article_id", name="pk_last_capture"),
    )
    op.create_table(
        "kept_pair",
        sa.Column("old_sha256", sa.String(64), nullable=False),
        sa.Column("new_sha256", sa.String(64), nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["old_sha256"], ["text.sha256"], name="fk_kept_pair_old_sha256"),
        sa.ForeignKeyConstraint(["new_sha256"], ["text.sha256"], name="fk_kept_pair_new_sha256"),
        sa.PrimaryKeyConstraint("old_sha256", "new_sha256", name="pk_kept_pair"),
    )
    op.create_index("ix_kept_pair_new_sha256", "kept_pair", ["new_sha256"])
