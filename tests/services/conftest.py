"""The verbs, on a database of either kind and with limits that a test can reach."""

from pathlib import Path

import pytest

from webapp.services import Services
from webapp.settings import Settings
from webapp.storage.database import Database


@pytest.fixture
def small_settings(tmp_path: Path) -> Settings:
    return Settings(data_dir=tmp_path / "data", max_text_bytes=20_000, max_text_words=3_000, max_upload_bytes=30_000)


@pytest.fixture
def services(database: Database, small_settings: Settings) -> Services:
    return Services(database, small_settings)
