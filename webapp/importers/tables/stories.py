"""Tables of stories: each row is a story, and its cells say of it what their columns are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.imported import Imported, KnownStory
from webapp.importers.moments import day_of
from webapp.importers.pages.parts import CHARACTER, MARKUP, line_of_either, text_of_either, with_headline
from webapp.importers.several import MAX_STORIES, join_stories
from webapp.importers.tables.rows import TableHead, head_in, is_empty, rows_below
from webapp.importers.texts.encodings import decode_labelled

NAME = "csv/1"

MAX_COLUMNS = 1_000
"""Of a table. Range: 200..16,000. Why: an export of every field has some hundred; spreadsheets take 16,384. Cases:
tests/importers/test_tables.py."""

MAX_ROWS = 100_000
"""Of a table, empty ones too. Range: 10,000 to 1,000,000. Why: beyond the most stories there are drafts and empty rows,
and each takes some microseconds. Cases: as above."""

WITHOUT_TEXT = "Rows without a text are left out: {count:,}."
RAGGED = "Its row has {found:,} cells and the head {expected:,}: what stands in it may be under the wrong name."

UNIX_SECONDS = re.compile(r"\d{9,10}")
PARAGRAPH = re.compile(r"<p[\s>]", re.IGNORECASE)
EMPTY_LINES = re.compile(r"\n[ \t]*\n\s*")


def read(data: bytes, name: str) -> Imported:
    """Return the stories in a table.

    Errors: InvalidInput if there is none or a quotation mark stays open; TooLarge above a limit.
    """
    decoded = decode_labelled(data)
    head = head_in(decoded.text.removeprefix("\ufeff"))
    if not head:
        raise InvalidInput(f"{name} has no head row that names a title or a date, and a text.")
    if head.width > MAX_COLUMNS:
        raise TooLarge(f"{name} has {head.width:,} columns, and Stet reads tables with up to {MAX_COLUMNS:,}.")
    rows = TableRows(head, name)
    kept = list(rows.with_text(decoded.text.removeprefix("\ufeff")))
    warnings = (*decoded.warnings, *([WITHOUT_TEXT.format(count=rows.empty)] if rows.empty else []))
    joined = join_stories((_story(row, head, name) for row in kept), NAME, name, warnings)
    return replace(joined, encoding=decoded.guessed, encoding_by=decoded.by)


class TableRows:
    """The rows of a table. `empty`: how many had no text so far."""

    def __init__(self, head: TableHead, name: str) -> None:
        self.empty = 0
        self._head = head
        self._name = name

    def with_text(self, text: str) -> Iterator[Sequence[str]]:
        """Yield the rows that have a text. Errors: InvalidInput if a cell does not end; TooLarge above a limit."""
        count = 0
        for number, row in enumerate(rows_below(self._head, text), 2):
            if number > MAX_ROWS:
                raise TooLarge(f"{self._name} has more than {MAX_ROWS:,} rows, the most that Stet reads of a table.")
            if row is None:
                raise InvalidInput(
                    f"{self._name} is damaged or was cut off: row {number:,} opens a quotation mark that is never "
                    "closed. Write quotation marks within a cell twice."
                )
            if is_empty(row):
                continue
            if not _cell(row, self._head, "body"):
                self.empty += 1
                continue
            count += 1
            if count > MAX_STORIES:
                raise TooLarge(
                    f"{self._name} holds more than {MAX_STORIES:,} stories, the most that Stet reads from one file."
                )
            yield row


def _cell(row: Sequence[str], head: TableHead, part: str) -> str:
    """Return the first cell of a part that is not empty, with plain line ends."""
    cells = (row[place].strip() for place in head.columns.get(part, ()) if place < len(row))
    return next(filter(None, cells), "").replace("\r\n", "\n").replace("\r", "\n")


def _story(row: Sequence[str], head: TableHead, name: str) -> KnownStory:
    def line(part: str) -> str:
        return line_of_either(_cell(row, head, part), name)

    standfirst = text_of_either(_cell(row, head, "standfirst"), name)
    return KnownStory(
        with_headline(line("title"), with_headline(standfirst, _body(_cell(row, head, "body"), name))),
        title=line("title"),
        byline=line("byline"),
        outlet=line("outlet"),
        language=line("language"),
        published=_day(_cell(row, head, "date")),
        address=_cell(row, head, "address"),
        warnings=() if len(row) == head.width else (RAGGED.format(found=len(row), expected=head.width),),
    )


def _body(written: str, name: str) -> str:
    """Return the text in a cell. WordPress stores pages without marks of paragraphs: an empty line stands for one."""
    is_page = MARKUP.search(written) or CHARACTER.search(written)
    if is_page and not PARAGRAPH.search(written):
        written = EMPTY_LINES.sub("<p>", written)
    return text_of_either(written, name)


def _day(written: str) -> date | None:
    """Return the day of a date, or of a number of seconds, as Drupal stores it."""
    if UNIX_SECONDS.fullmatch(written):
        return datetime.fromtimestamp(int(written), UTC).date()
    return day_of(written)
