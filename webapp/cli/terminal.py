"""Print a comparison: in colour on a terminal, elsewhere as `[-deleted-]` and `{+inserted+}`."""

from collections.abc import Iterable

import click
from rich.console import Console
from rich.text import Text

from webapp.display.invisible import coded_text
from webapp.display.model import Piece
from webapp.display.phrases.files import NO_CHANGES
from webapp.display.phrases.marks import marked
from webapp.display.rows import inline
from webapp.engine.model import Comparison, Op

STYLES: dict[Op, str] = {"equal": "", "delete": "yellow strike", "insert": "blue underline"}


def print_comparison(comparison: Comparison) -> None:
    """Print the text with its changes; use a pager if it is longer than the screen."""
    if not comparison.changes:
        click.echo(NO_CHANGES)
        return
    console = Console(highlight=False, soft_wrap=True)
    with console.capture() as captured:
        rows = sum(_print_line(console, row.cell.pieces) for row in inline.rows(comparison))
    if console.file.isatty() and rows >= console.height:
        click.echo_via_pager(captured.get().rstrip("\n"), color=True)
    else:
        click.echo(captured.get(), nl=False, color=True)


def _print_line(console: Console, pieces: Iterable[Piece]) -> int:
    """Print a paragraph, in colour or with marks. Return how many rows it fills."""
    if console.is_terminal and console.color_system is not None and not console.no_color:
        line = Text.assemble(*((_text(piece), STYLES[piece.op]) for piece in pieces))
    else:
        line = Text("".join(marked(piece.op, _text(piece)) for piece in pieces))
    console.print(line)
    return line.cell_len // console.width + 1


def _text(piece: Piece) -> str:
    return coded_text(piece.text)
