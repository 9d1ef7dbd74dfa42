"""Sections of a document that a program writes: the text between two marks, `<!-- bench -->` and `<!-- /bench -->`."""

from pathlib import Path


def read_from(document: Path, mark: str) -> str:
    """Return the text between the two marks of a document, without the empty lines around it."""
    _, _, rest = document.read_text(encoding="utf-8").partition(f"<!-- {mark} -->")
    return rest.partition(f"<!-- /{mark} -->")[0].strip("\n")


def write_into(document: Path, text: str, mark: str) -> None:
    """Put `text` between the two marks of a document; ValueError where it has none."""
    opening, closing = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, begin, rest = document.read_text(encoding="utf-8").partition(opening)
    _, end, after = rest.partition(closing)
    if not (begin and end):
        raise ValueError(f"{document.name} has no place for the tables: put {opening} and {closing} there")
    document.write_text(f"{before}{opening}\n\n{text}\n\n{closing}{after}", encoding="utf-8")
