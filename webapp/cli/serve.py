"""`stet serve`: serve the pages until Ctrl-C."""

import errno
import gc
import socket
from collections.abc import Iterable

import click

from webapp.app import create_app
from webapp.cli.library import load_collections
from webapp.cli.links import HERE, server_address
from webapp.cli.output import is_printed
from webapp.cli.trouble import Trouble
from webapp.jobs.worker import Worker
from webapp.server import make_server
from webapp.services import open_services, sample_folders
from webapp.settings import Settings, load_settings
from webapp.start.hosts import LOOPBACK


@click.command()
@click.option("--host", help="Address to listen on. The default, 127.0.0.1, is reachable from this machine only.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 picks a free one. Default: 8000.")
@click.option("--with-samples", is_flag=True, help="Load the sample articles first.")
def serve(host: str | None, port: int | None, with_samples: bool) -> None:
    """Serve the pages, and fetch watched articles again, until Ctrl-C."""
    chosen = {"host": host, "port": port}
    settings = load_settings(**{name: value for name, value in chosen.items() if value is not None})
    with _listen(settings.host, settings.port) as listener:
        if with_samples:
            with open_services(settings, create=True) as services:
                load_collections(services, sample_folders())
        app = create_app(settings)
        worker = Worker(app.extensions["stet.services"], settings.resolved_database_url)
        server = make_server(app, listener, settings)
        is_printed("\n".join(_welcome(settings, listener.getsockname()[1])))  # if not, the server serves all the same
        # Everything loaded so far lives until the end: the garbage collector need not scan it after each comparison.
        gc.freeze()
        worker.start()
        try:
            server.run()
        finally:
            worker.stop()
            app.extensions["stet.pool"].close()
            app.extensions["stet.reader"].close()


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = "another program is already listening there" if error.errno == errno.EADDRINUSE else error.strerror
        raise Trouble(f"Stet cannot listen on {host}, port {port}: {reason}. Try another --port or --host.") from error


def _welcome(settings: Settings, port: int) -> Iterable[str]:
    """Yield the server's URL and, if other machines may reach it, the host names it answers to."""
    yield f"Stet is at {server_address(settings, port)}"
    if settings.hosts != LOOPBACK or settings.host in HERE:
        yield f"It answers only to these host names: {', '.join(settings.hosts)}. Add others to STET_ALLOWED_HOSTS."
