"""Where in a text somebody is quoted. A quotation may run over sentences; each paragraph is looked at on its own.

Marks of all kinds are read by their shape where it tells their part, by their place where it does not: a straight mark
opens after a space and closes after a word. An opened quotation that is never closed runs to its paragraph's end, as
quotations of several paragraphs do.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import regex

from webapp.engine.model import Span

_PARTNERS = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", '"': '"', "‘": "’", "'": "'", "‚": "‘’"}

# An apostrophe inside or at the end of a word is no quotation mark; a single mark opens only before a letter and after
# a space or an opening, and closes only after a word or its mark and before no letter.
_OPENING = regex.compile(r"[“„«「『\"]|(?<![\p{L}\p{N}])['‘‚](?=\p{L})|(?<=^|\s)»(?=\p{L})")


def quotations(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the quotations of a paragraph, without their marks."""
    place = paragraph.start
    while opening := _OPENING.search(text, place, paragraph.end):
        closers = _PARTNERS[opening[0]]
        closing = regex.compile(_closing_pattern(closers)).search(text, opening.end(), paragraph.end)
        end = closing.start() if closing else paragraph.end
        if closing or opening[0] not in "'‘‚":
            yield Span(opening.end(), end)
            place = closing.end() if closing else paragraph.end
        else:
            place = opening.end()


def is_quoted(quoted: Sequence[Span], place: int) -> bool:
    """Tell whether a place lies inside one of the quotations, which ascend."""
    at = bisect_right(quoted, place, key=lambda span: span.start) - 1
    return at >= 0 and place < quoted[at].end


def _closing_pattern(closers: str) -> str:
    if closers in ("'", "’", "‘’"):
        return rf"(?<=[\p{{L}}\p{{N}}\p{{P}}])[{closers}](?!\p{{L}})"
    return f"[{closers}]"
