"""A progress bar on standard error, if that is a terminal. What is printed meanwhile stands above it."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Item = TypeVar("Item")


def counted(items: Sequence[Item], what: str) -> Iterator[Item]:
    """Yield the items and show how far they are. `what` they are stands before the bar."""
    with _bar(what) as bar:
        yield from bar.track(items)


def count_down(left: Iterable[int], what: str) -> int:
    """Show how far a work is that yields how much of it is left. Return how much it was."""
    whole = 0
    with _bar(what) as bar:
        task = bar.add_task(what)
        for rest in left:
            whole = max(whole, rest)
            bar.update(task, total=whole, completed=whole - rest)
    return whole


@contextmanager
def counting(what: str, whole: int) -> Iterator[Callable[[int], None]]:
    """Show how far a work is. What is yielded takes how much of it is done."""
    with _bar(what) as bar:
        task = bar.add_task(what, total=whole)
        yield lambda done: bar.update(task, completed=done)


def _bar(what: str) -> Progress:
    console = Console(stderr=True)
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Standard output in a pipe or a file is none of the bar's business.
    return Progress(*columns, console=console, disable=not console.is_terminal, redirect_stdout=sys.stdout.isatty())
