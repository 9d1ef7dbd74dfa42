"""In which encodings an answer may be packed. Flask-Compress does the packing, and knows three things wrong.

It takes `gzip;q=0` for a wish like any other, only the least one; it takes `*` for its own first choice, refused or
not; and it puts its own in the place of a file that is sent, and forgets to close that.
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
