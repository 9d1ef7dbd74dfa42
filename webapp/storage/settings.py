"""The settings of the database, as a part of all settings (`webapp/settings.py`), which reads their values."""

from pydantic import BaseModel, Field

MAX_AT_ONCE = 1_000
"""Each place uses a thread or a connection."""

MAX_WAIT_S = 3_600


class DatabaseSettings(BaseModel):
    """How long a request waits for the database, and how many may use it at once."""

    database_connect_seconds: float = Field(
        default=3,
        gt=0,
        le=MAX_WAIT_S,
        description="Time-out for connecting to PostgreSQL. The driver takes whole seconds, at least 2.",
    )
    database_answer_seconds: float = Field(
        default=5,
        gt=0,
        le=MAX_WAIT_S,
        description="Time-out for one statement of PostgreSQL, or for the write lock of SQLite.",
    )
    database_queue_seconds: float = Field(
        default=1,
        ge=0,
        le=MAX_WAIT_S,
        description="Time-out for a place among the readers or writers of the database.",
    )
    database_readers: int = Field(
        default=2,
        ge=1,
        le=MAX_AT_ONCE,
        description="Requests that may read at once. While readers and writers together are fewer than 4, a thread "
        "is always free for pages that need no database.",
    )
    database_writers: int = Field(default=1, ge=1, le=MAX_AT_ONCE, description="Requests that may write at once.")
