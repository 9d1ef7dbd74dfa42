"""What a change is, in words: for previews, cards, comments and tables, which cannot show marks.

Texts are quoted, not judged: “mandate” became “warrant”.
"""

from collections.abc import Mapping

from webapp.display.excerpt import Excerpt, changed_text
from webapp.display.invisible import visible_text
from webapp.display.shortening import shorten
from webapp.engine.model import Change, Comparison, Flag

FLAG_WORDS: Mapping[Flag, str] = {
    "quote": "quotation",
    "number": "number",
    "date": "date",
    "name": "name",
    "negation": "negation",
    "hedge": "hedge",
    "attribution": "attribution",
    "sense": "sense",
    "wording": "wording",
    "spelling": "spelling",
    "typography": "typography",
    "case": "letter case",
    "punctuation": "punctuation",
    "spacing": "white space",
}
MAX_QUOTED_CHARS = 90


def flag_line(change: Change) -> str:
    """Name the flags of a change: `quotation, number`; empty if it has none."""
    return ", ".join(FLAG_WORDS[flag] for flag in change.flags)


def flag_names(flags: tuple[Flag, ...]) -> str:
    """Name the flags that matter most; wording is left out beside another flag."""
    return ", ".join(FLAG_WORDS[flag] for flag in flags if flag != "wording" or len(flags) == 1)


def label(change: Change) -> str:
    """Say in a word or two what kind of change it is: `Changed: quotation, number`."""
    kind = {"replace": "Changed", "insert": "Added", "delete": "Deleted", "move": "Moved"}[change.kind]
    return f"{kind}: {flag_line(change)}" if change.flags else kind


def headline(comparison: Comparison, found: Excerpt) -> str:
    """Say in one line what a change did."""
    if found.move and found.change.kind == "move":
        if found.move.old_paragraph == found.move.new_paragraph:
            return "A sentence was moved within its paragraph"
        return f"A sentence was moved from paragraph {found.move.old_paragraph} to {found.move.new_paragraph}"
    old = _quoted(changed_text(comparison.old, found.change.old))
    new = _quoted(changed_text(comparison.new, found.change.new))
    if old and new:
        return f"{old} became {new}"
    return f"{old} was deleted" if old else f"{new} was added"


def _quoted(text: str) -> str:
    return f"“{shorten(visible_text(text), MAX_QUOTED_CHARS)}”" if text else ""
