"""Converts a reader's choices from the form of addresses and command lines, and back."""

from collections.abc import Iterable, Set
from typing import get_args

from webapp.engine.options import IGNORABLE, Granularity, Options
from webapp.errors import InvalidInput
from webapp.input.limits import MAX_ECHO_CHARS
from webapp.input.places import parse_pairs, parse_stretches, write_places

_SWITCHES = {"": True, "on": True, "off": False}


def parse_options(
    ignore: Iterable[str] = (),
    show: Iterable[str] = (),
    *,
    by: str = "",
    scope: str = "",
    moves: str = "",
    old_story: str = "",
    new_story: str = "",
    apart: str = "",
    together: str = "",
) -> Options:
    """Return the default options with the differences in `ignore` ignored and those in `show` shown.

    Each value of these may name several, separated by commas: `case,punctuation` is `case` and `punctuation`. `by` is
    a granularity, `scope` and `moves` are on or off, the rest are places in the texts. Empty is the default.
    Errors: InvalidInput for an unknown name; the message lists the known ones.
    """
    default = Options().ignore
    added = _parse_names(ignore, frozenset(IGNORABLE), "ignore")
    removed = _parse_names(show, default, "show")
    return Options(
        ignore=frozenset(name for name in IGNORABLE if name in (default | added) - removed),
        granularity=_parse_granularity(by),
        scope=_parse_switch(scope, "scope"),
        old_story=parse_stretches(old_story, "old_story"),
        new_story=parse_stretches(new_story, "new_story"),
        moves=_parse_switch(moves, "moves"),
        apart=parse_pairs(apart, "apart"),
        together=parse_pairs(together, "together"),
    )


def write_options(options: Options) -> dict[str, str]:
    """Return the words that `parse_options` reads as these options, without those of the default.

    Equal options always give the same words in the same order.
    """
    default = Options()
    written = {
        "ignore": ",".join(name for name in IGNORABLE if name in options.ignore - default.ignore),
        "show": ",".join(name for name in IGNORABLE if name in default.ignore - options.ignore),
        "by": options.granularity if options.granularity != default.granularity else "",
        "scope": "" if options.scope else "off",
        "moves": "" if options.moves else "off",
        "old_story": write_places(options.old_story),
        "new_story": write_places(options.new_story),
        "apart": write_places(options.apart),
        "together": write_places(options.together),
    }
    return {name: words for name, words in written.items() if words}


def _parse_names(values: Iterable[str], known: Set[str], field: str) -> set[str]:
    names = {name.strip() for value in values for name in value.split(",")} - {""}
    unknown = sorted(names - known)
    if unknown:
        raise InvalidInput(
            f"Stet cannot {field} {unknown[0][:MAX_ECHO_CHARS]!r}. It knows: {', '.join(sorted(known))}.", field
        )
    return names


def _parse_granularity(written: str) -> Granularity:
    for granularity in get_args(Granularity):
        if written == granularity:
            return granularity  # type: ignore[no-any-return]  # get_args forgets the type of what it returns
    if written:
        raise InvalidInput(
            f"Stet cannot compare by {written[:MAX_ECHO_CHARS]!r}. It can by sentence, word, character.", "by"
        )
    return Options().granularity


def _parse_switch(written: str, field: str) -> bool:
    if written not in _SWITCHES:
        raise InvalidInput(f"{field} is on or off, not {written[:MAX_ECHO_CHARS]!r}.", field)
    return _SWITCHES[written]
