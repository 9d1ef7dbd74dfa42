"""`common.toml`: what is read in texts of every language."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

COMMON = "common.toml"


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(Path(__file__).with_name(COMMON).read_text(encoding="utf-8"))


def common(key: str) -> Any:
    """Return what `common.toml` has under a key."""
    return _table()[key]


@cache
def possessives() -> tuple[str, ...]:
    """Return the endings that make a possessive of a word or a name, in a text of any language."""
    return tuple(common("possessives"))
