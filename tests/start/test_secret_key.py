"""The key that signs form tokens: given or generated, complete or refused, never printed."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from webapp.errors import BadSetting
from webapp.settings import load_settings, secret_key

STARTERS = 8
KEY = "k" * 32


def test_programs_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    """BAD_INPUT 50."""
    for turn in range(20):
        barrier = Barrier(STARTERS)
        settings = load_settings(data_dir=tmp_path / str(turn))

        def start(_: int, barrier: Barrier = barrier, settings: object = settings) -> str:
            barrier.wait()
            return secret_key(settings)  # type: ignore[arg-type]

        with ThreadPoolExecutor(STARTERS) as threads:
            keys = set(threads.map(start, range(STARTERS)))
        assert keys == {(tmp_path / str(turn) / "secret-key").read_text(encoding="utf-8")}
        assert [file.name for file in (tmp_path / str(turn)).iterdir()] == ["secret-key"]


def test_a_key_is_written_whole_before_it_has_its_name(tmp_path: Path) -> None:
    """A program killed while it writes leaves no key and not an empty one."""
    program = (
        "import os, sys; from webapp.settings import load_settings, secret_key\n"
        "os.fsync = lambda number: os._exit(9)\n"
        f"secret_key(load_settings(data_dir={str(tmp_path)!r}))"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2]).returncode == 9
    assert not (tmp_path / "secret-key").exists()
    assert len(secret_key(load_settings(data_dir=tmp_path))) >= 32


@pytest.mark.parametrize("data", [b"", b"\n", b"short", b"\xff\xfe" + b"x" * 64, b"x" * 5_000])
def test_a_kept_key_that_was_cut_or_emptied_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "secret-key"
    file.write_bytes(data)
    with pytest.raises(BadSetting, match="STET_DATA_DIR cannot be used.*secret-key.*Delete the file"):
        secret_key(load_settings(data_dir=tmp_path))
    assert file.read_bytes() == data


def test_a_folder_in_place_of_the_key_is_reported(tmp_path: Path) -> None:
    (tmp_path / "secret-key").mkdir()
    with pytest.raises(BadSetting, match="STET_DATA_DIR cannot be used.*Is a directory"):
        secret_key(load_settings(data_dir=tmp_path))


@pytest.mark.parametrize("data", [b"", b"short", b"\xff\xfe" + b"x" * 64, b"x" * 5_000])
def test_a_key_file_without_a_key_is_refused(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "key"
    file.write_bytes(data)
    with pytest.raises(BadSetting, match="STET_SECRET_KEY_FILE cannot be used.*key") as refusal:
        load_settings(secret_key_file=file)
    assert "xxx" not in refusal.value.message
    assert "short" not in refusal.value.message.replace("too short", "")


def test_a_key_file_that_is_none_is_refused(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "absent", Path("/dev/zero")):
        with pytest.raises(BadSetting, match="STET_SECRET_KEY_FILE cannot be used: the file"):
            load_settings(secret_key_file=file)


def test_a_given_key_is_taken_without_the_line_end_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(f"{KEY}\n", encoding="utf-8")
    assert secret_key(load_settings(secret_key_file=tmp_path / "key")) == KEY
    assert secret_key(load_settings(secret_key=KEY)) == KEY
    with pytest.raises(BadSetting, match="STET_SECRET_KEY cannot be used: it needs at least 32") as refusal:
        load_settings(secret_key="quite short")
    assert "quite" not in refusal.value.message
