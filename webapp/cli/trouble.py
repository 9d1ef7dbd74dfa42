"""Expected failures: one line on stderr and exit status 2."""

import click

from webapp.display.invisible import coded_text


class Trouble(click.ClickException):
    """An expected failure, with status 2 because 1 means "different".

    The message may quote names of files and collections, so control characters in it are shown by name.
    """

    exit_code = 2

    def format_message(self) -> str:
        return coded_text(self.message)
