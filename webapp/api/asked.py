"""What operations share: the services, and the stories that a request gives."""

from base64 import b64decode
from dataclasses import replace

from flask import current_app

from webapp.api.bodies import GivenAddress, GivenText, NewFile, NewPage, NewText
from webapp.errors import InvalidInput
from webapp.services import Paste, Services


def services() -> Services:
    """Return the verbs of the application that handles this request."""
    found = current_app.extensions["stet.services"]
    assert isinstance(found, Services)
    return found


def paste_of(given: GivenText | GivenAddress | NewFile, place: str = "") -> Paste:
    """Return what is given as a text, an address or a file. `place`: the part of the request before its fields."""
    collection = given.collection if isinstance(given, NewText | NewPage | NewFile) else ""
    if isinstance(given, GivenText):
        return Paste(given.text, given.title, given.outlet, f"{place}text", origin="api", collection=collection)
    if isinstance(given, NewFile):
        page = _read(given, place)
    else:
        page = services().read_address(given.address, f"{place}address")
    title, outlet = given.title or page.title, given.outlet or page.outlet
    return replace(page, title=title, outlet=outlet, collection=collection)


def _read(given: NewFile, place: str) -> Paste:
    field = f"{place}file"
    try:
        return services().read_upload(_decoded(given.file, field), given.name, field, given.encoding)
    except InvalidInput as error:
        error.field = f"{place}encoding" if error.field == "encoding" else error.field
        raise


def _decoded(file: str, field: str) -> bytes:
    """Return the bytes of a file. Without `validate`, Python skips what is no base64, and finds a file in prose."""
    try:
        return b64decode(file, validate=True)
    except ValueError as error:
        raise InvalidInput("The file is no base64: send its bytes in base64, without line breaks.", field) from error
