"""Options shared by several commands."""

import click

from webapp.engine.options import IGNORABLE

OUTPUT = click.option("-o", "--output", metavar="FILE", default="-", help="File to write to; - is standard output.")
ENCODING = click.option(
    "--encoding", default="", metavar="NAME", help="Encoding of text files that are not UTF-8 or UTF-16."
)
IGNORE = click.option(
    "--ignore", multiple=True, metavar="NAMES", help=f"Differences to ignore: {', '.join(IGNORABLE)}."
)
SHOW = click.option(
    "--show", multiple=True, metavar="NAMES", help="Differences to show that are ignored by default: spacing."
)
