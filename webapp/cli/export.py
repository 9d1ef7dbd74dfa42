"""`stet export`: write a link as a file."""

import click

from webapp.cli.disk import write_file
from webapp.cli.links import id_in, link_of
from webapp.cli.options import OUTPUT
from webapp.exporters.formats import FORMATS
from webapp.services import open_services
from webapp.settings import load_settings


@click.command()
@click.argument("link")
@click.option(
    "--format", "form", type=click.Choice(list(FORMATS)), default="html", help="Kind of file; html by default."
)
@OUTPUT
def export(link: str, form: str, output: str) -> None:
    """Write LINK (or its id) as a file."""
    settings, public_id = load_settings(), id_in(link)
    with open_services(settings) as services:
        file = services.export(public_id, form, link_of(settings, public_id))
    write_file(file.data, output, is_text=FORMATS[form].is_text)
