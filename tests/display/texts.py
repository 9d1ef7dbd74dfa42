"""Comparisons of small texts, a paragraph a line, and what is drawn of them in brackets."""

from collections.abc import Iterable

from webapp.display.model import Piece
from webapp.engine import compare
from webapp.engine.model import Comparison
from webapp.engine.options import Options

SIGNS = {"equal": "{}", "delete": "[-{}-]", "insert": "[+{}+]"}


def compared(old: Iterable[str], new: Iterable[str], **options: object) -> Comparison:
    return compare("\n\n".join(old), "\n\n".join(new), Options(**options))  # type: ignore[arg-type]


def drawn(pieces: Iterable[Piece]) -> str:
    """Return pieces as people write them: The [-cat-][+dog+] sat."""
    return "".join(SIGNS[piece.op].format(piece.text) for piece in pieces)
