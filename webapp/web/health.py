"""For the operator: `/healthz` says that the process answers, `/readyz` that it can reach its database."""

from flask import Blueprint, Response
from werkzeug.exceptions import ServiceUnavailable

from webapp.web.current import services

health = Blueprint("health", __name__)


@health.get("/healthz")
def alive() -> Response:
    """Answer. Touches nothing, so that a slow database does not get a healthy process killed."""
    return Response("ok\n", mimetype="text/plain")


@health.get("/readyz")
def ready() -> Response:
    """Answer once the database has.

    Any exception at all means that readers would see an error page, so none is told apart from the others here.
    """
    try:
        services().collections()
    except Exception as error:
        raise ServiceUnavailable from error
    return Response("ready\n", mimetype="text/plain")
