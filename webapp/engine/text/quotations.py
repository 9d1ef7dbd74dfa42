"""Finds quotations. One may run over several sentences; paragraphs are searched one by one.

The shape of a mark says whether it opens or closes; a straight mark opens after a space and closes after a word. A
quotation that is not closed runs to its paragraph's end, as quotations of several paragraphs do.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

import regex

from webapp.engine.span import Span
from webapp.patterns import lazy_pattern

# Each opening mark and the marks that may close it. Swedish and Finnish open with the mark that closes: ”so” and »so».
_PARTNERS = {
    "“": "”",
    "”": "”“",
    "״": "״",
    "„": "“”",
    "«": "»",
    "»": "«»",
    "「": "」",
    "『": "』",
    '"': '"',
    "‘": "’",
    "'": "'",
    "‚": "‘’",
}
_SINGLE_MARKS = "'‘‚"

# An apostrophe inside or at the end of a word is no quotation mark; a single mark opens only before a letter and after
# a space or an opening, and closes only after a word or its mark and before no letter, unless the script is one that
# writes on without a space. A straight mark behind a figure or a letter opens nothing: it stands for inches.
_SPACED = r"[\p{L}--[\p{Hangul}\p{Han}\p{Hiragana}\p{Katakana}]]"
_OPENING = lazy_pattern(
    rf"""[“„«「『]|(?<!{_SPACED}|\p{{N}})(?:"|['‘‚](?=\p{{L}}))|(?<=^|[\s\p{{Ps}}\p{{Pd}}])[»”״](?=[\p{{L}}\p{{N}}])""",
    regex.V1,
)
_BEHIND_NO_FIGURE = lazy_pattern(r'(?<!\p{N})"')
_ANY_OPENING = re.compile(f"[{''.join(_PARTNERS)}]")  # the library's own patterns find single characters sooner
_CLOSING_SINGLE = rf"(?<=[\p{{L}}\p{{N}}\p{{P}}])[%s](?!{_SPACED})"
_CLOSING = {
    mark: lazy_pattern((_CLOSING_SINGLE if mark in _SINGLE_MARKS else "[%s]") % closers, regex.V1)
    for mark, closers in _PARTNERS.items()
}


def quotations(text: str, paragraph: Span) -> Iterator[Span]:
    """Yield the quotations of a paragraph, without their marks."""
    first = _ANY_OPENING.search(text, *paragraph)
    if first is None:
        return
    place = first.start()
    straight = _Straight(text, paragraph)
    unclosed: set[str] = set()  # without a closing mark behind this one, there is none behind the next either
    while opening := _OPENING.search(text, place, paragraph.end):
        mark, place = opening[0], opening.end()
        closing = _closing(mark, text, Span(place, paragraph.end), straight) if mark not in unclosed else None
        if closing:
            yield Span(place, closing.start())
            place = closing.end()
        elif mark in _SINGLE_MARKS:
            unclosed.add(mark)
        else:
            yield Span(place, paragraph.end)
            return


class _Straight:
    """The straight double marks of a paragraph that stand behind no figure; found when the first is asked for."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self._text, self._paragraph = text, paragraph

    @cached_property
    def _places(self) -> list[int]:
        return [match.start() for match in _BEHIND_NO_FIGURE.finditer(self._text, *self._paragraph)]

    def is_closed_behind(self, place: int) -> bool:
        """Return whether the next of them closes, since it stands close behind a word or a mark."""
        at = bisect_right(self._places, place)
        return at < len(self._places) and not self._text[self._places[at] - 1].isspace()


def _closing(mark: str, text: str, rest: Span, straight: _Straight) -> "regex.Match[str] | None":
    """Return the mark that closes a quotation: not that of inches in "a screen of 12" is wide"."""
    place = rest.start
    while closing := _CLOSING[mark].search(text, place, rest.end):
        is_of_figure = closing[0] == '"' and text[closing.start() - 1].isdecimal() and closing.start() > rest.start
        if not (is_of_figure and straight.is_closed_behind(closing.start())):
            return closing
        place = closing.end()
    return None


def is_quoted(quoted: Sequence[Span], place: int) -> bool:
    """Return whether a place lies inside one of the quotations, which ascend."""
    at = bisect_right(quoted, place, key=lambda span: span.start) - 1
    return at >= 0 and place < quoted[at].end
