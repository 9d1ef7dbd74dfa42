"""The services and the settings of the application that handles this request."""

from flask import current_app, request

from webapp.services import Services
from webapp.settings import Settings


def services() -> Services:
    """Return the verbs that pages share with the command line."""
    found = current_app.extensions["stet.services"]
    assert isinstance(found, Services)
    return found


def settings() -> Settings:
    """Return the settings that the application was made with."""
    found = current_app.extensions["stet.settings"]
    assert isinstance(found, Settings)
    return found


def whole_address(path: str) -> str:
    """Return the full URL of a path: under the public URL of the settings, else that of the request."""
    return settings().whole_address(request.url_root, path)


def own_addresses() -> tuple[str, str]:
    """Return the URLs of this server that a reader may have copied: of this request, and of the links it makes."""
    return request.url_root, whole_address("")
