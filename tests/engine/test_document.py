"""The thresholds, tests and cases that docs/engine.md names exist, and no threshold is missing."""

import re
from collections.abc import Iterator
from dataclasses import fields
from importlib import import_module
from pathlib import Path

from tests.engine.cases import CASES
from tests.engine.shared import ROOT
from webapp.engine.options import Limits

ENGINE = ROOT / "webapp" / "engine"
DOCUMENT = (ROOT / "docs" / "engine.md").read_text(encoding="utf-8")


def _constants(module: Path) -> Iterator[tuple[str, str, float]]:
    """Yield the numbers that a module of the engine gives an upper-case name, with its file."""
    file = module.relative_to(ENGINE).as_posix()
    name = ".".join(("webapp", "engine", *module.relative_to(ENGINE).with_suffix("").parts)).removesuffix(".__init__")
    written = re.findall(r"^([A-Z][A-Z_]+)(?:: \w+)? = ", module.read_text(encoding="utf-8"), flags=re.MULTILINE)
    values = vars(import_module(name))
    yield from ((constant, file, values[constant]) for constant in written if isinstance(values[constant], int | float))


def _listed() -> set[tuple[str, str, float]]:
    rows = re.findall(r"^\| `(\w+)` \| `([\w/.]+)` \| ([\d.,]+) \|", DOCUMENT, flags=re.MULTILINE)
    return {(name, file, float(value.replace(",", ""))) for name, file, value in rows}


def test_the_table_lists_every_number_of_the_engine_with_its_value_and_no_other() -> None:
    limits = {(field.name, "options.py", getattr(Limits(), field.name)) for field in fields(Limits)}
    constants = {constant for module in sorted(ENGINE.rglob("*.py")) for constant in _constants(module)}
    assert _listed() == limits | constants


def test_every_test_that_is_named_is_there() -> None:
    there = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in [file.name, *re.findall(r"def (test_\w+)", file.read_text(encoding="utf-8"))]
    }
    named = set(re.findall(r"`(?:[\w/]+/)?(test_\w+(?:\.py)?)`", DOCUMENT))
    assert named and named <= there, named - there


def test_every_case_that_is_named_is_there() -> None:
    there = {file.name.removesuffix(".expected.txt") for file in CASES.rglob("*.expected.txt")}
    named = set(re.findall(r"\*([a-z][\w-]+)\*", DOCUMENT))
    assert named and named <= there, named - there
