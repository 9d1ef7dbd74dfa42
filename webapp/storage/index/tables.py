"""The tables of the index, but for the words: those are in `fts5.py` and `tsvector.py`."""

from sqlalchemy import BigInteger, ForeignKey, LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from webapp.storage.columns import Id
from webapp.storage.tables import Table


class IndexRow(Table):
    """An article of the library in the index, by its newest version. The database has its words in a table of its own.

    sentences  the checksums of its sentences, eight bytes each, in ascending order
    """

    __tablename__ = "indexed"

    version_id: Mapped[int] = mapped_column(Id, ForeignKey("version.id"), primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(Id, ForeignKey("article.id"), unique=True)
    sentences: Mapped[bytes] = mapped_column(LargeBinary)


class SentenceRow(Table):
    """A sentence of an article in the index, by its checksum of 64 bits, signed."""

    __tablename__ = "sentence"
    __table_args__ = ({"sqlite_with_rowid": False},)

    checksum: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    version_id: Mapped[int] = mapped_column(
        Id, ForeignKey("indexed.version_id"), primary_key=True, autoincrement=False, index=True
    )
