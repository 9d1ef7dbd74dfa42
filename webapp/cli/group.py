"""Which module has which command: it is loaded when its command is asked for, since most need much that others do not.

`stet diff` brings the engine alone. `stet --help` says a line of each command, and so loads all.
"""

from collections.abc import Iterator, Mapping
from pkgutil import resolve_name
from typing import Any, cast

import click

from webapp.cli.trouble import Trouble
from webapp.errors import StetError


class Shelf(Mapping[str, click.Command]):
    """Commands by their names, each loaded when it is taken out."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def __getitem__(self, name: str) -> click.Command:
        return cast(click.Command, resolve_name(self._places[name]))

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


COMMANDS = Shelf(
    {
        "diff": "webapp.cli.diff:diff",
        "export": "webapp.cli.export:export",
        "list": "webapp.cli.library:list_articles",
        "prune": "webapp.cli.prune:prune",
        "seed": "webapp.cli.library:seed",
        "serve": "webapp.cli.serve:serve",
        "share": "webapp.cli.share:share",
        "verify": "webapp.cli.verify:verify",
    }
)


class Commands(click.Group):
    """Commands whose expected failures are told in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except StetError as error:
            raise Trouble(error.message) from error
