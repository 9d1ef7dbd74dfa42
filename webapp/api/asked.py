"""What operations share: the services, and the stories that a request gives."""

from dataclasses import replace

from flask import current_app

from webapp.api.bodies import GivenAddress, GivenText, NewPage, NewText
from webapp.services import Paste, Services


def services() -> Services:
    """Return the verbs of the application that handles this request."""
    found = current_app.extensions["stet.services"]
    assert isinstance(found, Services)
    return found


def paste_of(given: GivenText | GivenAddress, place: str = "") -> Paste:
    """Return what is given as a text, or at an address. `place`: the part of the request before its fields."""
    collection = given.collection if isinstance(given, NewText | NewPage) else ""
    if isinstance(given, GivenText):
        return Paste(given.text, given.title, given.outlet, f"{place}text", origin="api", collection=collection)
    page = services().read_address(given.address, f"{place}address")
    title, outlet = given.title or page.title, given.outlet or page.outlet
    return replace(page, title=title, outlet=outlet, collection=collection)
