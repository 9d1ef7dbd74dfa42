"""The application of the web tests, asked by a program."""

from tests.web.conftest import Pair, app, client, link, pair, services

__all__ = ["Pair", "app", "client", "link", "pair", "services"]
