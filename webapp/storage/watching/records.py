"""What is taken and returned about captures and watches."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Outcome = Literal["unchanged", "changed", "failed"]
"""What came of fetching the address of an article again."""


@dataclass(frozen=True, slots=True)
class Watch:
    """The address of an article is fetched again every `minutes`, next when it is `due`; since `begun`.

    `validators`: the headers of the last answer with its story, by their names in lower case.
    """

    article_id: int
    minutes: int
    due: datetime
    begun: datetime
    validators: Mapping[str, str] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class LastCapture:
    """What came of the last capture of an article. `said`: what changed, or why it failed. `failures`: in a row."""

    moment: datetime
    outcome: Outcome
    said: str
    failures: int
