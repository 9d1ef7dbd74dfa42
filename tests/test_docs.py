"""The documents agree with the code: settings, routes, dependencies, commands; and their links lead somewhere."""

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import metadata
from itertools import chain
from pathlib import Path
from types import GenericAlias
from typing import Any

import pytest
from packaging.requirements import Requirement
from pydantic.fields import FieldInfo

from webapp.app import create_app
from webapp.exporters.formats import FORMATS
from webapp.settings import Settings

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
DOCUMENTS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted(DOCS.glob("*.md"))]

TYPES: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    Path: "path",
    Path | None: "path",
    GenericAlias(tuple, (str, ...)): "list",
}
UNITS = ("bytes", "seconds", "words")


def table_rows(document: str) -> list[list[str]]:
    """Return the cells of every table row of a document, without headings and separators."""
    lines = (DOCS / document).read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| `")]
    return [[cell.strip("`") for cell in row] for row in rows]


def written_default(field: FieldInfo) -> str:
    if field.default_factory:
        return "the system's folder for a user's data"
    if isinstance(field.default, bool):
        return str(field.default).lower()
    return "" if field.default in (None, ()) else str(field.default)


def setting_rows() -> Iterator[list[str]]:
    for name, field in Settings.model_fields.items():
        unit = name.rpartition("_")[2]
        yield [
            f"STET_{name.upper()}",
            TYPES[field.annotation],
            written_default(field),
            unit if unit in UNITS else "",
            field.description or "",
        ]


def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def to_run() -> set[str]:
    """Return the names of what Stet imports, every extra included. The extra `all` names Stet itself."""
    declared = project()["project"]
    extras = chain.from_iterable(declared["optional-dependencies"].values())
    return {Requirement(line).name for line in (*declared["dependencies"], *extras)} - {declared["name"]}


def to_develop() -> set[str]:
    return {Requirement(line).name for line in project()["dependency-groups"]["dev"]}


def to_build() -> set[str]:
    return {Requirement(line).name for line in project()["build-system"]["requires"]}


def locked_names(file: str) -> set[str]:
    lines = (ROOT / file).read_text(encoding="utf-8").splitlines()
    return {line.partition("==")[0] for line in lines if "==" in line and not line.startswith((" ", "#"))}


def test_the_settings_are_those_of_the_code_word_for_word() -> None:
    assert sorted(table_rows("settings.md")) == sorted(setting_rows())


def test_every_address_that_the_server_answers_is_listed_and_no_other(tmp_path: Path) -> None:
    answered = set()
    for rule in create_app(Settings(data_dir=tmp_path)).url_map.iter_rules():
        address = re.sub(r"<[^<>]*:(\w+)>", r"<\1>", rule.rule)
        answered |= {f"{method} {address}" for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}}
    assert {row[0] for row in table_rows("routes.md")} == answered


def test_every_kind_of_file_is_described_and_no_other() -> None:
    assert [row[0] for row in table_rows("sharing.md")] == list(FORMATS)


def test_every_dependency_is_listed_and_no_other() -> None:
    assert sorted(row[0] for row in table_rows("dependencies.md")) == sorted(to_run() | to_develop() | to_build())


def test_the_lock_files_hold_every_dependency_and_no_address() -> None:
    assert to_run() <= locked_names("requirements.txt")
    assert to_build() <= locked_names("requirements-build.txt")
    assert to_run() | to_develop() <= locked_names("requirements-dev.txt")
    for file in ROOT.glob("requirements*.txt"):
        assert "://" not in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "licence"), [row[:2] for row in table_rows("dependencies.md")])
def test_a_dependency_has_the_licence_that_is_listed(name: str, licence: str) -> None:
    declared = metadata(name)
    assert licence == (declared.get("License-Expression") or licence)
    assert licence


def test_every_make_command_is_documented_and_no_other() -> None:
    commands = re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    documented = {row[0].removeprefix("make ") for row in table_rows("development.md") if row[0].startswith("make ")}
    assert documented == set(commands) - {"help"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_every_link_between_documents_leads_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    assert [target for target in targets if "://" not in target and not (document.parent / target).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)
def test_the_lines_of_a_document_have_at_most_120_characters(document: Path) -> None:
    """Rows of tables cannot be wrapped. `make cases` and `make bench` write parts of these pages."""
    written = document.read_text(encoding="utf-8").partition("\n## Five seconds")[0]
    written = re.sub(r"<!-- (bench|against) -->.*?<!-- /\1 -->", "", written, flags=re.DOTALL)
    assert [line for line in written.splitlines() if len(line) > 120 and not line.startswith("|")] == []


def test_unreleased_changes_come_first() -> None:
    headings = re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert headings[0] == "Unreleased"
