"""`stet share`: freeze a comparison and print its link."""

from dataclasses import replace
from pathlib import Path

import click

from webapp.cli.disk import label_of, print_warnings, read_bytes
from webapp.cli.links import link_of
from webapp.cli.options import ENCODING, IGNORE, SHOW
from webapp.cli.output import is_printed
from webapp.cli.trouble import Trouble
from webapp.input.options import parse_options
from webapp.services import MAX_ID, Paste, Services, is_address, new_delete_key, open_services, parse_terms
from webapp.settings import Settings, load_settings

MAX_ID_DIGITS = len(str(MAX_ID))


@click.command()
@click.argument("old")
@click.argument("new")
@IGNORE
@SHOW
@ENCODING
@click.option("--title", default="", help="Title of the link.")
@click.option("--note", default="", help="Note to the readers of the link.")
@click.option("--expires", default="never", show_default=True, help="never, day, week, month, or a date: 2030-12-31.")
def share(
    old: str,
    new: str,
    ignore: tuple[str, ...],
    show: tuple[str, ...],
    encoding: str,
    title: str,
    note: str,
    expires: str,
) -> None:
    """Freeze a comparison; print its link and the key that deletes it. OLD and NEW: articles, files or addresses."""
    options, settings, key = parse_options(ignore, show), load_settings(), new_delete_key()
    terms = parse_terms(title, note, expires, key)
    named = [_number(name) if name.isdecimal() else (name, _bytes_of(name, settings)) for name in (old, new)]
    with open_services(settings) as services:
        sides = [side if isinstance(side, int) else _read(services, *side, encoding) for side in named]
        picked = [services.article(side).article.version_id if isinstance(side, int) else side for side in sides]
        public_id = services.share(picked, options, terms).permalink.public_id
    link = link_of(settings, public_id)
    if not is_printed(f"{link}\nKey to delete it, shown this once: {key}"):
        raise Trouble(f"The link was made, but could not be printed: {link} (key to delete it: {key}).")


def _number(written: str) -> int:
    """Errors: Trouble for a number too long for any article. `int` raises ValueError above 4,300 digits."""
    if len(written) > MAX_ID_DIGITS:
        raise Trouble("There is no such article.")
    return int(written)


def _bytes_of(name: str, settings: Settings) -> bytes:
    """Return a file's content, and nothing yet of an address.

    Errors: Trouble for an empty file, before a database is asked for.
    """
    if is_address(name):
        return b""
    data = read_bytes(name, settings)
    if not data:
        raise Trouble(f"{label_of(name)} is empty.")
    return data


def _read(services: Services, name: str, data: bytes, encoding: str) -> Paste:
    """Return the story in a file or at an address. Without a title of its own it gets the file's name."""
    if is_address(name):
        paste = services.read_address(name)
    else:
        paste = Paste.of_file(data, services.read_file(data, label_of(name), encoding))
    print_warnings(name, paste.warnings)
    return paste if paste.title else replace(paste, title=Path(name).name)
