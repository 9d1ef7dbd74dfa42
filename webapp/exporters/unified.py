"""A unified diff, as `diff -u` writes it, of the texts one sentence a line."""

from difflib import unified_diff

from webapp.display.excerpt import changed_text
from webapp.engine.model import Side
from webapp.exporters.model import Sheet, Source

MIMETYPE = "text/x-diff"


def write(sheet: Sheet) -> bytes:
    """Return the file. A patch program turns the one list of sentences into the other by it."""
    old, new = sentence_lines(sheet.comparison.old), sentence_lines(sheet.comparison.new)
    lines = unified_diff(old, new, _name(sheet.old), _name(sheet.new), lineterm="\n")
    return "".join(lines).encode()


def sentence_lines(side: Side) -> list[str]:
    """Return the sentences of a side, each a line."""
    return [changed_text(side, sentence) + "\n" for sentence in side.sentences]


def _name(source: Source) -> str:
    """Return a name for the head of the diff, where a tab would begin a date."""
    return " ".join(source.title.split()) or "text"
