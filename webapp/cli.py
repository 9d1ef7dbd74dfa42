"""`stet …`: arguments and exit codes only. Expected failures are one line on standard error and exit status 2."""

import errno
import gc
import socket
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, BinaryIO, cast

import click
from rich.console import Console
from rich.text import Text

from webapp import __version__
from webapp.app import create_app
from webapp.display.marks import coded_text
from webapp.display.model import Piece
from webapp.display.plain import lines
from webapp.engine.model import IGNORABLE, Comparison, Op
from webapp.errors import StetError
from webapp.server import make_server
from webapp.services import (
    ENDINGS,
    ArticleCard,
    File,
    Paste,
    Services,
    Verification,
    compare_texts,
    export_texts,
    new_delete_key,
    open_services,
    parse_options,
    parse_terms,
    read_file,
    sample_folders,
)
from webapp.settings import LOOPBACK, Settings, load_settings

STYLES: dict[Op, str] = {"equal": "", "delete": "yellow strike", "insert": "blue underline"}
MARKS: dict[Op, str] = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}
HERE = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}
"""Where this machine reaches what listens everywhere."""

MAX_LISTED = 1_000
MAX_ID_DIGITS = 19


OUTPUT = click.option("-o", "--output", metavar="FILE", default="-", help="File to write to; - is standard output.")


class Trouble(click.ClickException):
    """An expected failure: 1 already means "different". It may name a file or a collection, as strangers named them."""

    exit_code = 2

    def format_message(self) -> str:
        return coded_text(self.message)


