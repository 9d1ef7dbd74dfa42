"""How long the database may take, and how many may be at it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatabaseLimits:
    """Times in seconds.

    connect_s  to connect to PostgreSQL, which counts whole seconds from 2
    answer_s   for one answer: of PostgreSQL to a statement, or of whoever holds the lock of SQLite
    queue_s    for a turn, while all who may read or write at once are doing so
    """

    connect_s: float = 3.0
    answer_s: float = 5.0
    queue_s: float = 5.0
    readers: int = 4
    writers: int = 4


DEFAULT_LIMITS = DatabaseLimits()
