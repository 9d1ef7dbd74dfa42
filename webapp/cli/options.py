"""Options shared by several commands."""

import click

from webapp.engine.options import IGNORABLE

OUTPUT = click.option("-o", "--output", metavar="FILE", default="-", help="File to write to; - is standard output.")
IGNORE = click.option(
    "--ignore", multiple=True, metavar="NAMES", help=f"Differences to ignore: {', '.join(IGNORABLE)}."
)
SHOW = click.option(
    "--show", multiple=True, metavar="NAMES", help="Differences to show that are ignored by default: spacing."
)
