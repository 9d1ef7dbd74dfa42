"""`stet add`: store files, and pages at addresses, as articles."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from webapp.cli.disk import print_warnings, read_bytes
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
        for file in _files(files):
            try:
                click.echo(coded_text(_add(services, file, settings)))
            except (InvalidInput, Trouble) as error:
                is_complete = False
                click.echo(coded_text(error.message), err=True)
    context.exit(0 if is_complete else Trouble.exit_code)


def _files(named: Iterable[str]) -> Iterator[str]:
    """Yield the addresses, the named files and those in the named folders, without hidden ones, in order of names."""
    for name in named:
        if not is_address(name) and Path(name).is_dir():
            yield from _files(str(inner) for inner in sorted(Path(name).iterdir()) if not inner.name.startswith("."))
        else:
            yield name


def _add(services: Services, name: str, settings: Settings) -> str:
    """Store a file, or the page at an address, and return the line about its article."""
    story = services.read_address(name) if is_address(name) else _read(services, name, settings)
    card = services.article(services.add_article(story)).article
    print_warnings(name, story)
    return f"{card.id:>5}  {card.title} ({name})"


def _read(services: Services, name: str, settings: Settings) -> Paste:
    data = read_bytes(name, settings)
    return Paste.of_file(data, services.read_file(data, name))
