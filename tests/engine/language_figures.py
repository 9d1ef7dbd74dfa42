"""How well each table knows the text of its language: the table of docs/languages.md, made from `tests/languages`.

`python -m tests.engine.language_figures` rewrites it.
"""

import tomllib
from pathlib import Path

from tests.engine.shared import ROOT
from tests.sections import read_from, write_into
from webapp.engine.languages.load import language_of

TEXTS = ROOT / "tests" / "languages"
PAGE = ROOT / "docs" / "languages.md"
MARK = "figures"
HEAD = "| Code | Language | Edits that matter, found | Neutral edits, silent |\n|---|---|---|---|\n"


def table() -> str:
    """Return the table as Markdown: a row per language with a text."""
    return (HEAD + "".join(map(_row, sorted(TEXTS.glob("*.toml"))))).strip("\n")


def table_of_page() -> str:
    """Return the table that the page has."""
    return read_from(PAGE, MARK)


def write_page() -> None:
    """Write the table into the page."""
    write_into(PAGE, table(), MARK)


def _row(path: Path) -> str:
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    found, missed, silent, alarms = (len(text.get(kind, ())) for kind in ("edits", "missed", "neutral", "alarms"))
    name = language_of(path.stem).name
    return f"| {path.stem} | {name} | {found} of {found + missed} | {silent} of {silent + alarms} |\n"


if __name__ == "__main__":
    write_page()
