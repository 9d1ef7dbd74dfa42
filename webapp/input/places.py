"""Places in texts, as in an address: `0-4512,4600-5000`. Code points, counted from 0."""

import re

from webapp.engine.span import Span
from webapp.errors import InvalidInput

MAX_PLACES = 50
"""How many corrections one comparison takes, of each kind."""

MAX_DIGITS = 9
"""No text is a thousand million characters long."""

_PLACES = re.compile(rf"(\d{{1,{MAX_DIGITS}}})-(\d{{1,{MAX_DIGITS}}})", re.ASCII)


def parse_stretches(written: str, field: str) -> tuple[Span, ...]:
    """Return stretches of a text in order, those that touch as one. Errors: InvalidInput on anything else."""
    stretches: list[Span] = []
    for start, end in sorted(_parse(written, field)):
        if start >= end:
            raise _refusal(field)
        if stretches and start <= stretches[-1].end:
            stretches[-1] = Span(stretches[-1].start, max(end, stretches[-1].end))
        else:
            stretches.append(Span(start, end))
    return tuple(stretches)


def parse_pairs(written: str, field: str) -> frozenset[tuple[int, int]]:
    """Return pairs of a place in old and one in new. Errors: InvalidInput on anything else."""
    return frozenset(_parse(written, field))


def write_places(places: "tuple[Span, ...] | frozenset[tuple[int, int]]") -> str:
    """Return places as an address writes them, in order."""
    return ",".join(f"{one}-{other}" for one, other in sorted(places))


def _parse(written: str, field: str) -> list[tuple[int, int]]:
    if not written:
        return []
    parts = written.split(",", MAX_PLACES)
    found = [match for part in parts if (match := _PLACES.fullmatch(part))]
    if len(found) < len(parts) or len(parts) > MAX_PLACES:
        raise _refusal(field)
    return [(int(match[1]), int(match[2])) for match in found]


def _refusal(field: str) -> InvalidInput:
    return InvalidInput(
        f"{field} takes places in the texts, written as 0-4512,4600-5000: at most {MAX_PLACES} of them.", field
    )
