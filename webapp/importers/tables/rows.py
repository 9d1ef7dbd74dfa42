"""Rows of a table in a text: RFC 4180, with commas, semicolons, tabs or bars between cells.

sep=;                     written by some programs for spreadsheets, left out
Title;Body                the head row: it names the columns, and so the separator
No;"He said ""no"".       a cell in quotation marks may hold them doubled, separators and line ends
Nobody came."
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from itertools import chain, islice

from webapp.importers.tables.columns import Columns, columns_in, is_of_stories

SEPARATORS = ",;\t|"
MAX_HEAD_CHARS = 16_384
"""Of the head row, above which a text is no table of stories. Range: 4,000 to 100,000. Why: exports of every field that
plugins define have some hundred columns. Cases: tests/importers/test_tables.py."""

FIRST_ROWS = 20
"""Rows that tell whether a text is a table. Range: 10..100. Why: a text of lines that begins with two such words shows
itself soon. Cases: tests/importers/test_tables.py."""

MAX_CELL_CHARS = 20_000_000
"""More than the largest file has."""

ANNOUNCED = re.compile(r"sep=([,;\t|])[\r\n]++", re.IGNORECASE)
HEAD = re.compile(r"([^\r\n]*)(?:\r\n?|\n)?")
END = ["\0end of the table"]
"""The row that is read behind the last one. It is swallowed if a quotation mark stays open."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """The head row of a table of stories: its columns, how many there are, what separates them, where rows begin."""

    columns: Columns
    width: int
    separator: str
    end: int


def head_in(text: str) -> TableHead | None:
    """Return the head row of a table of stories; None if the text does not begin with one."""
    announced = ANNOUNCED.match(text)
    start = announced.end() if announced else 0
    line = HEAD.match(text, start)
    if not line or len(line[1]) > MAX_HEAD_CHARS:
        return None
    for separator in announced[1] if announced else SEPARATORS:
        if separator not in line[1]:
            continue
        names = next(csv.reader([line[1]], delimiter=separator))
        columns = columns_in(names)
        if is_of_stories(columns):
            return TableHead(columns, len(names), separator, line.end())
    return None


def holds_stories(text: str) -> bool:
    """Return whether a text is a table of stories: most of the first rows have as many cells as the head."""
    head = head_in(text)
    if not head:
        return False
    first = [row for row in islice(rows_below(head, text), FIRST_ROWS) if row is None or not is_empty(row)]
    return 2 * sum(row is not None and len(row) == head.width for row in first) > len(first)


def rows_below(head: TableHead, text: str) -> Iterator[list[str] | None]:
    """Yield the rows; None in place of the last one if it has a quotation mark that stays open."""
    csv.field_size_limit(MAX_CELL_CHARS)  # of the whole process: else a story of 131,072 characters raises an error
    file = StringIO(text, newline="")
    file.seek(head.end)
    before: list[str] | None = None
    for row in csv.reader(chain(file, ["\n", END[0]]), delimiter=head.separator):
        if before is not None:
            yield before
        before = row
    if before != END:
        yield None


def is_empty(row: list[str]) -> bool:
    return not any(map(str.strip, row))
