"""Comparisons as people write them: `The <del>cat</del><ins>dog</ins> sat.`"""

from collections.abc import Iterable

from webapp.display.model import Piece
from webapp.display.rows import inline
from webapp.engine import Options, compare

_TAGS = {"equal": "{}", "delete": "<del>{}</del>", "insert": "<ins>{}</ins>"}


def marked(pieces: Iterable[Piece]) -> str:
    return "".join(_TAGS[piece.op].format(piece.text) for piece in pieces)


def shown(old: str, new: str, options: Options | None = None) -> str:
    """Return the inline view, a line a row."""
    return "\n".join(marked(row.cell.pieces) for row in inline.rows(compare(old, new, options)))
