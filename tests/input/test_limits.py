"""Each figure that several rooms check is written once: a second place would be forgotten when the figure changes."""

import re
from pathlib import Path

import pytest

from tests.test_architecture import PACKAGE

TEMPLATES = PACKAGE.parent / "templates"
FIGURES = {
    "the longest title": (r"(?<![\w,])300\b", "webapp/input/limits.py"),
    "the longest note": (r"(?<!BYTES = )\b2_?000\b", "webapp/input/limits.py"),
    "what a message repeats": (r"ECHO_CHARS = ", "webapp/input/limits.py"),
    "the largest id": (r"2 ?\*\* ?63|\b19\b|9_?223", "webapp/storage/columns.py"),
    "the form of a link's id": (r"\{22\}", "webapp/storage/comparisons.py"),
    "words from which a page opens with its changes": (r"\b20_?000\b", "webapp/input/limits.py"),
    "the shortest secret key": (r"KEY_CHARS = 32|least 32", "webapp/start/secret_key.py"),
}
ROOMS = ("api", "cli", "input", "services", "start", "storage", "web")


def written() -> dict[str, str]:
    """Return the sources that check what somebody gives. Migrations are history, in which figures stay as they were."""
    modules = [path for room in ROOMS for path in (PACKAGE / room).rglob("*.py") if "migrations" not in path.parts]
    files = [*modules, PACKAGE / "settings.py", *TEMPLATES.rglob("*.html")]
    return {path.relative_to(PACKAGE.parent).as_posix(): path.read_text(encoding="utf-8") for path in files}


@pytest.mark.parametrize("figure", FIGURES)
def test_a_figure_is_written_once(figure: str) -> None:
    pattern, home = FIGURES[figure]
    assert [name for name, source in written().items() for _ in re.findall(pattern, source)] == [home]


def test_no_template_writes_how_long_a_field_may_be() -> None:
    templates = {name: source for name, source in written().items() if Path(name).suffix == ".html"}
    assert [name for name, source in templates.items() if re.search(r'maxlength="\d', source)] == []
