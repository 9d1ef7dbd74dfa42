"""`stet …`: arguments and exit codes only, one command a module. Expected failures are one line on standard error."""

import click

from webapp import __version__
from webapp.cli.group import COMMANDS, Commands


@click.group(cls=Commands, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stet")
def main() -> None:
    """See, word by word, what was changed between two published versions of a story."""
