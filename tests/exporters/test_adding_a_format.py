"""A new kind of file is a module and a line: pages, addresses, commands and the test of the docs follow."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULE = '''"""A test's own kind of file."""

from webapp.exporters.model import Sheet


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    return sheet.heading.upper().encode()
'''
LINE = '    Format("shout", "headline in capitals", "text/x-shout", "webapp.exporters.shout:write"),\n'
FIRST_LINE = "_FORMATS = (\n"

PROGRAM = """
import json
import re
from pathlib import Path
from webapp.app import create_app
from webapp.cli import main
from webapp.settings import Settings

app = create_app(Settings(data_dir=Path("data")))
client = app.test_client()
old, new = {"text": "The mayor said no.", "title": "Nine"}, {"text": "The mayor said yes.", "title": "Noon"}
link = "/c/" + client.post("/api/v1/permalinks", json={"old": old, "new": new}).json["id"]
options = [option for name in ("diff", "export") for option in main.commands[name].params if option.name == "form"]
Path("answer.json").write_text(json.dumps({
    "choices": [list(option.type.choices) for option in options],
    "offered": re.findall(r'href="' + link + r'\\.shout">([^<]*)<', client.get(link).text),
    "file": [client.get(link + ".shout").text, client.get(link + ".shout").mimetype],
    "documented": client.get("/api/v1/openapi.json").text.count("shout"),
}))
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Return a copy of the checkout with one more kind of file."""
    for name in ("webapp", "templates", "static", "seeds", "docs"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "CHANGELOG.md", "Makefile", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "test_docs.py", tmp_path / "tests")
    (tmp_path / "webapp" / "exporters" / "shout.py").write_text(MODULE, encoding="utf-8")
    table = tmp_path / "webapp" / "exporters" / "formats.py"
    written = table.read_text(encoding="utf-8")
    assert written.count(FIRST_LINE) == 1
    table.write_text(written.replace(FIRST_LINE, FIRST_LINE + LINE), encoding="utf-8")
    return tmp_path


def run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, which then finds the copy's modules and no others of ours."""
    clean = {name: value for name, value in os.environ.items() if not name.upper().startswith("STET_")}
    environment = {**clean, "PYTHONPATH": str(copy)}
    return subprocess.run((sys.executable, *arguments), cwd=copy, env=environment, capture_output=True, text=True)


def test_a_module_and_a_line_add_a_kind_of_file_to_pages_addresses_and_commands(copy: Path) -> None:
    done = run(copy, "-c", PROGRAM)
    assert done.returncode == 0, done.stderr
    answer = json.loads((copy / "answer.json").read_text(encoding="utf-8"))
    assert answer["offered"] == ["headline in capitals"]
    assert answer["file"] == ["NINE / NOON", "text/x-shout"]
    assert [choices.count("shout") for choices in answer["choices"]] == [1, 1]
    assert answer["documented"] == 0  # the API hands out JSON alone, so its document has no list of files


def test_the_test_of_the_docs_asks_for_a_row_about_it(copy: Path) -> None:
    done = run(copy, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/test_docs.py", "-k", "kind_of_file")
    assert done.returncode == 1
    assert "shout" in done.stdout
