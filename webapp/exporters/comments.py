"""The comments of a Word file.

python-docx searches all comments for a free number each time it adds one: 7,700 of them took over a minute. So it makes
only the first comment, with the part of the file for them; the others are copies of the first.
"""

from copy import deepcopy
from itertools import count
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn


class Comments:
    """Adds comments, all of one author and one date."""

    def __init__(self, document: Document, author: str, date: str) -> None:
        self._document = document
        self._author = author
        self._date = date
        self._numbers = count()
        self._first: Any = None

    def add(self, text: str) -> str:
        """Add a comment of one line; return the number by which the text refers to it."""
        number = str(next(self._numbers))
        if self._first is None:
            self._first = self._make_first(text)
        else:
            comment = deepcopy(self._first)
            comment.set(qn("w:id"), number)
            next(comment.iter(qn("w:t"))).text = text
            self._first.getparent().append(comment)
        return number

    def _make_first(self, text: str) -> Any:
        made = self._document.comments.add_comment(text, self._author, initials=self._author[0])
        element: Any = made.part.element[-1]
        element.set(qn("w:date"), self._date)  # python-docx gives it the time of now
        return element
