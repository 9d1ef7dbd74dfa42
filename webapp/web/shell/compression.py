"""Content encodings. Flask-Compress compresses; this corrects three of its faults.

It treats `gzip;q=0` as accepted with the lowest priority; it answers `*` with its first choice even if that is refused;
and it replaces the body of a file without closing the file.
"""

from flask import Flask, Response, current_app, request
from werkzeug.datastructures import Headers
from werkzeug.wsgi import FileWrapper


def install(app: Flask) -> None:
    """Put it right for each answer. Answers must pass here before they come to Flask-Compress."""
    app.after_request(_leave_out_what_is_refused)
    app.after_request(_close_what_was_sent)


def _leave_out_what_is_refused(response: Response) -> Response:
    """Tell what is accepted in the words that it understands."""
    qualities = {name.lower(): quality for name, quality in request.accept_encodings}
    others = qualities.get("*", 0)
    offered = {name: qualities.get(name, others) for name in current_app.config["COMPRESS_ALGORITHM"]}
    accepted = {**offered, "identity": qualities.get("identity", 0)}
    headers = Headers(request.headers)
    headers["Accept-Encoding"] = ", ".join(f"{name};q={q}" for name, q in accepted.items() if q > 0)
    request.headers = headers
    return response


def _close_what_was_sent(response: Response) -> Response:
    if isinstance(response.response, FileWrapper):
        response.call_on_close(response.response.close)
    return response
