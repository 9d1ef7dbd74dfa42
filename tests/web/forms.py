"""Forms, sent as a browser sends them: with the token of a page that was looked at first."""

from flask.testing import FlaskClient
from werkzeug.datastructures import FileStorage
from werkzeug.test import TestResponse, encode_multipart

from tests.web.html import elements


def token(client: FlaskClient, page: str = "/") -> str:
    return elements(client.get(page).text, name="csrf_token")[0].attributes["value"]


def send(
    client: FlaskClient, address: str, headers: dict[str, str] | None = None, **fields: str | int | FileStorage
) -> TestResponse:
    """Send a form with its token, as multipart, which is what the forms that take a text say they are."""
    boundary, body = encode_multipart({"csrf_token": token(client), **fields})
    return client.post(address, data=body, headers=headers, content_type=f"multipart/form-data; boundary={boundary}")
