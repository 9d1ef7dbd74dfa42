"""Insert unless present: the one statement for which SQLAlchemy has a separate function per database."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp.storage.tables import Table


def insert_or_ignore(session: Session, table: type[Table], **values: object) -> None:
    """Insert a row, or do nothing if a row with the same key exists, even one not yet committed by another writer."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(insert(table).values(values).on_conflict_do_nothing())
