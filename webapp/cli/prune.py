"""`stet prune`: what has ended, removed."""

import click

from webapp.services import open_services
from webapp.settings import load_settings


@click.command()
def prune() -> None:
    """Remove links that have ended, and the texts that were given for them alone."""
    with open_services(load_settings()) as services:
        gone = services.prune()
    click.echo(f"Removed: {gone.links:,} links, {gone.articles:,} articles, {gone.texts:,} texts.")
