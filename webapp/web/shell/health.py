"""For the operator: `/healthz` checks that the process answers, `/readyz` that readers and writers can be served."""

from collections.abc import Mapping

from flask import Blueprint, Response

from webapp.errors import DatabaseFull, DatabaseReadOnly
from webapp.web.shell.current import services

health = Blueprint("health", __name__)

REASONS: Mapping[type[Exception], str] = {
    DatabaseReadOnly: "the database is read-only",
    DatabaseFull: "the database is full",
}


@health.get("/healthz")
def alive() -> Response:
    """Answer without touching the database: a slow database must not get a healthy process killed."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """Ask the database. A read-only database is not ready, though it still serves readers.

    Any exception counts: a reader would see an error page.
    """
    try:
        services().assert_ready()
    except Exception as error:
        reason = REASONS.get(type(error), "the database does not answer")
        return Response(f"not ready: {reason}\n", 503, mimetype="text/plain", headers={"Retry-After": "5"})
    return Response("ready\n", mimetype="text/plain")
