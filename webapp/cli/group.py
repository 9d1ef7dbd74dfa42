"""The commands by name. Each module is loaded on first use: most commands import more than `stet diff` needs.

`stet --help` prints a line for each command, so it loads them all.
"""

import sys
from collections.abc import Iterator, Mapping
from pkgutil import resolve_name
from typing import Any, cast

import click

from webapp.cli.output import safe_output
from webapp.cli.trouble import Trouble
from webapp.errors import StetError


class Shelf(Mapping[str, click.Command]):
    """Commands by name, each imported on first access."""

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
        "add": "webapp.cli.add:add",
        "deliver": "webapp.cli.deliver:deliver",
        "delete": "webapp.cli.articles:delete",
        "describe": "webapp.cli.articles:describe",
        "diff": "webapp.cli.diff:diff",
        "export": "webapp.cli.export:export",
        "fetch": "webapp.cli.fetch:fetch",
        "index": "webapp.cli.index:index",
        "list": "webapp.cli.library:list_articles",
        "prune": "webapp.cli.prune:prune",
        "seed": "webapp.cli.library:seed",
        "serve": "webapp.cli.serve:serve",
        "share": "webapp.cli.share:share",
        "verify": "webapp.cli.verify:verify",
        "watch": "webapp.cli.watch:watch",
        "work": "webapp.cli.work:work",
    }
)


class Commands(click.Group):
    """A group that reports expected failures in one line."""

    def main(self, *arguments: Any, **named: Any) -> Any:
        with safe_output():
            return super().main(*arguments, **named)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except StetError as error:
            raise Trouble(error.message) from error
        finally:
            sys.stdout.flush()  # here a failure is still Trouble
