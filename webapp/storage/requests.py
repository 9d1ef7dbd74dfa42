"""Requests with an Idempotency-Key: a repeated request returns what the first one made."""

from sqlalchemy.orm import Session

from webapp.errors import InvalidInput
from webapp.storage.records import Request
from webapp.storage.tables import RequestRow
from webapp.storage.upsert import insert_or_ignore


class Requests:
    def __init__(self, session: Session) -> None:
        self._session = session

    def find(self, request: Request) -> str | None:
        """Return the public id made by an earlier request with this key. Errors: as in `claim`."""
        row = self._session.get(RequestRow, request.key_sha256)
        return _made_by(row, request) if row else None

    def claim(self, request: Request, public_id: str) -> str:
        """Record that this request makes `public_id`. Return it, or the id made by an earlier request with this key.

        Of two simultaneous requests, the second waits here until the first has finished.
        Errors: InvalidInput if the key was used with a different request.
        """
        key, body = request.key_sha256, request.body_sha256
        insert_or_ignore(self._session, RequestRow, key_sha256=key, body_sha256=body, public_id=public_id)
        return _made_by(self._session.get_one(RequestRow, key), request)


def _made_by(row: RequestRow, request: Request) -> str:
    if row.body_sha256 != request.body_sha256:
        raise InvalidInput("This Idempotency-Key came with another request before. Take a new one.")
    return row.public_id
