"""Failures as answers: the table from error class to status, and the three forms: page, fragment, JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

from flask import Flask, Response, current_app, jsonify, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from webapp.display.phrases.failures import EXPIRED, EXPIRED_TITLE, MESSAGES, TITLES, over_the_size
from webapp.errors import (
    AddressRefused,
    Busy,
    InvalidInput,
    NoAnswer,
    NotFound,
    StetError,
    TooLarge,
    TooMany,
    TooSlow,
    TryLater,
    Unavailable,
    UnknownHost,
    WrongKind,
)
from webapp.web.shell.htmx import render, wants_fragment

STATUS: dict[type[StetError], int] = {
    NotFound: 404,
    UnknownHost: 400,
    AddressRefused: 403,
    TooLarge: 413,
    WrongKind: 415,
    NoAnswer: 502,
    TooSlow: 504,
    InvalidInput: 422,
    TooMany: 429,
    Busy: 503,
    Unavailable: 503,
}

GIVEN_BACK = {429, 503}
"""Temporary failures: the form comes back to be sent again. A form from another site (403) never does."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What the templates in errors/ receive. `fields` are those of a refused form, to be sent to `action` again.

    `field` is the field at fault in a program's request.
    """

    status: int
    code: str
    title: str
    message: str
    action: str = ""
    fields: tuple[tuple[str, str], ...] = ()
    field: str | None = None


def install(app: Flask) -> None:
    """Answer every failure with a page, a fragment or JSON."""
    app.register_error_handler(StetError, _answer_ours)
    app.register_error_handler(HTTPException, _answer_http)
    app.register_error_handler(CSRFError, _answer_expired)


def status_of(error: StetError) -> int:
    """Return the status of a failure. Bad input in an address is a bad request (400); in a form, 422 or its own."""
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)
    return 400 if status == 422 and request.method in {"GET", "HEAD"} else status


def _answer_ours(error: StetError) -> Response:
    status = status_of(error)
    kept = _kept() if isinstance(error, InvalidInput | NotFound | TryLater) else ()
    field = error.field if isinstance(error, InvalidInput) else None
    response = _show(Problem(status, error.code, TITLES[status], error.message, request.path, kept, field))
    if isinstance(error, TryLater):
        response.headers["Retry-After"] = str(error.retry_after_s)
    if isinstance(error, Unavailable):
        current_app.logger.warning("%s, %s: %s", status, error.code, error.reason)
    return response


def _answer_http(error: HTTPException) -> Response:
    status = error.code or 500
    phrase = HTTPStatus(status).phrase
    message = _words_of_size() if status == 413 else MESSAGES.get(status, MESSAGES[400])
    kept = _kept() if status in GIVEN_BACK else ()
    response = _show(
        Problem(status, phrase.lower().replace(" ", "_"), TITLES.get(status, phrase), message, request.path, kept)
    )
    response.headers.extend(header for header in error.get_headers() if header[0] in {"Allow", "Retry-After"})
    return response


def _answer_expired(error: CSRFError) -> Response:
    return _show(Problem(403, "form_expired", EXPIRED_TITLE, EXPIRED, request.path, _kept()))


def give_back(status: int, message: str, fields: Iterable[tuple[str, str]]) -> Response:
    """Refuse a form that could not be read, and show these fields of it to be sent again."""
    return _show(Problem(status, "invalid_input", TITLES[status], message, request.path, _without_token(fields)))


def _kept() -> tuple[tuple[str, str], ...]:
    """Return the fields of the form, to be sent again. Only for views that do not show their own form again."""
    return _without_token(request.form.items(multi=True))


def _without_token(fields: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in fields if name != "csrf_token")


def _words_of_size() -> str:
    return over_the_size(current_app.config["MAX_CONTENT_LENGTH"], current_app.config["MAX_FORM_PARTS"])


def _show(problem: Problem) -> Response:
    if request.path.startswith("/api/") or request.path.endswith(".json"):
        return _as_json(problem)
    if problem.code == UnknownHost.code and not wants_fragment():
        return Response(f"{problem.message}\n", problem.status, mimetype="text/plain")  # its style sheet is refused too
    page = "errors/embed.html" if request.endpoint == "permalinks.embed" else "errors/page.html"
    return render(page, "errors/_error.html", problem.status, problem=problem)


def _as_json(problem: Problem) -> Response:
    """Answer as problem details (RFC 9457) of type about:blank; `code` is the kind of error."""
    title, field = HTTPStatus(problem.status).phrase, problem.field
    detail = f"{field}: {problem.message}" if field else problem.message
    members = {"title": title, "status": problem.status, "detail": detail, "code": problem.code, "field": field}
    response = jsonify(type="about:blank", **members)
    response.status_code = problem.status
    response.mimetype = "application/problem+json"
    return response
