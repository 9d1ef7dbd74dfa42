"""The command `stet`: arguments and exit codes, one module per command. Expected failures print one line on stderr."""

import click

from webapp import __version__
from webapp.cli.group import COMMANDS, Commands


@click.group(cls=Commands, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stet")
def main() -> None:
    """Compare published versions of a story, word by word."""
