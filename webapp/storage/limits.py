"""Time-outs of the database, and how many requests may use it at once."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DatabaseLimits:
    """Times in seconds.

    connect_s  to connect to PostgreSQL; libpq takes whole seconds, at least 2
    answer_s   for one statement of PostgreSQL, or for the lock of SQLite
    queue_s    for a place among the readers or writers
    """

    connect_s: float = 3.0
    answer_s: float = 5.0
    queue_s: float = 1.0
    readers: int = 2
    writers: int = 1


DEFAULT_LIMITS = DatabaseLimits()
