"""`stet watch`: watch articles, watch them no longer, list those that are watched."""

from collections.abc import Iterator

import click

from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.display.phrases.captures import capture_report
from webapp.display.phrases.watches import every
from webapp.errors import InvalidInput, NotFound
from webapp.services import MAX_ID, MAX_MINUTES, MIN_MINUTES, Services, WatchedArticle, is_address, open_services
from webapp.settings import load_settings

LISTED_AT_ONCE = 200


@click.command()
@click.argument("articles", nargs=-1)
@click.option(
    "--every",
    "minutes",
    type=click.IntRange(MIN_MINUTES, MAX_MINUTES),
    default=60,
    help="Minutes between two captures, 15 to 1440. Default: 60.",
)
@click.option("--stop", is_flag=True, help="Watch these articles no longer.")
@click.pass_context
def watch(context: click.Context, articles: tuple[str, ...], minutes: int, stop: bool) -> None:
    """Fetch ARTICLES (numbers, or addresses, which are added) again and again. Without any, list the watched ones."""
    is_complete = True
    with open_services(load_settings(), create=bool(articles)) as services:
        if not articles:
            _list(services)
        for named in articles:
            try:
                click.echo(coded_text(_stop(services, named) if stop else _watch(services, named, minutes)))
            except (InvalidInput, NotFound, Trouble) as error:
                is_complete = False
                click.echo(coded_text(f"{named}: {error.message}"), err=True)
    context.exit(0 if is_complete else Trouble.exit_code)


def _watch(services: Services, named: str, minutes: int) -> str:
    article_id = services.add_article(services.read_address(named)) if is_address(named) else _number(named)
    services.watch(article_id, minutes)
    return f"{article_id:>5}  {services.article(article_id).article.title} (fetched again {every(minutes)})"


def _stop(services: Services, named: str) -> str:
    article_id = _number(named)
    services.unwatch(article_id)
    return f"{article_id:>5}  {services.article(article_id).article.title} (watched no longer)"


def _list(services: Services) -> None:
    for each in _watched(services):
        last = each.last_capture
        said = capture_report(last.outcome, last.said, last.failures) if last else "not fetched again yet."
        click.echo(coded_text(f"{each.article.id:>5}  {each.article.title} ({every(each.watch.minutes)}): {said}"))


def _watched(services: Services) -> Iterator[WatchedArticle]:
    after = 0
    while part := services.watched(LISTED_AT_ONCE, after):
        yield from part
        after = part[-1].article.id


def _number(named: str) -> int:
    """Errors: Trouble."""
    if not named.isdecimal() or not 1 <= int(named) <= MAX_ID:
        raise Trouble("An article is named by its number: stet list shows it.")
    return int(named)
