"""The tables and their constraints, but for those of the index and of watches (`tables.py` there), and those of
`announcements.py` and `revisions.py`.

collection 1 --- n article 1 --- n version n --- 1 text
                     |               |               |
        last_capture 0..1   received 0..1, comparison n   kept_pair n
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    UniqueConstraint,
    text,
    true,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from webapp.storage.columns import Id, UtcDateTime
from webapp.storage.records import Origin
from webapp.storage.watching.records import Outcome

# SQLite has no truth values. An index over all articles and their `kept` it would take for the newest ones too.
KEPT: dict[str, Any] = {"sqlite_where": text("kept = 1"), "postgresql_where": text("kept")}
"""An index of the articles that are in the library."""


class Table(DeclarativeBase):
    """Base class of the tables. Constraints are named by rule, so that a migration can refer to them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcDateTime, str: Text, dict[str, Any]: JSON}


class TextRow(Table):
    """A text, stored once however often it was imported. `sha256`: of its UTF-8 bytes, in lower-case hexadecimal."""

    __tablename__ = "text"

    sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    body: Mapped[str]
    words: Mapped[int]


class CollectionRow(Table):
    """Articles that belong together, such as the samples. The others are compared with the base article."""

    __tablename__ = "collection"

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    slug: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    base_article_id: Mapped[int | None] = mapped_column(Id, ForeignKey("article.id", use_alter=True))


class ArticleRow(Table):
    """A story as one outlet published it. `origin`: "seed" for an article of a collection, else how it was submitted.

    An article that is not `kept` was made from a text submitted for comparison. It is in no list, and is deleted with
    the last link that uses it; without a link, at `held_until`. Adding it to the library, or adding a version to it,
    sets `kept`. Deleting a kept article that a link uses unsets it.
    """

    __tablename__ = "article"
    __table_args__ = (
        UniqueConstraint("collection_id", "source_file"),
        CheckConstraint("origin IN ('seed', 'paste', 'upload', 'url')", name="origin"),
        Index("ix_article_outlet", "outlet", **KEPT),
        Index("ix_article_language", "language", **KEPT),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    title: Mapped[str]
    outlet: Mapped[str]
    byline: Mapped[str]
    language: Mapped[str]
    published: Mapped[date | None]
    note: Mapped[str]
    origin: Mapped[str]
    collection_id: Mapped[int | None] = mapped_column(Id, ForeignKey("collection.id"))
    source_file: Mapped[str | None]
    kept: Mapped[bool] = mapped_column(server_default=true())
    held_until: Mapped[datetime | None] = mapped_column(index=True)


class VersionRow(Table):
    """One immutable text of an article. `origin` says how it was imported, `capture` adds details."""

    __tablename__ = "version"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        CheckConstraint("number >= 1", name="number"),
        CheckConstraint("origin IN ('seed', 'paste', 'upload', 'url', 'api', 'unknown')", name="origin"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    article_id: Mapped[int] = mapped_column(Id, ForeignKey("article.id"))
    number: Mapped[int]
    text_sha256: Mapped[str] = mapped_column(String(64), ForeignKey("text.sha256"), index=True)
    captured_at: Mapped[datetime] = mapped_column(index=True)
    capture: Mapped[dict[str, Any]]
    origin: Mapped[Origin] = mapped_column(Text, server_default="unknown")


class ReceivedRow(Table):
    """The file or page that a version was read from, as it came, compressed with zlib. `capture` has its checksum."""

    __tablename__ = "received"

    version_id: Mapped[int] = mapped_column(Id, ForeignKey("version.id"), primary_key=True, autoincrement=False)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class LastCaptureRow(Table):
    """What came of the last capture of an article's address. `said`: what changed, or why it failed, in one line.

    `failures`: how many captures have failed in a row.
    """

    __tablename__ = "last_capture"
    __table_args__ = (CheckConstraint("outcome IN ('unchanged', 'changed', 'failed')", name="outcome"),)

    article_id: Mapped[int] = mapped_column(Id, ForeignKey("article.id"), primary_key=True, autoincrement=False)
    moment: Mapped[datetime]
    outcome: Mapped[Outcome] = mapped_column(Text)
    said: Mapped[str]
    failures: Mapped[int] = mapped_column(Integer)


class KeptPairRow(Table):
    """What is kept of the comparison of two texts, without their words. `form`: of engine, options and data."""

    __tablename__ = "kept_pair"

    old_sha256: Mapped[str] = mapped_column(String(64), ForeignKey("text.sha256"), primary_key=True)
    new_sha256: Mapped[str] = mapped_column(String(64), ForeignKey("text.sha256"), primary_key=True, index=True)
    form: Mapped[str]
    data: Mapped[bytes] = mapped_column(LargeBinary)


class ComparisonRow(Table):
    """A frozen comparison. `result` is its JSON, compressed with zlib; `result_sha256` is of the JSON itself."""

    __tablename__ = "comparison"
    __table_args__ = (CheckConstraint("old_version_id <> new_version_id", name="two_versions"),)

    id: Mapped[int] = mapped_column(Id, primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    old_version_id: Mapped[int] = mapped_column(Id, ForeignKey("version.id"), index=True)
    new_version_id: Mapped[int] = mapped_column(Id, ForeignKey("version.id"), index=True)
    engine: Mapped[str]
    result: Mapped[bytes] = mapped_column(LargeBinary)
    result_sha256: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime | None] = mapped_column(index=True)
    delete_key_sha256: Mapped[str | None] = mapped_column(String(64))


class RequestRow(Table):
    """A request that made a comparison, keyed by the checksum of its Idempotency-Key: a repeat makes no second one."""

    __tablename__ = "request"

    key_sha256: Mapped[str] = mapped_column(String(64), primary_key=True)
    body_sha256: Mapped[str] = mapped_column(String(64))
    public_id: Mapped[str]
