"""One name for one thing: what is called the same is the same."""

import ast
from collections import defaultdict
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "webapp"


def classes(source: str) -> list[str]:
    return [node.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ClassDef)]


def test_a_class_name_is_unique() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for module in sorted(PACKAGE.rglob("*.py")):
        for name in classes(module.read_text(encoding="utf-8")):
            places[name].append(module.relative_to(PACKAGE).as_posix())
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def test_the_reader_of_classes_finds_private_and_inner_ones() -> None:
    assert classes("class _Outer:\n    class Inner: ...") == ["_Outer", "Inner"]
