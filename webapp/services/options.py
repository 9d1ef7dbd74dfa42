"""A reader's choices, as addresses and command lines write them."""

from collections.abc import Iterable, Set

from webapp.engine.model import IGNORABLE, Options
from webapp.errors import InvalidInput

MAX_ECHO_CHARS = 40


def parse_options(ignore: Iterable[str] = (), show: Iterable[str] = ()) -> Options:
    """Return the default options with `ignore` added to what does not count, and `show` taken out of it.

    Each value may name several, separated by commas: `case,punctuation` is `case` and `punctuation`.
    Errors: InvalidInput on a name that does not exist; the message gives those that do.
    """
    default = Options().ignore
    added = _parse_names(ignore, frozenset(IGNORABLE), "ignore")
    removed = _parse_names(show, default, "show")
    return Options(ignore=frozenset(name for name in IGNORABLE if name in (default | added) - removed))


def _parse_names(values: Iterable[str], known: Set[str], field: str) -> set[str]:
    names = {name.strip() for value in values for name in value.split(",")} - {""}
    unknown = sorted(names - known)
    if unknown:
        raise InvalidInput(
            f"Stet cannot {field} {unknown[0][:MAX_ECHO_CHARS]!r}. It knows: {', '.join(sorted(known))}.", field
        )
    return names
