"""The first tables: texts, collections, articles, versions, comparisons, collations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql import quoted_name

from webapp.storage.columns import Id, UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    _create_library()
    _link_base_article()
    _create_comparison()
    _create_collation()


def _create_library() -> None:
    op.create_table(
        "text",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("body", sa.Text, nullable=False),
        sa.Column("bytes", sa.Integer, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("sha256", name="pk_text"),
    )
    op.create_table(
        "collection",
        sa.Column("id", Id, nullable=False),
        sa.Column("slug", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("base_article_id", Id),
        sa.PrimaryKeyConstraint("id", name="pk_collection"),
        sa.UniqueConstraint("slug", name="uq_collection_slug"),
    )
    _create_article()
    _create_version()


def _create_article() -> None:
    op.create_table(
        "article",
        sa.Column("id", Id, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text, nullable=False),
        sa.Column("byline", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("address", sa.Text, nullable=False),
        sa.Column("origin", sa.Text, nullable=False),
        sa.Column("search_key", sa.Text, nullable=False),
        sa.Column("collection_id", Id),
        sa.Column("source_file", sa.Text),
        sa.CheckConstraint("origin IN ('seed', 'paste', 'upload', 'url')", name="ck_article_origin"),
        sa.ForeignKeyConstraint(["collection_id"], ["collection.id"], name="fk_article_collection_id"),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.UniqueConstraint("collection_id", "source_file", name="uq_article_collection_id_source_file"),
        sqlite_autoincrement=True,
    )


def _create_version() -> None:
    op.create_table(
        "version",
        sa.Column("id", Id, nullable=False),
        sa.Column("article_id", Id, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("text_sha256", sa.String(64), nullable=False),
        sa.Column("captured_at", UtcDateTime, nullable=False),
        sa.Column("capture", sa.JSON, nullable=False),
        sa.CheckConstraint("number >= 1", name="ck_version_number"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_version_article_id"),
        sa.ForeignKeyConstraint(["text_sha256"], ["text.sha256"], name="fk_version_text_sha256"),
        sa.PrimaryKeyConstraint("id", name="pk_version"),
        sa.UniqueConstraint("article_id", "number", name="uq_version_article_id_number"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_version_text_sha256", "version", ["text_sha256"])


def _link_base_article() -> None:
    """Collection and article refer to each other, so this key is added once both tables exist."""
    with op.batch_alter_table("collection") as collection:
        collection.create_foreign_key("fk_collection_base_article_id", "article", ["base_article_id"], ["id"])


def _create_comparison() -> None:
    op.create_table(
        "comparison",
        sa.Column("id", Id, nullable=False),
        sa.Column("public_id", sa.Text, nullable=False),
        sa.Column("old_version_id", Id, nullable=False),
        sa.Column("new_version_id", Id, nullable=False),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("result", sa.LargeBinary, nullable=False),
        sa.Column("result_sha256", sa.String(64), nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.Column("expires_at", UtcDateTime),
        sa.Column("deleted_at", UtcDateTime),
        sa.Column("delete_key_sha256", sa.String(64)),
        sa.CheckConstraint("old_version_id <> new_version_id", name="ck_comparison_two_versions"),
        sa.ForeignKeyConstraint(["old_version_id"], ["version.id"], name="fk_comparison_old_version_id"),
        sa.ForeignKeyConstraint(["new_version_id"], ["version.id"], name="fk_comparison_new_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_comparison"),
        sa.UniqueConstraint("public_id", name="uq_comparison_public_id"),
    )
    op.create_index("ix_comparison_old_version_id", "comparison", ["old_version_id"])
    op.create_index("ix_comparison_new_version_id", "comparison", ["new_version_id"])


def _create_collation() -> None:
    name = quoted_name("collation", quote=True)  # PostgreSQL reserves the word
    op.create_table(
        name,
        sa.Column("id", Id, nullable=False),
        sa.Column("public_id", sa.Text, nullable=False),
        sa.Column("base_version_id", Id, nullable=False),
        sa.Column("other_version_ids", sa.JSON, nullable=False),
        sa.Column("options", sa.JSON, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("result", sa.LargeBinary, nullable=False),
        sa.Column("result_sha256", sa.String(64), nullable=False),
        sa.Column("created_at", UtcDateTime, nullable=False),
        sa.ForeignKeyConstraint(["base_version_id"], ["version.id"], name="fk_collation_base_version_id"),
        sa.PrimaryKeyConstraint("id", name="pk_collation"),
        sa.UniqueConstraint("public_id", name="uq_collation_public_id"),
    )
    op.create_index("ix_collation_base_version_id", name, ["base_version_id"])
