"""`stet …` loads only what a command needs: `stet diff` imports no part of the web site and compiles few patterns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from webapp.start.environment import COLOUR

ROOT = Path(__file__).parents[1]
SITE = ("flask", "sqlalchemy", "alembic", "waitress", "webapp.api", "webapp.web", "webapp.storage", "webapp.services")
SETTINGS = ("pydantic", "pydantic_settings", "webapp.settings")
SETTINGS_OF_STORAGE = {"webapp.storage", "webapp.storage.settings"}
"""What all settings are made of, without the storage itself."""

FILES = ("docx", "jinja2", "lxml", "PIL", "webapp.exporters.files")
TABLES = ROOT / "webapp/engine/languages"
MAX_PATTERNS = 16
"""Compiled for two short English sentences, of the sixty that the engine has for every text."""

PROGRAM = """
import sys
from webapp.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sys.modules, file=sys.stderr)
"""

COUNTED = """
import sys
import regex
compile, compiled, read = regex.compile, set(), set()
regex.compile = lambda source, flags=0: (compiled.add((source, flags)), compile(source, flags))[1]
sys.addaudithook(lambda event, details: event == "open" and read.add(str(details[0])))
from webapp.cli import main
try:
    main(sys.argv[1:])
finally:
    print(len(compiled), *read, sep="\\n", file=sys.stderr)
"""


def printed(program: str, folder: Path, *arguments: str, status: int, **settings: str) -> list[str]:
    """Run stet in a fresh interpreter and return the lines of standard error."""
    clean = {
        name: value for name, value in os.environ.items() if not name.upper().startswith("STET_") and name not in COLOUR
    }
    done = subprocess.run(
        (sys.executable, "-c", program, *arguments),
        cwd=folder,
        env={**clean, "PYTHONPATH": str(ROOT), **settings},
        capture_output=True,
        text=True,
    )
    assert done.returncode == status, done.stderr
    return done.stderr.splitlines()


def loaded(folder: Path, *arguments: str, status: int, **settings: str) -> set[str]:
    """Run stet in a fresh interpreter and return the modules loaded at its end."""
    return set(printed(PROGRAM, folder, *arguments, status=status, **settings)[-1].split())


def brought(modules: set[str], *packages: str) -> set[str]:
    """Return the packages to which these modules belong."""
    return {each for each in packages if any(f"{module}.".startswith(f"{each}.") for module in modules)}


@pytest.fixture
def two_files(tmp_path: Path) -> Path:
    (tmp_path / "nine.txt").write_text("The mayor said no.\n", encoding="utf-8")
    (tmp_path / "noon.txt").write_text("The mayor said yes.\n", encoding="utf-8")
    return tmp_path


def test_to_compare_two_files_brings_neither_site_nor_database_nor_settings(two_files: Path) -> None:
    modules = loaded(two_files, "diff", "nine.txt", "noon.txt", status=1)
    assert "webapp.engine.pipeline" in modules
    assert brought(modules, *SITE, *SETTINGS, *FILES, "urllib3", "idna") == set()


def test_what_writes_in_colour_is_loaded_for_colour_only(two_files: Path) -> None:
    plain = loaded(two_files, "diff", "nine.txt", "noon.txt", status=1)
    coloured = loaded(two_files, "diff", "nine.txt", "noon.txt", status=1, FORCE_COLOR="1")
    assert (brought(plain, "rich"), brought(coloured, "rich")) == (set(), {"rich"})


def test_two_short_texts_compile_few_patterns_and_read_the_table_of_their_language_only(two_files: Path) -> None:
    patterns, *read = printed(COUNTED, two_files, "diff", "nine.txt", "noon.txt", status=1)
    assert int(patterns) <= MAX_PATTERNS
    tables = {
        Path(name).name for name in read if Path(name).parent == ROOT / TABLES and name.endswith((".toml", ".txt"))
    }
    assert tables == {"common.toml", "en.toml", "function_words.txt"}


@pytest.mark.parametrize(
    ("form", "packages"),
    [("json", set()), ("txt", set()), ("csv", set()), ("html", {"jinja2"}), ("docx", {"docx", "lxml"})],
)
def test_a_file_brings_what_writes_it_and_neither_site_nor_database(
    two_files: Path, form: str, packages: set[str]
) -> None:
    modules = loaded(two_files, "diff", "nine.txt", "noon.txt", "--format", form, "-o", "story", status=1)
    assert brought(modules, *SITE, *SETTINGS) == set()
    assert brought(modules, "docx", "jinja2", "lxml", "PIL") == packages


def test_a_setting_in_the_environment_is_read_and_checked(two_files: Path) -> None:
    modules = loaded(two_files, "diff", "nine.txt", "noon.txt", status=2, STET_MAX_TEXT_WORDS="2")
    assert brought(modules - SETTINGS_OF_STORAGE, *SITE) == set()
    assert "webapp.settings" in modules
    loaded(two_files, "diff", "nine.txt", "noon.txt", status=2, stet_port="http")
    loaded(two_files, "diff", "nine.txt", "noon.txt", status=1, STET_PORT="")


def test_the_version_brings_no_command(tmp_path: Path) -> None:
    assert brought(loaded(tmp_path, "--version", status=0), *SITE, *SETTINGS, "webapp.engine") == set()


def test_the_list_of_articles_brings_no_site(tmp_path: Path) -> None:
    loaded(tmp_path, "seed", status=0, STET_DATA_DIR=str(tmp_path / "data"))
    modules = loaded(tmp_path, "list", status=0, STET_DATA_DIR=str(tmp_path / "data"))
    assert brought(modules, "flask", "waitress", "webapp.web", "webapp.api", "webapp.app") == set()
