"""`stet add`: store files, and pages at addresses, as articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256

import click

from webapp.cli.disk import print_warnings, read_bytes
from webapp.cli.folders import PACKED, StoredCapture, StoredCaptures, captures_in, files_of, is_folder
from webapp.cli.options import ENCODING
from webapp.cli.progress import counted
from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.display.phrases.relatives import related_to
from webapp.errors import InvalidInput
from webapp.input.packed import unpacked
from webapp.input.texts import check_collection
from webapp.services import MAX_ID, Paste, Services, captured_in, is_address, open_services, warnings_apart
from webapp.settings import Settings, load_settings


@dataclass(frozen=True, slots=True)
class Adder:
    """Adds files and pages to the library.

    known  the articles of files that are in the library, by their SHA-256; these are not read again
    split  whether each story of a text becomes an article of its own
    collection  the name of the collection that all are put into; "" for none
    encoding  that of text files that do not say it; "" to have it guessed
    to  the article that gets what is added as versions; None if all become articles
    """

    services: Services
    settings: Settings
    known: Mapping[str, int]
    split: bool
    collection: str
    encoding: str
    to: int | None

    def add(self, capture: StoredCapture) -> Sequence[int]:
        """Return the articles of a file or of the page at an address. Errors: InvalidInput, Trouble."""
        name = capture.name
        if is_address(name):
            return self._keep(capture, self.services.read_address(name))
        data = read_bytes(name, self.settings)
        if name.endswith(PACKED):
            data, name = unpacked(data, name, self.settings), name.removesuffix(PACKED)
        article_id = None if self.to else self.known.get(sha256(data).hexdigest())
        if article_id is not None:
            if self.collection:
                self.services.describe(article_id, {"collection": self.collection})
            return [article_id]
        return self._keep(capture, Paste.of_file(data, self.services.read_file(data, name, self.encoding)))

    def _keep(self, capture: StoredCapture, paste: Paste) -> Sequence[int]:
        name = capture.name
        if self.to:
            says_when = len(paste.stories) > 1 or captured_in(paste) is not None
            self.services.add_versions(self.to, paste, None if capture.by_name and says_when else capture.moment)
            print_warnings(name, paste.warnings)
            return [self.to]
        paste = replace(paste, collection=self.collection)
        added = self.services.add_stories(paste) if self.split else [self.services.add_article(paste)]
        print_warnings(name, warnings_apart(paste) if self.split else paste.warnings)
        return added


NUMBER = click.IntRange(1, MAX_ID)


@click.command()
@click.argument("files", nargs=-1, required=True)
@click.option("--split", is_flag=True, help="Add each story of a text that holds several as an article of its own.")
@click.option("--collection", default="", metavar="NAME", help="Put all into this collection, made if there is none.")
@click.option("--to", type=NUMBER, metavar="ARTICLE", help="Add them as versions of this article.")
@click.option("--captured", metavar="TIME", help="When these versions were captured, such as 2026-11-02T09:14Z.")
@ENCODING
@click.pass_context
def add(
    context: click.Context,
    files: tuple[str, ...],
    split: bool,
    collection: str,
    to: int | None,
    captured: str | None,
    encoding: str,
) -> None:
    """Add FILES to the library, with all that are in folders, and list them. Adding them again changes nothing."""
    settings, collection, captured_at = load_settings(), check_collection(collection), _moment(captured)
    if to and (split or collection):
        raise Trouble("A version has no collection and is not split: leave out --collection and --split, or --to.")
    if captured_at and not to:
        raise Trouble("--captured is of a version: say of which article, --to ARTICLE.")
    found = _captures(files, captured_at) if to else StoredCaptures(tuple(map(StoredCapture, files_of(files))))
    for problem in found.problems:
        click.echo(coded_text(problem), err=True)
    is_complete = not found.problems
    with open_services(settings) as services:
        # One query for many files, since the checksums have no index. A file that is to be split may be known whole.
        known = services.articles_of_files() if any(map(is_folder, files)) and not (split or to) else {}
        adder = Adder(services, settings, known, split, collection, encoding, to)
        for capture in counted(found.found, "Adding"):
            try:
                for article_id in adder.add(capture):
                    title = services.article(article_id).article.title
                    click.echo(coded_text(f"{article_id:>5}  {title} ({capture.name})"))
                    print_relative(services, article_id)
            except (InvalidInput, Trouble) as error:
                is_complete = False
                click.echo(coded_text(error.message), err=True)
    context.exit(0 if is_complete else Trouble.exit_code)


def print_relative(services: Services, article_id: int) -> None:
    """Say of which article this may be a version, if there is one."""
    for near in services.relatives(article_id, limit=1):
        other = near.article
        click.echo(coded_text(f"       {related_to(near.share, near.of_other, other.title, other.id)}"), err=True)


def _captures(named: Iterable[str], captured_at: datetime | None) -> StoredCaptures:
    """Return what becomes a version, of each folder in the order of its captures. Errors: Trouble."""
    found: list[StoredCapture] = []
    problems: list[str] = []
    for name in named:
        inside = captures_in(name) if is_folder(name) else StoredCaptures((StoredCapture(name),))
        if captured_at and any(each.moment for each in inside.found):
            raise Trouble(f"{name} says itself when its files were captured: leave out --captured.")
        found += [replace(each, moment=each.moment or captured_at) for each in inside.found]
        problems += inside.problems
    return StoredCaptures(tuple(found), tuple(problems))


def _moment(written: str | None) -> datetime | None:
    """Return a time of capture; without a zone it is in UTC. Errors: Trouble."""
    try:
        moment = datetime.fromisoformat(written) if written else None
    except ValueError as error:
        raise Trouble(f"{written} is no time of capture. Write it as 2026-11-02T09:14Z.") from error
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
