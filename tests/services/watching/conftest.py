"""A newsroom, a clock that goes on when it is told to, and the verbs over both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.watching.newsroom import Newsroom, make_stories, open_newsroom
from tests.services.watching.rounds import Clock
from webapp.services import Services
from webapp.settings import Settings
from webapp.storage.database import Database

STORIES = 5


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def newsroom(clock: Clock) -> Iterator[Newsroom]:
    with open_newsroom(make_stories(STORIES, seed=1), clock.seconds) as opened:
        yield opened


@pytest.fixture
def services(database: Database, tmp_path: Path, newsroom: Newsroom, clock: Clock) -> Services:
    fetch = newsroom.gate(contact="desk@newsroom.example").fetch
    return Services(database, Settings(data_dir=tmp_path), fetch=fetch, clock=clock)


@pytest.fixture
def article(services: Services, newsroom: Newsroom) -> int:
    return services.add_article(services.read_address(newsroom.address("/story0")))
