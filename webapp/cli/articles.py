"""`stet describe` and `stet delete`: change what is said of an article, or delete it."""

import click

from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.display.phrases.links import kept_links
from webapp.services import MAX_ID, open_services
from webapp.settings import load_settings

NUMBER = click.IntRange(1, MAX_ID)


@click.command()
@click.argument("article", type=NUMBER)
@click.option("--title", help="Its title.")
@click.option("--outlet", help="Its outlet; an empty one for none.")
@click.option("--date", "published", help="Its date of publication, such as 2026-11-02; an empty one for none.")
@click.option("--collection", help="The name of its collection, made if there is none; an empty one for none.")
@click.option("--language", help="Its language, such as en or pt-BR; an empty one for none.")
def describe(article: int, **said: str | None) -> None:
    """Give ARTICLE, a number of stet list, another title, outlet, date, language or collection."""
    with open_services(load_settings()) as services:
        services.describe(article, {name: value for name, value in said.items() if value is not None})


@click.command()
@click.argument("article", type=NUMBER)
@click.option("--yes", is_flag=True, help="Delete it without asking.")
def delete(article: int, yes: bool) -> None:
    """Delete ARTICLE, a number of stet list. Links that were made of it keep their frozen texts."""
    with open_services(load_settings()) as services:
        known = services.article(article)
        click.echo(coded_text(f"{known.article.title}\n{kept_links(known.links)}"))
        if not yes and not _is_sure():
            raise Trouble("Nothing was deleted. With --yes it is deleted without asking.")
        services.delete_article(known.article.id)


def _is_sure() -> bool:
    """Ask. Where nobody can answer, the answer is no."""
    try:
        return click.confirm("Delete it?")
    except click.Abort:
        return False
