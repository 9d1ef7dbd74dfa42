"""Texts and answers of other people, which lie beside the checkout; without them what needs them is skipped."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
SAMPLES = ROOT / "seeds" / "un-xinjiang-report-2022"

needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir() or not (SHARED / "dev-data").is_dir(),
    reason="the folders gold and dev-data are not in ../shared, beside the checkout",
)


def read_sample(name: str) -> str:
    return (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8")


def read_gold(name: str) -> dict[str, Any]:
    answers: dict[str, Any] = json.loads((SHARED / "gold" / f"{name}.json").read_text(encoding="utf-8"))
    return answers


def read_lines(name: str) -> Iterator[dict[str, Any]]:
    """Yield the records of a file of JSON lines, gzipped or not."""
    path = SHARED / "dev-data" / name
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)
