"""The error for a body that is not JSON in UTF-8. It names the field if it can."""

import json
from collections.abc import Iterator

from webapp.errors import InvalidInput
from webapp.input.texts import is_storable


def unreadable(body: bytes, reason: str) -> InvalidInput:
    """Return what is wrong with a body that is no JSON in UTF-8. `reason` is that of the reader that gave up.

    Python's own reader takes half characters, and bytes that are no letters can be given to it as such: so it finds
    the field that they stand in.
    """
    try:
        place = next(_unwritable(json.loads(body.decode("utf-8", "surrogateescape")), ""), "")
    except (ValueError, RecursionError):
        place = ""
    if place:
        return InvalidInput("Input should be characters in UTF-8: a byte or half of a character is none.", place)
    return InvalidInput(f"The body is no JSON in UTF-8: {reason.removeprefix('Invalid JSON: ')}.")


def _unwritable(value: object, place: str) -> Iterator[str]:
    """Return the places of strings with lone surrogates; a surrogate in a name counts for its object."""
    if isinstance(value, str) and not is_storable(value):
        yield place
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _unwritable(part, _inside(place, str(index)))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _unwritable(part, _inside(place, name)) if is_storable(name) else (place,)


def _inside(place: str, name: str) -> str:
    return f"{place}.{name}" if place else name
