"""The life of a sentence in words, its moments apart: a page writes these in the reader's time zone."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple


class LifeWords(NamedTuple):
    """A stretch of words, and the moment behind it, if any."""

    words: str
    moment: datetime | None = None


def life_words(stays: Sequence[tuple[datetime, datetime | None]]) -> tuple[LifeWords, ...]:
    """Say from when to when a sentence stood: since 9:14; 9:14 to 11:02; since 9:14, gone at 12:00, back at 13:00.

    stays  when it came and went, in order; it is still there if the last has no end
    """
    (came, gone), *later = stays
    if not later and gone:
        return LifeWords("", came), LifeWords(" to ", gone)
    said = [LifeWords("since " if stays[-1][1] is None else "from ", came)]
    for back, again in later:
        said += [LifeWords(", gone at ", gone), LifeWords(", back at ", back)]
        gone = again
    return (*said, *([LifeWords(", gone at ", gone)] if gone else []))
