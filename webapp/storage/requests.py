"""Requests with a key of the sender's: whoever sends one again gets what the first one made."""

from sqlalchemy.orm import Session

from webapp.errors import InvalidInput
from webapp.storage.records import Request
from webapp.storage.tables import RequestRow
from webapp.storage.upsert import insert_or_ignore


class Requests:
    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, request: Request) -> str | None:
        """Return the public id that this request made before. Errors: as in `claim`."""
        row = self._session.get(RequestRow, request.key_sha256)
        return _made_by(row, request) if row else None

    def claim(self, request: Request, public_id: str) -> str:
        """Return the public id that this request made first: `public_id`, or that of an earlier one.

        Two at the same moment: the second waits here until the first has ended.
        Errors: InvalidInput where the key came with another request.
        """
        key, body = request.key_sha256, request.body_sha256
        insert_or_ignore(self._session, RequestRow, key_sha256=key, body_sha256=body, public_id=public_id)
        return _made_by(self._session.get_one(RequestRow, key), request)


def _made_by(row: RequestRow, request: Request) -> str:
    if row.body_sha256 != request.body_sha256:
        raise InvalidInput("This Idempotency-Key came with another request before. Take a new one.")
    return row.public_id
