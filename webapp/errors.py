"""Expected failures, with messages for people. No HTTP here: `web/shell/error_pages.py` maps each class to a status."""

from datetime import datetime, timedelta


class StetError(Exception):
    """Base class of all expected failures: `code` for programs, `message` for people, in one or two plain sentences."""

    code = "error"

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotFound(StetError):
    """Unknown, deleted or expired. The message does not say which."""

    code = "not_found"


class InvalidInput(StetError):
    """The input is invalid. The message says what to change, `field` names the form field."""

    code = "invalid_input"

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class UnknownHost(StetError):
    """The request has a host name that this server does not answer to. The message names the setting."""

    code = "unknown_host"


class TryLater(StetError):
    """A temporary failure. `retry_after_s`: seconds until another try makes sense."""

    def __init__(self, message: str, retry_after_s: int) -> None:
        super().__init__(message)
        self.retry_after_s = retry_after_s


class TooMany(TryLater):
    """One client exceeded a rate limit. The message names the limit."""

    code = "too_many"


class Busy(TryLater):
    """Every place for a computation is taken."""

    code = "busy"


class TooLarge(InvalidInput):
    """A size limit was exceeded. The message names the limit."""

    code = "too_large"


class HostRests(TryLater):
    """A host is asked by another program at this moment, or wants to be left alone. `free_at`: when it may be asked."""

    code = "host_rests"

    def __init__(self, message: str, free_at: datetime, now: datetime) -> None:
        super().__init__(message, max(1, int((free_at - now).total_seconds())))
        self.free_at = free_at


class AddressRefused(InvalidInput):
    """An address that this server may not fetch. The message names the rule and the setting. Nothing was sent to it."""

    code = "address_not_allowed"


class Disallowed(InvalidInput):
    """An address that its site asks programs not to fetch. Only what asks without a reader obeys."""

    code = "disallowed"


class WrongKind(InvalidInput):
    """What was fetched is of a kind that holds no story."""

    code = "wrong_kind"


class NoAnswer(InvalidInput):
    """The server that was asked cannot be reached or trusted, or broke off."""

    code = "no_answer"


class AnsweredOtherwise(InvalidInput):
    """The server that was asked answered with another status than that of a page.

    `status`: that one. `wait`: the time for which it does not want to be asked again; None if it names none.
    """

    def __init__(self, message: str, status: int, wait: timedelta | None) -> None:
        super().__init__(message)
        self.status = status
        self.wait = wait


class TooSlow(InvalidInput):
    """The server that was asked did not answer before the deadline, which the message names."""

    code = "too_slow"


class DatabaseTooNew(StetError):
    """The database was written by a newer Stet. An older one must not change it."""

    code = "database_too_new"


class DatabaseUnknown(StetError):
    """The database does not record its schema revision, so no program can migrate it safely."""

    code = "database_unknown"


class BadSetting(StetError):
    """A setting has an invalid value. The message names the setting and what was expected."""

    code = "bad_setting"


class Unavailable(TryLater):
    """The database cannot be used at the moment. `reason` is for the administrator and quotes no text of an article."""

    code = "database_unavailable"

    def __init__(self, message: str, reason: str = "") -> None:
        super().__init__(message, retry_after_s=5)
        self.reason = reason


class DatabaseSilent(Unavailable):
    """The database does not answer in time. A write may have been stored."""

    code = "database_silent"


class DatabaseReadOnly(Unavailable):
    """The database is read-only. Nothing was stored."""

    code = "database_read_only"


class DatabaseFull(Unavailable):
    """The database is full. Nothing was stored."""

    code = "database_full"
