"""Every documented way to serve Stet starts it, from the settings of the environment."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENT = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
PYTHON_M = (sys.executable, "-m")
WAYS = {
    "python -m webapp": ("webapp",),
    "python -m webapp serve": ("webapp", "serve"),
    "flask --app webapp.wsgi run": ("flask", "--app", "webapp.wsgi", "run", "--port", "0"),
    "gunicorn webapp.wsgi:app": ("gunicorn", "webapp.wsgi:app", "--bind", "127.0.0.1:0"),
    "waitress-serve webapp.wsgi:app": ("waitress", "--listen=127.0.0.1:0", "webapp.wsgi:app"),
}
"""The documented command, and its arguments with a free port."""


@contextmanager
def served(way: tuple[str, ...], folder: Path, **settings: str) -> Iterator[str]:
    """Start a server, yield the URL that it prints, and stop it."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("STET_", "FLASK_"))}
    paths = {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "STET_DATA_DIR": str(folder / "data")}
    output = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen((*PYTHON_M, *way), cwd=folder, env={**clean, **paths, **settings}, text=True, **output) as it:
        try:
            yield printed_url(it)
        finally:
            it.terminate()


def printed_url(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    printed = ""
    for line in process.stdout:
        printed += line
        if found := re.search(r"http://127\.0\.0\.1:\d+", line):
            return found.group()
    raise AssertionError(f"It ended without printing a URL: {printed}")


@pytest.mark.parametrize("line", WAYS)
def test_a_documented_way_to_serve_shows_the_desk_of_the_settings(tmp_path: Path, line: str) -> None:
    assert f"    {line}\n" in DOCUMENT
    package = WAYS[line][0]
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    settings = {"STET_PORT": "0", "STET_PUBLIC_URL": "", "STET_ALLOWED_HOSTS": "stet.example"}
    with served(WAYS[line], tmp_path, **settings) as address, urlopen(address, timeout=60) as page:
        assert "<h1" in page.read().decode()
    assert (tmp_path / "data" / "stet.sqlite3").exists()


@pytest.mark.parametrize(
    "way", [("webapp",), ("flask", "--app", "webapp.wsgi", "run"), ("waitress", "webapp.wsgi:app")]
)
def test_a_wrong_setting_stops_every_way_to_serve_with_its_name(tmp_path: Path, way: tuple[str, ...]) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "STET_SECRET_KEY": "short"}
    done = subprocess.run((*PYTHON_M, *way), cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: STET_SECRET_KEY cannot be used: ")
    assert len(done.stderr.splitlines()) == 1


def test_python_takes_every_command(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    line = (*PYTHON_M, "webapp", "diff", "--help")
    done = subprocess.run(line, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.stdout.startswith("Usage: python -m webapp diff [OPTIONS] OLD NEW\n")
