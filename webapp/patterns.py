"""Patterns that are compiled when they are first used.

The library `regex` is written in Python as far as it compiles: all patterns of the engine take as long as all the rest
of comparing two short texts, which use one in four of them.
"""

from functools import cached_property
from typing import Any, cast

import regex


class LazyPattern:
    """A pattern that does not exist yet. Each method is looked up once, and then is an attribute like any other."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    @cached_property
    def _compiled(self) -> "regex.Pattern[str]":
        return regex.compile(self._source, self._flags)


def lazy_pattern(source: str, flags: int = 0) -> "regex.Pattern[str]":
    """Return what `regex.compile` returns. An invalid pattern raises at its first use, not here."""
    return cast("regex.Pattern[str]", LazyPattern(source, flags))
