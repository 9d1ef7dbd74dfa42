"""Print a comparison: on a terminal by `terminal.py`, elsewhere as `[-deleted-]` and `{+inserted+}`."""

import sys
from collections.abc import Iterable
from pkgutil import resolve_name

import click

from webapp.display.invisible import coded_text
from webapp.display.model import Piece
from webapp.display.phrases.files import NO_CHANGES
from webapp.display.phrases.marks import marked
from webapp.display.rows import inline
from webapp.engine.model import Comparison
from webapp.start.environment import may_want_colour


def print_comparison(comparison: Comparison) -> None:
    """Print the text with its changes.

    What writes in colour is loaded for a terminal only. Elsewhere the same is printed as on a terminal without colour,
    with spaces for tabs.
    """
    if not comparison.changes:
        click.echo(NO_CHANGES)
    elif sys.stdout.isatty() or may_want_colour():
        resolve_name("webapp.cli.terminal:print_in_colour")(comparison)
    else:
        click.echo("\n".join(marked_line(row.cell.pieces) for row in inline.rows(comparison)).expandtabs())


def marked_line(pieces: Iterable[Piece]) -> str:
    """Return a paragraph with marks in place of colours."""
    return "".join(marked(piece.op, coded_text(piece.text)) for piece in pieces)
