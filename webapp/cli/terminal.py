"""Print a comparison on a terminal: in colour, or as `[-deleted-]` and `{+inserted+}` if it has or wants none."""

from collections.abc import Iterable

import click
from rich.console import Console
from rich.text import Text

from webapp.cli.printing import marked_line
from webapp.display.invisible import coded_text
from webapp.display.model import Piece
from webapp.display.rows import inline
from webapp.engine.model import Comparison, Op

STYLES: dict[Op, str] = {"equal": "", "delete": "yellow strike", "insert": "blue underline"}


def print_in_colour(comparison: Comparison) -> None:
    """Print the text with its changes; use a pager if it is longer than the screen."""
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
        line = Text.assemble(*((coded_text(piece.text), STYLES[piece.op]) for piece in pieces))
    else:
        line = Text(marked_line(pieces))
    console.print(line)
    return line.cell_len // console.width + 1
