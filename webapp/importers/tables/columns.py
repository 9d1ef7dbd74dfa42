"""Which columns hold what, by their names. The names are data: `columns.txt`."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from unicodedata import normalize

Columns = Mapping[str, tuple[int, ...]]
"""The places of the columns that hold a part of a story, by the name of the part; the likeliest first."""


def columns_in(head: Sequence[str]) -> Columns:
    """Return the columns that a head row names.

    >>> columns_in(["ID", "Post Title", "Content"])
    {'title': (1,), 'body': (2,)}
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for place, name in enumerate(head):
        part, rank = _names().get(_tidy(name), ("", 0))
        if part:
            places.setdefault(part, []).append((rank, place))
    return {part: tuple(place for _, place in sorted(found)) for part, found in places.items()}


def is_of_stories(columns: Columns) -> bool:
    """Return whether a table with these columns has stories: their texts, and what tells them apart."""
    return "body" in columns and ("title" in columns or "date" in columns)


@cache
def _names() -> Mapping[str, tuple[str, int]]:
    """Return part and rank by the tidy name of a column."""
    content = Path(__file__).with_name("columns.txt").read_text(encoding="utf-8")
    names: dict[str, tuple[str, int]] = {}
    for line in content.splitlines():
        part, _, listed = ("" if line.startswith("#") else line).partition(" ")
        for name in listed.split():
            names.setdefault(_tidy(name), (part, len(names)))
    return names


def _tidy(name: str) -> str:
    """Return the letters and digits of a name, in any case.

    >>> _tidy("\\ufeffPost_Title "), _tidy("Body (value)")
    ('posttitle', 'bodyvalue')
    """
    return "".join(filter(str.isalnum, normalize("NFC", name).casefold()))
