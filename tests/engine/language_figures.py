"""How well each table knows the text of its language: the table of docs/languages.md, made from `tests/languages`.

`python -m tests.engine.language_figures` rewrites it.
"""

import tomllib
from pathlib import Path

from tests.engine.shared import ROOT
from webapp.engine.languages.load import language_of

TEXTS = ROOT / "tests" / "languages"
PAGE = ROOT / "docs" / "languages.md"
BEGIN, END = "<!-- figures -->\n", "<!-- /figures -->\n"
HEAD = "| Code | Language | Edits that matter, found | Neutral edits, silent |\n|---|---|---|---|\n"


def table() -> str:
    """Return the table as Markdown: a row per language with a text."""
    return HEAD + "".join(map(_row, sorted(TEXTS.glob("*.toml"))))


def table_of_page() -> str:
    """Return the table that the page has."""
    return PAGE.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0].strip("\n") + "\n"


def write_page() -> None:
    """Write the table into the page."""
    before, begin, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{begin}\n{table()}\n{END}{rest.partition(END)[2]}", encoding="utf-8")


def _row(path: Path) -> str:
    text = tomllib.loads(path.read_text(encoding="utf-8"))
    found, missed, silent, alarms = (len(text.get(kind, ())) for kind in ("edits", "missed", "neutral", "alarms"))
    name = language_of(path.stem).name
    return f"| {path.stem} | {name} | {found} of {found + missed} | {silent} of {silent + alarms} |\n"


if __name__ == "__main__":
    write_page()
