"""Insert unless it is there: the one statement that the two databases spell in modules of their own."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from webapp.storage.tables import Table


def insert_or_ignore(session: Session, table: type[Table], **values: object) -> None:
    """Insert a row, or do nothing where a row with the same key stands, even one that is just being written."""
    insert = sqlite.insert if session.get_bind().dialect.name == "sqlite" else postgresql.insert
    session.execute(insert(table).values(values).on_conflict_do_nothing())
