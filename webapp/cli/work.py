"""`stet work`: a worker alone, beside servers or in place of their own."""

from threading import Event

import click

from webapp.cli.output import is_printed
from webapp.jobs.worker import Worker
from webapp.services import open_services
from webapp.settings import load_settings

MAX_LEFT = 1_000


@click.command()
def work() -> None:
    """Fetch watched articles again when they are due, until Ctrl-C. stet serve does the same beside its pages."""
    settings = load_settings()
    with open_services(settings) as services:
        worker = Worker(services, settings.resolved_database_url)
        try:
            worker.start()
            is_printed(f"Watched articles are fetched again. {len(services.due(MAX_LEFT)):,} are due.")
            Event().wait()
        except KeyboardInterrupt:
            is_printed("Ending: what is being fetched is fetched to its end.")
        finally:
            worker.stop()
        is_printed(f"Left for the next worker: {len(services.due(MAX_LEFT)):,} captures that are due.")
