"""Requests are read as UTF-8 or refused, never silently altered."""

from collections.abc import Sequence
from urllib.parse import unquote_to_bytes

from flask import Flask, Response, request
from werkzeug.exceptions import BadRequest

from webapp.errors import InvalidInput
from webapp.input.limits import MAX_ECHO_CHARS
from webapp.web.shell.error_pages import give_back
from webapp.web.shell.sent_fields import (
    MULTIPART,
    URLENCODED,
    SentField,
    as_declared,
    multipart_fields,
    urlencoded_fields,
)

FILLED_BY_ADDRESS = {"desk.show", "desk.find", "articles.library", "sharing.form", "api.list_articles"}
"""Endpoints whose address contains text that people wrote. On other addresses unknown parameters are ignored."""


def install(app: Flask) -> None:
    """Guard every form and every address that fills one in."""
    app.before_request(_refuse_other_addresses)
    app.before_request(_refuse_other_forms)


def _refuse_other_addresses() -> None:
    if request.endpoint in FILLED_BY_ADDRESS:
        try:
            unquote_to_bytes(request.query_string).decode()
        except UnicodeDecodeError as error:
            raise InvalidInput("This address is not written in UTF-8, so its words cannot be read.") from error


def _refuse_other_forms() -> Response | None:
    """Refuse a form in another encoding; show again what could be read of it."""
    if request.method != "POST" or request.endpoint is None or request.blueprint == "api" or not request.mimetype:
        return None
    fields = as_declared(_sent_fields())
    fault = next(filter(None, (field.fault() for field in fields)), "")
    return _refuse(fields, fault) if fault else None


def _sent_fields() -> Sequence[SentField]:
    """Errors: InvalidInput if this is not a form, BadRequest for a malformed one."""
    options = request.mimetype_params
    charset = options.get("charset", "")
    if request.mimetype == URLENCODED:
        return list(urlencoded_fields(_body(), charset))
    if request.mimetype != MULTIPART:
        raise InvalidInput(
            f"This was sent as {request.mimetype[:MAX_ECHO_CHARS]}, which is no form. Nothing was stored. "
            f"Send a form as {MULTIPART} or {URLENCODED}."
        )
    try:
        return list(multipart_fields(_body(), options.get("boundary", ""), charset, request.max_form_parts))
    except ValueError as error:
        raise BadRequest from error


def _body() -> bytes:
    return request.get_data(cache=True, parse_form_data=False)


def _refuse(fields: Sequence[SentField], fault: str) -> Response:
    kept = [field.read() for field in fields]
    message = f"Stet reads forms in UTF-8, and this one is not: {fault[: MAX_ECHO_CHARS * 3]}. Nothing was stored. "
    if any("\ufffd" in value for _, value in kept):
        return give_back(422, message + "What could not be read is shown as \ufffd: put it right below.", kept)
    return give_back(422, message + "Look through what was read of it, below, and send it again.", kept)
