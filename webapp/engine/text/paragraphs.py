"""Splits a text into paragraphs: its lines; those of a hard-wrapped text are joined.

The committee published its findings on Thursday after a delay of more     one paragraph of two lines
than eleven weeks.
The chairman denied it.                                                    another
"""

from collections.abc import Iterator
from itertools import compress, pairwise

from webapp.engine.languages.letters import compose
from webapp.engine.span import Span
from webapp.engine.text.sentences import ENUMERATOR

# The lines of a hard-wrapped text are at most this long, nearly all of them.
# Range: 60–200 characters
# Why: revisions in Markdown are wrapped at 72 to 80, scraped articles have a line a paragraph; *hard-wrapped*
# Cases: 2: *hard-wrapped*, *wrapped-against-one-line*
MAX_WRAPPED_LINE = 120

# A line that may have been wrapped is at least this long.
# Range: 20–70 characters
# Why: short lines are no wrapped prose; *joined-sentences*
# Cases: 2: *joined-sentences*, *hard-wrapped*
MIN_WRAPPED_LINE = 40

# In a hard-wrapped text at least this share of line ends is there because the next word did not fit.
# Range: .20–.95 share of line ends
# Why: scraped articles have a line a paragraph
# Cases: none
MIN_WRAPPED_SHARE = 0.6

# At least this share of the lines that would be joined begins without a capital.
# Range: .10–.60 share of lines
# Why: three headlines below one another, or a brief with a sentence a line; none of the 131 revisions is cut
# differently
# Cases: none
MIN_GOING_ON_SHARE = 0.4

# Share of the lines that are not longer than the width of a hard-wrapped text.
# Range: .50–1 share of lines
# Why: addresses and pictures do not wrap: at .98 two revisions in Markdown were taken for unwrapped, and kept .60 and
# .68 of their words instead of .99
WIDTH_QUANTILE = 0.9


_STOPS = ".!?…。！？।؟։።”’»」』"


def split_paragraphs(text: str, continued: frozenset[int] = frozenset()) -> tuple[Span, ...]:
    """Return the lines that hold more than white space; lines of a hard-wrapped text are joined to its paragraphs.

    `continued` are the places of the lines that are known to go on with the line before them.
    """
    return tuple(_join_wrapped(text, list(lines_of(text)), continued))


def lines_of(text: str) -> Iterator[Span]:
    """Yield the lines that hold more than white space, without the white space around them."""
    place = 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content and (content.isascii() or compose(content)):  # a line may hold nothing but what nobody sees
            start = place + len(line) - len(line.lstrip())
            yield Span(start, start + len(content))
        place += len(line)


def _join_wrapped(text: str, lines: list[Span], continued: frozenset[int]) -> list[Span]:
    wrapped = _wrapped(text, lines)
    if not (wrapped or continued):
        return lines
    joined = lines[:1]
    for index, line in enumerate(lines[1:], 1):
        if index in continued or (wrapped and wrapped[index - 1]):
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
    return joined


def _wrapped(text: str, lines: list[Span]) -> list[bool]:
    """Return for each line but the first whether it continues the one before; nothing if the text is not wrapped."""
    lengths = sorted(line.end - line.start for line in lines)
    width = lengths[int(WIDTH_QUANTILE * (len(lengths) - 1))] if lengths else 0
    if not MIN_WRAPPED_LINE <= width <= MAX_WRAPPED_LINE:
        return []
    adjacent = [_are_adjacent(text, first, second) for first, second in pairwise(lines)]
    wrapped = [
        near and _is_wrapped(text, first, second, width)
        for near, (first, second) in zip(adjacent, pairwise(lines), strict=True)
    ]
    going_on = [_goes_on(text, *both) for both in compress(pairwise(lines), wrapped)]
    is_wrapped_text = sum(wrapped) >= MIN_WRAPPED_SHARE * max(1, sum(adjacent)) and sum(
        going_on
    ) >= MIN_GOING_ON_SHARE * len(going_on)
    return wrapped if is_wrapped_text else []


def _goes_on(text: str, first: Span, second: Span) -> bool:
    """Return whether a line begins as none does behind a full stop; in a script without capitals that alone tells."""
    opening = text[second.start]
    return opening.islower() or not (opening.isupper() or text[first.end - 1] in _STOPS)


def _are_adjacent(text: str, first: Span, second: Span) -> bool:
    return text[first.end : second.start].replace("\r\n", "\n").strip(" \t") in {"\n", "\r"}


def _is_wrapped(text: str, first: Span, second: Span, width: int) -> bool:
    """Return whether the line break is there only because the second line's first word did not fit."""
    length = first.end - first.start
    next_word = text[second.start : second.end].split(maxsplit=1)[0]
    is_list_line = next_word[0] in "-*•#>|" or ENUMERATOR.match(next_word) is not None
    return length >= MIN_WRAPPED_LINE and length + 1 + len(next_word) > width and not is_list_line
