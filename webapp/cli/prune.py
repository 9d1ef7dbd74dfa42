"""`stet prune`: remove expired links and texts."""

import click

from webapp.services import open_services
from webapp.settings import load_settings


@click.command()
def prune() -> None:
    """Remove expired links, the texts that only they used, and texts that are held no longer."""
    with open_services(load_settings()) as services:
        gone = services.prune()
    click.echo(f"Removed: {gone.links:,} links, {gone.articles:,} articles, {gone.texts:,} texts.")
