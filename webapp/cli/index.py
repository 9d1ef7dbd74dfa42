"""`stet index`: put what the search does not know yet into its index."""

import click

from webapp.cli.progress import count_down
from webapp.services import open_services
from webapp.settings import load_settings


@click.command()
def index() -> None:
    """Put articles that an earlier Stet stored into the index of the search. Interrupted, it goes on the next time."""
    with open_services(load_settings()) as services:
        done = count_down(services.index_missing(), "Indexing")
    click.echo(f"Put into the index: {done:,} articles." if done else "Every article is in the index.")
