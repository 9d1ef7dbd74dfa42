"""`stet diff`: compare two files. Loads the engine only: no site, no database, no settings unless one is set."""

from pkgutil import resolve_name
from typing import cast

import click

from webapp.cli.disk import STANDARD, print_warnings, read_text, write_file
from webapp.cli.options import ENCODING, IGNORE, OUTPUT, SHOW
from webapp.cli.printing import print_comparison
from webapp.cli.trouble import Trouble
from webapp.engine import Comparison, compare
from webapp.exporters.formats import FORMATS
from webapp.fetching.written import is_address
from webapp.importers.process.reader import Reader
from webapp.input.addresses import gate_of, read_address
from webapp.input.files import check_whole
from webapp.input.limits import DEFAULT_LIMITS, TextLimits
from webapp.input.options import parse_options
from webapp.start.environment import holds_settings

TEXT = "text"


@click.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice([TEXT, *FORMATS]),
    default=TEXT,
    help="text, or a kind of file.",
)
@IGNORE
@SHOW
@ENCODING
@OUTPUT
@click.pass_context
def diff(
    context: click.Context,
    old: str,
    new: str,
    form: str,
    ignore: tuple[str, ...],
    show: tuple[str, ...],
    encoding: str,
    output: str,
) -> None:
    """Compare two files or addresses word by word; - is standard input. Exit status: 0 same, 1 different, 2 trouble."""
    options, limits = parse_options(ignore, show), _limits()
    if old == new == STANDARD:
        raise Trouble("Only one side can come from standard input.")
    with Reader() as reader:
        old_text, new_text = (_text(name, limits, reader, encoding) for name in (old, new))
    comparison = compare(old_text, new_text, options)
    if form == TEXT:
        print_comparison(comparison)
    else:
        write_file(_file(comparison, old, new, form), output, is_text=FORMATS[form].is_text)
    context.exit(1 if comparison.changes else 0)


def _text(name: str, limits: TextLimits, reader: Reader, encoding: str) -> str:
    """Return the text of the story in a file or at an address."""
    if not is_address(name):
        return read_text(name, limits, reader, encoding)
    story = read_address(name, gate_of(limits.fetch_rules), limits, read=reader.read).story
    check_whole(story, limits, name)
    print_warnings(name, story.warnings)
    return story.text


def _limits() -> TextLimits:
    """Return the size limits. Settings load only if one is set: loading them takes as long as comparing two stories."""
    return cast(TextLimits, resolve_name("webapp.settings:load_settings")()) if holds_settings() else DEFAULT_LIMITS


def _file(comparison: Comparison, old: str, new: str, form: str) -> bytes:
    """Return a comparison as a file. The exporters are loaded here because most runs need none."""
    return cast(bytes, resolve_name("webapp.exporters.files:export_texts")(comparison, old, new, form).data)
