"""When a text that is not kept is gone. What was listed before and no link uses stays in the library."""

import sqlalchemy as sa
from alembic import op

from webapp.storage.columns import UtcDateTime

revision = "0007"
down_revision = "0006"

KEEP_UNUSED = """
UPDATE article SET kept = true WHERE kept = false AND NOT EXISTS (
  SELECT 1 FROM version JOIN comparison ON version.id IN (comparison.old_version_id, comparison.new_version_id)
  WHERE version.article_id = article.id)
"""


def upgrade() -> None:
    op.add_column("article", sa.Column("held_until", UtcDateTime, nullable=True))
    op.create_index("ix_article_held_until", "article", ["held_until"])
    op.execute(KEEP_UNUSED)
