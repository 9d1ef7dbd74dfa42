"""Stet without its extras: it works on SQLite, and a PostgreSQL address stops it with the name of the extra."""

import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STET_WITHOUT_PSYCOPG = """
import sys
from importlib.abc import MetaPathFinder

class NoPsycopg(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name.partition(".")[0] in {"psycopg", "psycopg_binary"}:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NoPsycopg())
from webapp.cli import main
main(prog_name="stet")
"""


def stet_without_psycopg(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run `stet` in a Python that finds no psycopg, as if the extra had not been installed."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("STET_")}
    paths = {"PYTHONPATH": str(ROOT), "STET_DATA_DIR": str(folder / "data")}
    return subprocess.run(
        (sys.executable, "-c", STET_WITHOUT_PSYCOPG, *arguments),
        cwd=folder,
        env={**clean, **paths, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("command", [("serve", "--port", "0"), ("list",)], ids=lambda command: command[0])
def test_a_postgresql_address_without_the_driver_names_the_extra(tmp_path: Path, command: tuple[str, ...]) -> None:
    stopped = stet_without_psycopg(tmp_path, *command, STET_DATABASE_URL="postgresql://stet@127.0.0.1/stet")
    assert stopped.returncode == 2
    assert stopped.stderr.splitlines() == [
        "Error: STET_DATABASE_URL cannot be used: the PostgreSQL driver is not installed. Install Stet with the extra "
        "`postgres`: pip install 'stet-diff[postgres]'."
    ]


def test_sqlite_needs_no_extra(tmp_path: Path) -> None:
    seeded = stet_without_psycopg(tmp_path, "seed")
    assert (seeded.returncode, seeded.stderr) == (0, "")
    assert (tmp_path / "data" / "stet.sqlite3").exists()


def test_the_extra_in_the_message_exists_and_all_contains_it() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert project["name"] == "stet-diff"
    assert any(line.startswith("psycopg") for line in extras["postgres"])
    assert extras["all"] == [f"stet-diff[{','.join(sorted(set(extras) - {'all'}))}]"]
