"""`stet verify`: recompute the checksums of a link."""

from collections.abc import Iterable

import click

from webapp.cli.links import id_in
from webapp.services import Verification, open_services
from webapp.settings import load_settings


@click.command()
@click.argument("link")
@click.pass_context
def verify(context: click.Context, link: str) -> None:
    """Check that LINK (or its id) shows what was frozen. Exit status: 0 it does, 1 it does not, 2 trouble."""
    with open_services(load_settings()) as services:
        found = services.verify(id_in(link))
    for line in _report(found):
        click.echo(line)
    context.exit(0 if found.holds else 1)


def _report(found: Verification) -> Iterable[str]:
    for check in found.checks:
        state = "as frozen" if check.holds else f"frozen as {check.recorded}"
        yield f"{check.what:<12}  {check.computed}  {state}{_covers(check.what, found)}"
    today = found.today
    if today:
        kinds = {(True, True): "the same result", (False, True): "the same result under another engine number"}
        another = f"a different result: {len(today.come)} changes are new, {len(today.gone)} are missing"
        state = kinds.get((today.is_same, today.is_equal), another)
        yield f"{'today':<12}  {today.result_sha256}  engine {today.engine}: {state}"


def _covers(what: str, found: Verification) -> str:
    """For the result: say whether its checksum covers title, outlet and date of both texts."""
    if what != "result" or not found.today:
        return ""
    return f" ({'with' if found.has_sources else 'without'} title, outlet and date of both)"
