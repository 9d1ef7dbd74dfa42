"""Drop what nothing reads: the table of collations, and three columns that repeat what is known without them."""

from alembic import op
from sqlalchemy.sql import quoted_name

revision = "0005"
down_revision = "0004"

COLLATION = quoted_name("collation", quote=True)  # PostgreSQL reserves the word


def upgrade() -> None:
    op.drop_table(COLLATION)  # no Stet ever wrote a row of it
    op.drop_column("text", "bytes")
    op.drop_column("article", "address")  # always ""; the address of a version is in its capture
    op.drop_column("comparison", "options")  # a copy of what the frozen result holds
