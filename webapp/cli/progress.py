"""A progress bar on standard error, if that is a terminal. What is printed meanwhile stands above it."""

import sys
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn


def counted(names: Sequence[str], what: str) -> Iterator[str]:
    """Yield the names and show how far they are. `what` they are stands before the bar."""
    console = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Standard output in a pipe or a file is none of the bar's business.
    with Progress(
        *columns, console=console, disable=not console.is_terminal, redirect_stdout=sys.stdout.isatty()
    ) as bar:
        yield from bar.track(names)
