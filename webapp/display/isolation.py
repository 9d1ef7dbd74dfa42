"""A text that runs from right to left inside a line of English, where no markup can say so.

    1 number changed: العمدة (2)   ->   1 number changed: FSI العمدة (2) PDI

Without the two invisible characters a reader of feeds or mail draws the figures and marks of the title on its wrong
side (Unicode Standard Annex 9, section 2.4). Other titles get none, because old programs draw them as boxes.
"""

import unicodedata

FIRST_STRONG_ISOLATE, POP_ISOLATE = "\u2068", "\u2069"
FROM_THE_RIGHT = {"R", "AL"}


def isolated(text: str) -> str:
    """Return a text as a line of another direction can hold it.

    >>> isolated("The mayor"), isolated("العمدة") == f"{FIRST_STRONG_ISOLATE}العمدة{POP_ISOLATE}"
    ('The mayor', True)
    """
    if any(unicodedata.bidirectional(each) in FROM_THE_RIGHT for each in text):
        return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}"
    return text
