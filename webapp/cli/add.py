"""`stet add`: store files, and pages at addresses, as articles."""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import click

from webapp.cli.disk import print_warnings, read_bytes
from webapp.cli.progress import counted
from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.errors import InvalidInput
from webapp.services import Paste, Services, is_address, open_services
from webapp.settings import Settings, load_settings


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.pass_context
def add(context: click.Context, files: tuple[str, ...]) -> None:
    """Add FILES to the library, with all that are in folders, and list them. Adding them again changes nothing."""
    settings = load_settings()
    is_complete = True
    with open_services(settings) as services:
        # One query for many files: the checksums have no index.
        known = services.articles_of_files() if any(map(_is_folder, files)) else {}
        for file in counted(list(_files(files)), "Adding"):
            try:
                click.echo(coded_text(_add(services, file, settings, known)))
            except (InvalidInput, Trouble) as error:
                is_complete = False
                click.echo(coded_text(error.message), err=True)
    context.exit(0 if is_complete else Trouble.exit_code)


def _files(named: Iterable[str]) -> Iterator[str]:
    """Yield the addresses, the named files and those in the named folders, without hidden ones, in order of names."""
    for name in named:
        if _is_folder(name):
            yield from _files(str(inner) for inner in sorted(Path(name).iterdir()) if not inner.name.startswith("."))
        else:
            yield name


def _is_folder(name: str) -> bool:
    return not is_address(name) and Path(name).is_dir()


def _add(services: Services, name: str, settings: Settings, known: Mapping[str, int]) -> str:
    """Store a file, or the page at an address, and return the line about its article. A known file is not read."""
    if is_address(name):
        return _keep(services, name, services.read_address(name))
    data = read_bytes(name, settings)
    article_id = known.get(sha256(data).hexdigest())
    if article_id is not None:
        return _line(services, name, article_id)
    return _keep(services, name, Paste.of_file(data, services.read_file(data, name)))


def _keep(services: Services, name: str, story: Paste) -> str:
    article_id = services.add_article(story)
    print_warnings(name, story)
    return _line(services, name, article_id)


def _line(services: Services, name: str, article_id: int) -> str:
    card = services.article(article_id).article
    return f"{card.id:>5}  {card.title} ({name})"
