"""`stet seed` and `stet list`: load collections into the library, and list its articles."""

from collections.abc import Iterable
from pathlib import Path

import click

from webapp.display.invisible import coded_text
from webapp.services import ArticleCard, Selection, Services, open_services, sample_folders
from webapp.settings import load_settings

MAX_LISTED = 1_000


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
def seed(folders: tuple[Path, ...]) -> None:
    """Load the collections in FOLDERS, or the samples. Loading them again changes nothing."""
    with open_services(load_settings(), create=True) as services:
        for line in load_collections(services, folders or sample_folders()):
            click.echo(coded_text(line))


def load_collections(services: Services, folders: Iterable[Path]) -> list[str]:
    """Load the collections in these folders and return one line of report for each."""
    reports = [services.seed(folder) for folder in folders]
    return [f"{report.collection}: {report.added} added, {report.unchanged} unchanged" for report in reports]


@click.command("list")
@click.argument("query", nargs=-1)
@click.option("--collection", default="", metavar="NAME", help="Only the articles of this collection.")
def list_articles(query: tuple[str, ...], collection: str) -> None:
    """List the articles that have every word of QUERY, newest first; without QUERY, all of them."""
    with open_services(load_settings()) as services:
        slug = services.collection_named(collection).slug if collection else ""
        cards = services.search_articles(" ".join(query), MAX_LISTED, selection=Selection(slug))
    if not cards:
        click.echo(
            "No article matches." if query else "There are no articles yet: stet seed loads the samples.", err=True
        )
    for card in cards:
        click.echo(coded_text(_describe(card)))


def _describe(card: ArticleCard) -> str:
    origin = ", ".join(filter(None, [card.outlet, str(card.published or "")]))
    return f"{card.id:>5}  {card.title} ({origin or 'no outlet'}; {card.words:,} words; version {card.version_number})"
