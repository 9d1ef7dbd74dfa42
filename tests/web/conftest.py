"""One application with the samples, and three ways to ask it: as a reader, as htmx, as htmx that goes back."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from webapp.app import create_app
from webapp.engine.options import Options
from webapp.resources import resource_folder
from webapp.services import Services
from webapp.settings import load_settings

FRAGMENT = {"HX-Request": "true", "HX-Request-Type": "partial"}
RESTORE = {"HX-History-Restore-Request": "true", "HX-Request-Type": "full"}


class Pair(NamedTuple):
    """The wire copy and its back-translation, as version ids."""

    old: int
    new: int


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    unlimited = {
        "imports_per_minute": 0,
        "comparisons_per_minute": 0,
    }  # the tests are more readers than one address has
    app = create_app(load_settings(data_dir=tmp_path_factory.mktemp("data"), **unlimited))
    for folder in resource_folder("seeds").iterdir():
        app.extensions["stet.services"].seed(folder)
    yield app
    app.extensions["stet.database"].close()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="module")
def services(app: Flask) -> Services:
    return app.extensions["stet.services"]


@pytest.fixture(scope="module")
def pair(services: Services) -> Pair:
    versions = {card.outlet: card.version_id for card in services.search_articles("")}
    return Pair(versions["CTV News"], versions["Unnamed site"])


@pytest.fixture
def link(services: Services, pair: Pair) -> str:
    """The address of a comparison that was just frozen."""
    return f"/c/{services.freeze(pair.old, pair.new, Options())}"


@pytest.fixture
def queries(app: Flask) -> list[str]:
    """What the database is asked from now on."""
    asked: list[str] = []
    for engine in {app.extensions["stet.database"]._readers, app.extensions["stet.database"]._writers}:
        event.listen(engine, "before_cursor_execute", lambda *each: asked.append(each[2]))
    return asked
