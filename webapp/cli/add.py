"""`stet add`: store files as articles."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from webapp.cli.disk import print_warnings, read_bytes
from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.errors import InvalidInput
from webapp.services import Paste, Services, open_services
from webapp.settings import Settings, load_settings


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def add(context: click.Context, files: tuple[Path, ...]) -> None:
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


def _files(named: Iterable[Path]) -> Iterator[Path]:
    """Yield the named files and those in the named folders, without hidden ones, in the order of their names."""
    for path in named:
        if path.is_dir():
            yield from _files(sorted(inner for inner in path.iterdir() if not inner.name.startswith(".")))
        else:
            yield path


def _add(services: Services, file: Path, settings: Settings) -> str:
    """Store a file and return the line about its article."""
    data = read_bytes(str(file), settings)
    story = services.read_file(data, str(file))
    card = services.article(services.add_article(Paste.of_file(data, story))).article
    print_warnings(str(file), story)
    return f"{card.id:>5}  {card.title} ({file})"
