"""The thresholds of the engine, as the comments above them say, and the table of them in docs/engine.md.

    # Two sentences are partners from here on.       what it decides
    # Range: .15–.40 similarity                      within which it was tried, in its unit
    # Why: above .28 simplified news loses links     what chose the default
    # Cases: 13: *a*, *b* …                          whose view changes at either end of the range, if that was tried
    MIN_LINK_SCORE = 0.25

`make thresholds` rewrites the table.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.engine.shared import ROOT
from tests.sections import read_from, write_into

ENGINE = ROOT / "webapp" / "engine"
PAGE = ROOT / "docs" / "engine.md"
ROOMS = ("text", "align", "story", "edits", "changes", "languages", "options.py")
MARK = "thresholds"
HEAD = (
    "| Name | File | Default | Range | What it decides | What chose it | Cases |\n"
    "|---|---|---|---|---|---|---|\n"
)  # fmt: skip
NAME = re.compile(r"[A-Z][A-Z_]+|max_\w+")
LABEL = re.compile(r"(Range|Why|Cases): (.*)")


class Threshold(NamedTuple):
    """A number of the engine; `labels` are Range, Why and, if it was tried, Cases."""

    name: str
    file: str
    default: float
    decides: str
    labels: dict[str, str]

    def row(self) -> str:
        label = self.labels
        cells = (f"`{self.name}`", f"`{self.file}`", f"{self.default:,}", label["Range"], self.decides, label["Why"])
        return f"| {' | '.join(cells)} | {label.get('Cases', '–')} |\n"


def thresholds() -> list[Threshold]:
    """Return the thresholds of all rooms, in the order of the stages."""
    files = sorted(
        ENGINE.rglob("*.py"),
        key=lambda file: (_room(file), "flags" in file.parts, file.name == "__init__.py", file.name),
    )
    return [threshold for file in files for threshold in _thresholds_of(file)]


def table() -> str:
    """Return the table as Markdown."""
    return (HEAD + "".join(threshold.row() for threshold in thresholds())).strip("\n")


def table_of_page() -> str:
    """Return the table that docs/engine.md holds."""
    return read_from(PAGE, MARK)


def write_page() -> None:
    """Write the table into docs/engine.md."""
    write_into(PAGE, table(), MARK)


def _room(file: Path) -> int:
    name = file.relative_to(ENGINE).parts[0]
    return ROOMS.index(name) if name in ROOMS else len(ROOMS)


def _thresholds_of(file: Path) -> Iterator[Threshold]:
    source = file.read_text(encoding="utf-8")
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value and (number := _number(node.value)) is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            if isinstance(target, ast.Name) and NAME.fullmatch(target.id):
                decides, labels = _comment_above(lines, node.lineno - 1)
                yield Threshold(target.id, file.relative_to(ENGINE).as_posix(), number, decides, labels)


def _number(value: ast.expr) -> float | None:
    """Return a number that is written out or shifted: 0.25, 1 << 17."""
    match value:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return number
        case ast.BinOp(
            left=ast.Constant(value=int() as base), op=ast.LShift(), right=ast.Constant(value=int() as bits)
        ):
            return base << bits
    return None


def _comment_above(lines: list[str], at: int) -> tuple[str, dict[str, str]]:
    """Return what a comment says before its labels, and the text of each label."""
    texts: dict[str, str] = {"": ""}
    start = at
    while start and lines[start - 1].strip().startswith("# "):
        start -= 1
    for line in lines[start:at]:
        text = line.strip().removeprefix("# ")
        labelled = LABEL.fullmatch(text)
        name, text = labelled.groups() if labelled else (next(reversed(texts)), text)
        texts[name] = f"{texts.get(name, '')} {text}".strip()
    return texts.pop(""), texts


if __name__ == "__main__":
    write_page()
