"""`stet seed` and `stet list`: load collections into the library, and list its articles."""

from collections.abc import Iterable
from pathlib import Path

import click

from webapp.display.invisible import coded_text
from webapp.services import ArticleCard, PassagePart, Selection, Services, open_services, parse_day, sample_folders
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
@click.option("--outlet", default="", metavar="NAME", help="Only the articles of this outlet.")
@click.option("--since", default="", metavar="DATE", help="Only those published on this day or later: 2026-11-02.")
@click.option("--until", default="", metavar="DATE", help="Only those published on this day or earlier.")
@click.option("--language", default="", metavar="TAG", help="Only those in this language; pt has those in pt-BR too.")
def list_articles(query: tuple[str, ...], collection: str, outlet: str, since: str, until: str, language: str) -> None:
    """List the articles that have every word of QUERY, newest first; without QUERY, all of them."""
    first, last = parse_day(since, "since"), parse_day(until, "until")
    with open_services(load_settings()) as services:
        slug = services.collection_named(collection).slug if collection else ""
        selection = Selection(slug, outlet, first, last, language)
        found = services.find_articles(" ".join(query), MAX_LISTED, selection=selection)
    if not found:
        is_selected = query or selection != Selection()
        click.echo(
            "No article matches." if is_selected else "There are no articles yet: stet seed loads the samples.",
            err=True,
        )
    for each in found:
        click.echo(coded_text(_describe(each.article)))
        if each.passage:
            click.echo(coded_text(f"       {_marked(each.passage)}"))


def _marked(passage: Iterable[PassagePart]) -> str:
    """Return the sentence that was found, with brackets around the words."""
    return "".join(f"[{part.text}]" if part.is_marked else part.text for part in passage)


def _describe(card: ArticleCard) -> str:
    origin = ", ".join(filter(None, [card.outlet, str(card.published or "")]))
    return f"{card.id:>5}  {card.title} ({origin or 'no outlet'}; {card.words:,} words; version {card.version_number})"
