"""Whose turn it is to ask a host: one request at a time, and none while the host wants to be left alone.

A turn ends by itself at a moment, since a program that is killed cannot give it back.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, delete, update
from sqlalchemy.orm import Session

from webapp.storage.upsert import insert_or_ignore
from webapp.storage.watching.tables import HostRow

FREE = datetime(1990, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class HostTurn:
    """A turn at a host: whose it is, and when it ends by itself. `holder`: "" while the host is left alone."""

    host: str
    holder: str
    until: datetime


class Hosts:
    def __init__(self, session: Session) -> None:
        self._session = session

    def take(self, name: str, holder: str, now: datetime, until: datetime) -> HostTurn | None:
        """Take a turn that ends at `until`. Return None; or the turn that there is, if there is one."""
        insert_or_ignore(self._session, HostRow, name=name, free_at=FREE, holder="")
        free = (HostRow.name == name, HostRow.free_at <= now)
        mine = {"free_at": until, "holder": holder}
        if self._session.scalar(update(HostRow).where(*free).values(mine).returning(HostRow.name)):
            return None
        row = self._session.get(HostRow, name)
        return HostTurn(name, row.holder, row.free_at) if row else HostTurn(name, "", now)

    def take_over(self, turn: HostTurn, holder: str, until: datetime) -> bool:
        """Take a turn of a program that is gone. Return whether it was still to be taken."""
        theirs = update(HostRow).where(*_of(turn)).values(free_at=until, holder=holder).returning(HostRow.name)
        return self._session.scalar(theirs) is not None

    def give_back(self, turn: HostTurn, now: datetime, free_at: datetime) -> None:
        """Give back a turn; the next one may be taken at `free_at`.

        One that has ended by itself may be another's by now, and is left.
        """
        if free_at <= now:
            self._session.execute(delete(HostRow).where(*_of(turn)))
        else:
            self._session.execute(update(HostRow).where(*_of(turn)).values(free_at=free_at, holder=""))


def _of(turn: HostTurn) -> tuple[ColumnElement[bool], ...]:
    return (HostRow.name == turn.host, HostRow.holder == turn.holder, HostRow.free_at == turn.until)
