"""Options that several commands have."""

import click

from webapp.engine.options import IGNORABLE

OUTPUT = click.option("-o", "--output", metavar="FILE", default="-", help="File to write to; - is standard output.")
IGNORE = click.option("--ignore", multiple=True, metavar="NAMES", help=f"What does not count: {', '.join(IGNORABLE)}.")
SHOW = click.option(
    "--show", multiple=True, metavar="NAMES", help="What counts although by default it does not: spacing."
)
