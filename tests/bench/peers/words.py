"""Words for the engines that compare any sequence: white space is left out, which helps them in time and in quality."""

import re
from collections.abc import Sequence
from itertools import accumulate

WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")


def words_and_marks(text: str) -> list[str]:
    return WORD_OR_MARK.findall(text)


def solid_starts(words: Sequence[str]) -> list[int]:
    """Return where each word begins, in solid characters, and where the last one ends."""
    return list(accumulate(map(len, words), initial=0))
