"""Requests with an Idempotency-Key: repeating one has no second effect."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "request",
        sa.Column("key_sha256", sa.String(64), nullable=False),
        sa.Column("body_sha256", sa.String(64), nullable=False),
        sa.Column("public_id", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key_sha256", name="pk_request"),
    )
