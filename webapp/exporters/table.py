"""The changes as a table (CSV, RFC 4180), one a row, with their sentences.

A spreadsheet takes a cell that begins with = + - @ for a formula and may run it: such a cell gets an apostrophe, which
spreadsheets show as text (OWASP, "CSV Injection"). The byte-order mark makes them read UTF-8.
"""

import csv
from io import StringIO

from webapp.display.excerpt import changed_text
from webapp.display.invisible import visible_text
from webapp.engine.model import Change, Comparison, Side
from webapp.engine.span import Span
from webapp.exporters.model import Sheet

HEAD = ("change", "kind", "weight", "flags", "scope", "old", "new", "old_sentence", "new_sentence")
MAX_SENTENCE_CHARS = 2_000
"""Longest text written for the sentences of a change: three times the longest of 131 revisions of published pages.
Without it a sentence with 10,000 changes would be written 10,000 times."""

FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    file = StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(HEAD)
    for change in sheet.comparison.changes:
        writer.writerow(map(safe_cell, _row(sheet.comparison, change)))
    return file.getvalue().encode("utf-8-sig")


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    shown = visible_text(text)
    return f"'{shown}" if shown.lstrip().startswith(FORMULA) else shown


def _row(comparison: Comparison, change: Change) -> tuple[str, ...]:
    old, new, pair = comparison.old, comparison.new, comparison.pairs[change.pair]
    return (
        change.id,
        change.kind,
        change.weight,
        " ".join(change.flags),
        change.scope,
        changed_text(old, change.old),
        changed_text(new, change.new),
        _sentences(old, pair.old, change.old),
        _sentences(new, pair.new, change.new),
    )


def _sentences(side: Side, indexes: tuple[int, ...], change: Span | None) -> str:
    """Return the sentences of a pair; of too long ones, the part around the change, or the beginning."""
    if not indexes:
        return ""
    start, end = side.sentences[indexes[0]].start, side.sentences[indexes[-1]].end
    if end - start <= MAX_SENTENCE_CHARS:
        return " ".join(changed_text(side, side.sentences[index]) for index in indexes)
    middle = change.start if change else start
    cut = Span(max(start, middle - MAX_SENTENCE_CHARS // 2), min(end, middle + MAX_SENTENCE_CHARS // 2))
    return f"{'…' * (cut.start > start)}{changed_text(side, cut)}{'…' * (cut.end < end)}"
