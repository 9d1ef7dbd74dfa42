"""The index of articles: their words and sentences. `stet serve` and `stet index` fill it from the texts."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from webapp.storage.columns import Id
from webapp.storage.index import fts5, tsvector

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    connection = op.get_bind()
    (fts5 if connection.dialect.name == "sqlite" else tsvector).create_words(connection)
    op.create_table(
        "indexed",
        sa.Column("version_id", Id, nullable=False, autoincrement=False),
        sa.Column("article_id", Id, nullable=False),
        sa.Column("sentences", sa.LargeBinary, nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["version.id"], name="fk_indexed_version_id"),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_indexed_article_id"),
        sa.PrimaryKeyConstraint("version_id", name="pk_indexed"),
        sa.UniqueConstraint("article_id", name="uq_indexed_article_id"),
    )
    op.create_table(
        "sentence",
        sa.Column("checksum", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("version_id", Id, nullable=False, autoincrement=False),
        sa.ForeignKeyConstraint(["version_id"], ["indexed.version_id"], name="fk_sentence_version_id"),
        sa.PrimaryKeyConstraint("checksum", "version_id", name="pk_sentence"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_sentence_version_id", "sentence", ["version_id"])
    kept: dict[str, Any] = {"sqlite_where": sa.text("kept = 1"), "postgresql_where": sa.text("kept")}
    op.create_index("ix_article_outlet", "article", ["outlet"], **kept)
    op.create_index("ix_article_language", "article", ["language"], **kept)
    op.drop_column("article", "search_key")  # the index has these words too
