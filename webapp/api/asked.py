"""What operations share: the services, and the stories that a request gives."""

from dataclasses import replace

from flask import current_app

from webapp.api.bodies import GivenAddress, GivenText
from webapp.services import Paste, Services


def services() -> Services:
    """Return the verbs of the application that handles this request."""
    found = current_app.extensions["stet.services"]
    assert isinstance(found, Services)
    return found


def paste_of(given: GivenText | GivenAddress, place: str = "") -> Paste:
    """Return what is given as a text, or at an address. `place`: the part of the request before its fields."""
    if isinstance(given, GivenText):
        return Paste(given.text, given.title, given.outlet, f"{place}text", origin="api")
    page = services().read_address(given.address, f"{place}address")
    return replace(page, title=given.title or page.title, outlet=given.outlet or page.outlet)
