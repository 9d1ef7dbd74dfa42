"""Other users of the machine cannot read Stet's data."""

import logging
import os
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest

from webapp.app import create_app
from webapp.errors import BadSetting
from webapp.services import open_services
from webapp.settings import load_settings, secret_key

FILES = ("", "-wal", "-shm")
SOMEBODY = 65_534


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def start(**chosen: Any) -> None:
    with closing(create_app(load_settings(**chosen)).extensions["stet.database"]) as database, database.read():
        pass


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """A data folder with default permissions."""
    folder = tmp_path / "data"
    start(data_dir=folder)
    for file in (folder, *folder.iterdir()):
        file.chmod(0o755 if file.is_dir() else 0o644)
    return folder


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077])
def test_what_is_made_is_for_its_owner_alone(tmp_path: Path, mask: int) -> None:
    folder = tmp_path / "a" / "data"
    with umask(mask), open_services(load_settings(data_dir=folder), create=True) as services:
        services.search_articles()
        assert mode(folder) == 0o700
        assert {mode(folder / f"stet.sqlite3{ending}") for ending in FILES} == {0o600}
        secret_key(load_settings(data_dir=folder))
        assert mode(folder / "secret-key") == 0o600


def test_a_database_at_an_address_is_for_its_owner_alone_too(tmp_path: Path) -> None:
    with umask(0), open_services(load_settings(database_url=f"sqlite:///{tmp_path / 'new' / 'my.db'}"), create=True):
        assert (mode(tmp_path / "new"), mode(tmp_path / "new" / "my.db")) == (0o700, 0o600)


def test_what_others_can_read_is_closed_and_that_is_said(open_folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        start(data_dir=open_folder)
    assert mode(open_folder) == 0o700
    assert {mode(file) for file in open_folder.iterdir()} == {0o600}
    said = [record.getMessage() for record in caplog.records]
    assert len(said) == 3  # the folder, the database, the key
    assert all("Other users of this machine could read" in line for line in said)
    caplog.clear()
    start(data_dir=open_folder)
    assert caplog.records == []


def test_a_group_is_shut_out_too(open_folder: Path) -> None:
    open_folder.chmod(0o2770)
    start(data_dir=open_folder)
    assert mode(open_folder) == 0o2700


@pytest.mark.parametrize("name", ["notes.txt", ".bashrc"])
def test_a_folder_that_holds_other_things_is_not_closed_but_refused(open_folder: Path, name: str) -> None:
    """STET_DATA_DIR=/tmp must not lock other users out of /tmp."""
    (open_folder / name).touch()
    with pytest.raises(BadSetting, match="STET_DATA_DIR cannot be used.*a folder of its own.*chmod 700"):
        start(data_dir=open_folder)
    assert mode(open_folder) == 0o755
    open_folder.chmod(0o700)
    start(data_dir=open_folder)


def test_a_foreign_folder_with_the_database_in_it_is_unchanged(open_folder: Path) -> None:
    (open_folder / "notes.txt").touch()
    start(database_url=f"sqlite:///{open_folder / 'stet.sqlite3'}", secret_key="k" * 32)
    assert (mode(open_folder), mode(open_folder / "stet.sqlite3")) == (0o755, 0o600)


def test_a_file_that_is_no_database_is_not_closed(tmp_path: Path) -> None:
    file = tmp_path / "notes.txt"
    file.write_text("Not a database, but somebody's notes.\n" * 10, encoding="utf-8")
    file.chmod(0o644)
    with pytest.raises(BadSetting, match="file is not a database"):
        start(database_url=f"sqlite:///{file}", secret_key="k" * 32)
    assert mode(file) == 0o644


def test_what_a_link_leads_to_is_refused_and_not_closed(tmp_path: Path) -> None:
    """A symbolic link may point to any file of the machine."""
    target = tmp_path / "somebodys-file"
    target.write_bytes(b"k" * 32)
    target.chmod(0o644)
    folder = tmp_path / "data"
    start(data_dir=folder)
    (folder / "secret-key").unlink()
    (folder / "secret-key").symlink_to(target)
    with pytest.raises(BadSetting, match="is a link"):
        secret_key(load_settings(data_dir=folder))
    assert mode(target) == 0o644


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away and be somebody else")
@pytest.mark.parametrize(("bits", "is_refused"), [(0o755, True), (0o750, False), (0o770, False)])
def test_a_file_of_another_user_that_everybody_can_read_is_refused(
    open_folder: Path, bits: int, is_refused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Group permissions may be intended, as for a volume in a cluster."""
    open_folder.chmod(bits)
    os.chown(open_folder, SOMEBODY, -1)
    monkeypatch.setattr(os, "geteuid", lambda: 12_345)
    for file in open_folder.iterdir():
        file.chmod(0o600)
    if is_refused:
        with pytest.raises(BadSetting, match="STET_DATA_DIR cannot be used.*every user.*belongs to another user"):
            start(data_dir=open_folder)
    else:
        start(data_dir=open_folder)
    assert mode(open_folder) == bits


def test_a_folder_that_cannot_be_created_is_reported(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "data", tmp_path / ("x" * 300)):
        with pytest.raises(BadSetting, match="STET_DATA_DIR cannot be used") as refusal:
            start(data_dir=folder)
        assert "\n" not in refusal.value.message
        with pytest.raises(BadSetting, match="STET_DATA_DIR cannot be used"):
            start(data_dir=folder, database_url=f"sqlite:///{tmp_path / 'stet.sqlite3'}")
        with pytest.raises(BadSetting, match="STET_DATABASE_URL cannot be used"):
            start(database_url=f"sqlite:///{folder / 'stet.sqlite3'}", secret_key="k" * 32)