class Commands(click.Group):
    """Commands whose expected failures are told in one line."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except StetError as error:
            raise Trouble(error.message) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="stet")
def main() -> None:
    """See, word by word, what was changed between two published versions of a story."""


@main.command()
@click.option("--host", help="Address to listen on; only this machine can reach the default, 127.0.0.1.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 takes a free one. Default: 8000.")
@click.option("--with-samples", is_flag=True, help="Load the sample articles first.")
def serve(host: str | None, port: int | None, with_samples: bool) -> None:
    """Serve the pages until Ctrl-C."""
    chosen = {"host": host, "port": port}
    settings = load_settings(**{name: value for name, value in chosen.items() if value is not None})
    with _listen(settings.host, settings.port) as listener:
        if with_samples:
            with open_services(settings) as services:
                _seed(services, sample_folders())
        server = make_server(create_app(settings), listener, settings)
        click.echo("\n".join(_welcome(settings, listener.getsockname()[1])))
        # What is loaded by now stays: the collector need not look at it again at every comparison.
        gc.freeze()
        server.run()


@main.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
def seed(folders: tuple[Path, ...]) -> None:
    """Load the collections in FOLDERS; without any, the samples. A second time changes nothing."""
    with open_services(load_settings()) as services:
        for line in _seed(services, folders or sample_folders()):
            click.echo(coded_text(line))


@main.command("list")
@click.argument("query", nargs=-1)
def list_articles(query: tuple[str, ...]) -> None:
    """List the articles that hold every word of QUERY in title, outlet, byline or note; without it, all."""
    with open_services(load_settings()) as services:
        cards = services.search_articles(" ".join(query), limit=MAX_LISTED)
    if not cards:
        click.echo(
            "No article matches." if query else "There are no articles yet: stet seed loads the samples.", err=True
        )
    for card in cards:
        click.echo(coded_text(_describe(card)))


@main.command()
@click.argument("old")
@click.argument("new")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *ENDINGS]),
    default="text",
    help=f"text, or a file: {', '.join(ENDINGS)}.",
)
@click.option("--ignore", multiple=True, metavar="NAMES", help=f"What does not count: {', '.join(IGNORABLE)}.")
@click.option("--show", multiple=True, metavar="NAMES", help="What counts although by default it does not: spacing.")
@OUTPUT
@click.pass_context
def diff(
    context: click.Context,
    old: str,
    new: str,
    form: str,
    ignore: tuple[str, ...],
    show: tuple[str, ...],
    output: str,
) -> None:
    """Compare two text files word by word; - is standard input. Exit status: 0 same, 1 different, 2 trouble."""
    options, settings = parse_options(ignore, show), load_settings()
    if old == new == "-":
        raise Trouble("Only one side can come from standard input.")
    comparison = compare_texts(_read(old, settings), _read(new, settings), options)
    if form == "text":
        _print(comparison)
    else:
        _write(export_texts(comparison, old, new, form), output)
    context.exit(1 if comparison.changes else 0)


@main.command()
@click.argument("old")
@click.argument("new")
@click.option("--ignore", multiple=True, metavar="NAMES", help=f"What does not count: {', '.join(IGNORABLE)}.")
@click.option("--show", multiple=True, metavar="NAMES", help="What counts although by default it does not: spacing.")
@click.option("--title", default="", help="Title of the link.")
@click.option("--note", default="", help="Note to whoever opens it.")
@click.option("--expires", default="never", show_default=True, help="never, day, week, month, or a date: 2030-12-31.")
def share(
    old: str, new: str, ignore: tuple[str, ...], show: tuple[str, ...], title: str, note: str, expires: str
) -> None:
    """Freeze a comparison; print its link, and the key that deletes it. OLD and NEW: numbers of articles, or files."""
    options, settings, key = parse_options(ignore, show), load_settings(), new_delete_key()
    terms = parse_terms(title, note, expires, key)
    sides = [_number(name) if name.isdecimal() else _file(name, settings) for name in (old, new)]
    with open_services(settings) as services:
        picked = [services.article(side).article.version_id if isinstance(side, int) else side for side in sides]
        public_id = services.share(picked, options, terms).permalink.public_id
    click.echo(f"{_link(settings, public_id)}\nKey to delete it, shown this once: {key}")


@main.command()
@click.argument("link")
@click.option("--format", "form", type=click.Choice(ENDINGS), default="html", help=f"{', '.join(ENDINGS)}; else html.")
@OUTPUT
def export(link: str, form: str, output: str) -> None:
    """Write LINK (or its id) as a file."""
    settings, public_id = load_settings(), _public_id(link)
    with open_services(settings) as services:
        file = services.export(public_id, form, _link(settings, public_id))
    _write(file, output)


@main.command()
def prune() -> None:
    """Remove links that have ended, and the texts that were given for them alone."""
    with open_services(load_settings()) as services:
        gone = services.prune()
    click.echo(f"Removed: {gone.links:,} links, {gone.articles:,} articles, {gone.texts:,} texts.")


@main.command()
@click.argument("link")
@click.pass_context
def verify(context: click.Context, link: str) -> None:
    """Say whether LINK (or its id) shows what was frozen. Exit status: 0 it does, 1 it does not, 2 trouble."""
    with open_services(load_settings()) as services:
        found = services.verify(_public_id(link))
    for line in _tell(found):
        click.echo(line)
    context.exit(0 if found.holds else 1)


def _link(settings: Settings, public_id: str) -> str:
    return f"{_address(settings, settings.port).rstrip('/')}/c/{public_id}"


def _number(written: str) -> int:
    """Errors: Trouble where no article can have this number; Python itself refuses to read one of 5,000 digits."""
    if len(written) > MAX_ID_DIGITS:
        raise Trouble("There is no such article.")
    return int(written)


def _write(file: File, output: str) -> None:
    """Write a file; a Word file is nothing that a terminal could show."""
    if output == "-":
        if file.name.endswith(".docx") and sys.stdout.isatty():
            raise Trouble("A Word file cannot be shown here. Send it to a file: --output story.docx.")
        sys.stdout.buffer.write(file.data)
        return
    try:
        Path(output).write_bytes(file.data)
    except OSError as error:
        raise Trouble(f"{output} cannot be written: {error.strerror}.") from error


def _public_id(link: str) -> str:
    """Return the id in a link, whole or alone."""
    return link.partition("?")[0].partition("#")[0].rstrip("/").rpartition("/")[2]


def _tell(found: Verification) -> Iterable[str]:
    for check in found.checks:
        said = "as frozen" if check.holds else f"frozen as {check.recorded}"
        yield f"{check.what:<6}  {check.computed}  {said}{_told_with(check.what, found)}"
    today = found.today
    if today:
        kinds = {(True, True): "the same result", (False, True): "the same result but for its own number"}
        another = f"another result: {len(today.come)} changes that were not frozen, without {len(today.gone)} that were"
        said = kinds.get((today.is_same, today.is_equal), another)
        yield f"today   {today.result_sha256}  engine {today.engine}: {said}"


def _told_with(what: str, found: Verification) -> str:
    """Say of the result whether its sum is also that of what is told of both texts."""
    if what != "result" or not found.today:
        return ""
    return f" ({'with' if found.has_sources else 'without'} title, outlet and date of both)"


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = "another program listens there already" if error.errno == errno.EADDRINUSE else error.strerror
        raise Trouble(f"Stet cannot listen on {host}, port {port}: {reason}. Try another --port or --host.") from error


def _welcome(settings: Settings, port: int) -> Iterable[str]:
    """Say where the server is; where others reach it too, also under which names it answers them."""
    yield f"Stet is at {_address(settings, port)}"
    if settings.hosts != LOOPBACK or settings.host in HERE:
        yield f"It answers under these names alone: {', '.join(settings.hosts)}. Add others to STET_ALLOWED_HOSTS."


def _address(settings: Settings, port: int) -> str:
    host = HERE.get(settings.host, settings.host)
    return settings.public_url or f"http://{f'[{host}]' if ':' in host else host}:{port}"


def _seed(services: Services, folders: Iterable[Path]) -> list[str]:
    reports = [services.seed(folder) for folder in folders]
    return [f"{report.collection}: {report.added} added, {report.unchanged} unchanged" for report in reports]


def _describe(card: ArticleCard) -> str:
    origin = ", ".join(filter(None, [card.outlet, str(card.published or "")]))
    return f"{card.id:>5}  {card.title} ({origin or 'no outlet'}; {card.words:,} words; version {card.version_number})"


def _read(name: str, settings: Settings) -> str:
    try:
        with click.open_file(name, "rb") as file:
            return read_file(cast(BinaryIO, file), "Standard input" if name == "-" else name, settings)
    except OSError as error:
        raise Trouble(f"{name} cannot be read: {error.strerror}.") from error


def _file(name: str, settings: Settings) -> Paste:
    return Paste(_read(name, settings), Path(name).name, origin="upload")


def _print(comparison: Comparison) -> None:
    """Print the text with its changes, a screen at a time where it is longer than the terminal."""
    if not comparison.changes:
        click.echo("No changes.")
        return
    console = Console(highlight=False, soft_wrap=True)
    with console.capture() as captured:
        rows = sum(_print_line(console, pieces) for pieces in lines(comparison))
    if console.file.isatty() and rows >= console.height:
        click.echo_via_pager(captured.get().rstrip("\n"), color=True)
    else:
        click.echo(captured.get(), nl=False, color=True)


def _print_line(console: Console, pieces: Iterable[Piece]) -> int:
    """Print a paragraph: in colour where there is any, else with marks of letters. Return the rows that it takes."""
    if console.is_terminal and console.color_system is not None and not console.no_color:
        line = Text.assemble(*((_text(piece), STYLES[piece.op]) for piece in pieces))
    else:
        line = Text("".join(MARKS[piece.op].format(_text(piece)) for piece in pieces))
    console.print(line)
    return line.cell_len // console.width + 1


def _text(piece: Piece) -> str:
    return coded_text(piece.text)
