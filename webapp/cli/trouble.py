"""Expected failures: one line on standard error and exit status 2."""

import click

from webapp.display.invisible import coded_text


class Trouble(click.ClickException):
    """An expected failure: 1 already means "different". It may name a file or a collection, as strangers named them."""

    exit_code = 2

    def format_message(self) -> str:
        return coded_text(self.message)
