"""The files and pages that versions were read from, as they came. Of versions from before, nothing is kept."""

import sqlalchemy as sa
from alembic import op

from webapp.storage.columns import Id

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "received",
        sa.Column("version_id", Id, nullable=False, autoincrement=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_received_version_id"),
        sa.PrimaryKeyConstraint("version_id", name="pk_received"),
    )
