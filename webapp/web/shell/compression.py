"""Content encodings. Flask-Compress compresses; this corrects three of its faults.

It treats `gzip;q=0` as accepted with the lowest priority; it answers `*` with its first choice even if that is refused;
and it replaces the body of a file without closing the file.
"""

from flask import Flask, Response, current_app, request
from werkzeug.datastructures import Headers
from werkzeug.wsgi import FileWrapper


def install(app: Flask) -> None:
    """Correct each answer. Answers must pass here before Flask-Compress sees them."""
    app.after_request(_rewrite_accept_encoding)
    app.after_request(_close_sent_file)


def _rewrite_accept_encoding(response: Response) -> Response:
    """Rewrite Accept-Encoding so that Flask-Compress reads it correctly."""
    qualities = {name.lower(): quality for name, quality in request.accept_encodings}
    others = qualities.get("*", 0)
    offered = {name: qualities.get(name, others) for name in current_app.config["COMPRESS_ALGORITHM"]}
    accepted = {**offered, "identity": qualities.get("identity", 0)}
    headers = Headers(request.headers)
    headers["Accept-Encoding"] = ", ".join(f"{name};q={q}" for name, q in accepted.items() if q > 0)
    request.headers = headers
    return response


def _close_sent_file(response: Response) -> Response:
    if isinstance(response.response, FileWrapper):
        response.call_on_close(response.response.close)
    return response
