"""The words of articles in a `tsvector`, the full-text index of PostgreSQL.

It is written word by word: PostgreSQL's parser would cut them by its own rules, which its locale decides.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, cast, column, delete, insert, table
from sqlalchemy.dialects.postgresql import TSQUERY, TSVECTOR
from sqlalchemy.orm import Session

from webapp.storage.columns import Id
from webapp.storage.index.records import WantedWords

MAX_POSITION = 16_383
MAX_PLACES = 256
"""PostgreSQL keeps no later place of a word in its article, and no more places: phrases are found in these."""

MAX_VECTOR_BYTES = 900_000
"""PostgreSQL takes 1,048,575. Of a text of more different words the first are found."""

ENTRY_BYTES = 8
PLACE_BYTES = 2

CREATE = (
    "CREATE TABLE words (version_id BIGINT PRIMARY KEY, terms TSVECTOR NOT NULL)",
    "CREATE INDEX ix_words_terms ON words USING gin (terms)",
)

_WORDS = table("words", column("version_id", Id), column("terms", TSVECTOR))


class TsvectorWords:
    """The full-text index of a PostgreSQL database."""

    source = _WORDS
    version_id: ColumnElement[int] = _WORDS.c.version_id

    def __init__(self, session: Session) -> None:
        self._session = session

    def put(self, version_id: int, terms: str) -> None:
        row = {"version_id": version_id, "terms": cast(vector_of(terms.split(" ")), TSVECTOR)}
        self._session.execute(insert(_WORDS).values(row))

    def remove(self, version_ids: Collection[int]) -> None:
        self._session.execute(delete(_WORDS).where(_WORDS.c.version_id.in_(version_ids)))

    def match(self, wanted: Sequence[WantedWords]) -> ColumnElement[Any]:
        asked = " & ".join(map(_followed, wanted))
        return _WORDS.c.terms.op("@@", is_comparison=True)(cast(asked, TSQUERY))


def _followed(wanted: WantedWords) -> str:
    """Return words as PostgreSQL is asked for them. No word has a quotation mark."""
    *first, last = (f"'{term}'" for term in wanted.terms)
    return f"({' <-> '.join([*first, last + (':*' if wanted.is_prefix else '')])})"


def vector_of(terms: Sequence[str]) -> str:
    """Return words as a `tsvector` is written.

    >>> vector_of(["the", "mayor", "the"])
    "'the':1,3 'mayor':2"
    """
    places = defaultdict[str, list[int]](list)
    room = MAX_VECTOR_BYTES
    for place, term in enumerate(terms, 1):
        if term not in places:
            room -= ENTRY_BYTES + len(term.encode())
        if room < 0:
            break
        if place <= MAX_POSITION and len(places[term]) < MAX_PLACES:
            places[term].append(place)
            room -= PLACE_BYTES
        else:
            places[term] += []
    return " ".join(f"'{term}'" + (":" + ",".join(map(str, at)) if at else "") for term, at in places.items())


def create_words(connection: Connection) -> None:
    """Create the index."""
    for statement in CREATE:
        connection.exec_driver_sql(statement)
