"""What can go wrong, in words for a person. No HTTP here: `web/shell/error_pages.py` gives each kind its status."""


class StetError(Exception):
    """The root of all expected failures: `code` for programs, `message` for people, in one or two plain sentences."""

    code = "error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFound(StetError):
    """The thing asked for does not exist, was deleted or has expired; which of these is not told."""

    code = "not_found"


class InvalidInput(StetError):
    """What was given cannot be used as it is; the message says what to change, `field` names the form field."""

    code = "invalid_input"

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class UnknownHost(StetError):
    """The request was sent to a name that this server does not go by; the message names the setting."""

    code = "unknown_host"


class TryLater(StetError):
    """Not now; `retry_after_s` says in how many seconds another try makes sense."""

    def __init__(self, message: str, retry_after_s: int) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class TooMany(TryLater):
    """One client asked for more than its share; the message names the limit."""

    code = "too_many"


class Busy(TryLater):
    """All that can be done at once is being done."""

    code = "busy"


class TooLarge(InvalidInput):
    """A counted limit was passed; the message names the limit."""

    code = "too_large"


class DatabaseTooNew(StetError):
    """The database was written by a newer Stet; an older one must not touch it."""

    code = "database_too_new"


class DatabaseUnknown(StetError):
    """The database does not say which form it has, so that no program can know what to do with it."""

    code = "database_unknown"


class BadSetting(StetError):
    """A setting has a value that cannot be used; the message names the setting and what was expected."""

    code = "bad_setting"


class Unavailable(TryLater):
    """The database cannot be used just now. `reason` is for whoever runs this server: no words of anybody's text."""

    code = "database_unavailable"

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message, retry_after_s=5)
        self.reason = reason


class DatabaseSilent(Unavailable):
    """The database does not answer, or not in time. What was sent to it may have arrived."""

    code = "database_silent"


class DatabaseReadOnly(Unavailable):
    """The database can be read and not written. Nothing was stored."""

    code = "database_read_only"


class DatabaseFull(Unavailable):
    """The database has no room left. Nothing was stored."""

    code = "database_full"
