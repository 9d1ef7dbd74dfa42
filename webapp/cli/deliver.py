"""`stet deliver`: announce new versions to the webhook."""

import click

from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.display.phrases.figures import instant
from webapp.services import open_services
from webapp.settings import load_settings


@click.command()
@click.pass_context
def deliver(context: click.Context) -> None:
    """Announce the versions that are due to the webhook of the settings, and list what came of each."""
    is_complete = True
    with open_services(load_settings()) as services:
        for told in services.deliver_announcements():
            is_complete = is_complete and told.is_sent
            click.echo(coded_text(f"{told.title}: {told.said}"), err=not told.is_sent)
        waiting = services.waiting_announcements()
    if waiting.due_at:
        click.echo(f"{waiting.count:,} wait; the next attempt is due on {instant(waiting.due_at)}.", err=True)
    context.exit(0 if is_complete else Trouble.exit_code)
