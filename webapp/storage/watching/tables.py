"""The tables of watches. `host` and `worker` stand alone.

article 1 --- 0..1 watch
"""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Integer
from sqlalchemy.orm import Mapped, mapped_column

from webapp.storage.columns import Id
from webapp.storage.tables import Table


class WatchRow(Table):
    """An article whose address is fetched again every so many `minutes`, next when it is `due`.

    `validators`: the headers of the last answer with its story, for conditional requests.
    """

    __tablename__ = "watch"

    article_id: Mapped[int] = mapped_column(Id, ForeignKey("article.id"), primary_key=True, autoincrement=False)
    minutes: Mapped[int] = mapped_column(Integer)
    due: Mapped[datetime] = mapped_column(index=True)
    begun: Mapped[datetime]
    validators: Mapped[dict[str, Any]]


class HostRow(Table):
    """A host that is asked at this moment, or that wants to be left alone: until `free_at` nobody asks it.

    `holder`: the program that asks; "" if none does.
    """

    __tablename__ = "host"

    name: Mapped[str] = mapped_column(primary_key=True)
    free_at: Mapped[datetime]
    holder: Mapped[str]


class WorkerRow(Table):
    """A program that does jobs, and when it was last seen to run."""

    __tablename__ = "worker"

    name: Mapped[str] = mapped_column(primary_key=True)
    seen: Mapped[datetime]
