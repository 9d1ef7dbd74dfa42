"""A job: the capture of an article that was due at a moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

BETWEEN = " due "


@dataclass(frozen=True, slots=True)
class Job:
    """The capture of an article that was due at a moment. Its name is the same wherever it is asked for."""

    article_id: int
    moment: datetime

    @property
    def name(self) -> str:
        return f"{self.article_id}{BETWEEN}{self.moment.isoformat()}"

    @classmethod
    def of(cls, name: str) -> Self:
        article_id, _, moment = name.partition(BETWEEN)
        return cls(int(article_id), datetime.fromisoformat(moment))
