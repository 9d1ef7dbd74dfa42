"""Which way imports run, held to the map in docs/architecture.md: a forbidden arrow fails here."""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "webapp"
READERS_OF_THE_ENVIRONMENT = {"settings.py", "start/environment.py"}
SPEAKER_OF_HTMX = "web/shell/htmx.py"
# What serves `/c/<id>`, its frame, card, preview and files. Services are one door to every verb, some of which compare:
# which of their functions run for a link is held by tests/web/test_permalinks.py.
SERVES_A_LINK = ("display/**/*.py", "exporters/**/*.py", "web/permalinks/*.py", "web/reading/result.py")
OTHER_DOOR = "webapp.services"
WHAT_COMPARES = ("webapp.engine.languages", "webapp.engine.text.tokenise", "webapp.engine.pipeline")
MAX_LINES = 200
MAX_FILES_BESIDE_ROOMS = 8
WAYS_TO_THE_ENVIRONMENT = {"environ", "environb", "getenv", "envvar", "auto_envvar_prefix"}
MODULE_BY_NAME = re.compile(r"(webapp(?:\.\w+)+)(?::\w+)?")
"""What `resolve_name` is given, to load a module when it is needed: an import all the same."""


@dataclass(frozen=True)
class Room:
    """What a room may import: rooms or modules of ours (as names under `webapp`), and packages from elsewhere.

    A room does not open the rooms inside it: who may import `engine` may not import `engine.text`.
    """

    ours: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


RESULT = ("engine.model", "engine.options", "engine.span")
"""What a comparison is asked for and what it says, without anything that compares."""

PAGES = ("flask", "flask_wtf", "markupsafe", "werkzeug")

ROOMS = {
    "": Room(),
    "errors": Room(),
    "resources": Room(),
    "start": Room(("errors",)),
    "settings": Room(
        ("errors", "start", "input.limits", "fetching.settings", "storage.settings"),
        ("platformdirs", "pydantic", "pydantic_settings"),
    ),
    "engine": Room(
        (
            "engine.text",
            "engine.align",
            "engine.story",
            "engine.edits",
            "engine.changes",
            "engine.languages",
        )
    ),
    "engine.languages": Room(("patterns",), ("regex",)),
    "engine.text": Room((*RESULT, "engine.context", "engine.languages", "patterns"), ("icu4py", "regex")),
    "engine.align": Room((*RESULT, "engine.context", "engine.text"), ("rapidfuzz",)),
    "engine.story": Room((*RESULT, "engine.context", "engine.languages", "engine.text", "engine.align", "patterns")),
    "engine.edits": Room(
        (*RESULT, "engine.context", "engine.text", "engine.align.order", "patterns"),
        ("diff_match_patch", "rapidfuzz", "regex"),
    ),
    "engine.changes": Room((*RESULT, "engine.context", "engine.text", "engine.edits", "engine.changes.flags")),
    "engine.changes.flags": Room(
        (*RESULT, "engine.context", "engine.languages", "engine.text", "engine.edits", "patterns"), ("regex",)
    ),
    "display": Room((*RESULT, "engine.changes.judgement", "patterns")),
    "render": Room(("display", "resources"), ("jinja2", "markupsafe")),
    "exporters": Room((*RESULT, "engine.codec", "display", "render", "errors"), ("PIL", "docx", "lxml", "rapidfuzz")),
    "importers": Room(
        ("errors",),
        (
            "brotli",
            "chardet",
            "compressed_rtf",
            "fastwarc",
            "lxml",
            "olefile",
            "pypdfium2",
            "resiliparse",
            "striprtf",
        ),
    ),
    "fetching": Room(
        ("errors", "start", "__version__"), ("idna", "protego", "pydantic", "pydantic_settings", "urllib3")
    ),
    "input": Room((*RESULT, "engine.text.tokenise", "display.shortening", "importers", "fetching", "errors")),
    "finding": Room(("engine.languages", "engine.span", "engine.text", "errors", "patterns"), ("regex",)),
    "storage": Room(("errors",), ("alembic", "psycopg", "pydantic", "sqlalchemy")),
    "storage.migrations": Room(("storage",), ("alembic", "sqlalchemy")),
    "services": Room(
        (
            *RESULT,
            "engine",
            "engine.languages.detect",
            "engine.text.tokenise",
            "display.phrases",
            "exporters",
            "storage",
            "importers",
            "fetching.model",
            "fetching.polite",
            "fetching.written",
            "finding",
            "input",
            "errors",
            "resources",
            "settings",
            "start",
            "lru",
            "workers",
        ),
        ("pydantic",),
    ),
    "web": Room(),
    "web.shell": Room(
        ("services", "input.limits", "display", "render", "lru", "errors", "settings", "start.hosts"), PAGES
    ),
    "web.desk": Room(("web.shell", "services", "input.limits", "errors"), PAGES),
    "web.library": Room(("web.shell", "services", "input.limits", "display", "exporters.feeds", "errors"), PAGES),
    "web.reading": Room((*RESULT, "web.shell", "services", "input", "display", "errors"), PAGES),
    "web.permalinks": Room(
        (*RESULT, "web.shell", "web.reading", "services", "input.limits", "display", "exporters", "lru", "errors"),
        PAGES,
    ),
    "api": Room(
        (*RESULT, "services", "input", "errors", "settings", "__version__"),
        ("flask", "markupsafe", "pydantic", "werkzeug"),
    ),
    "app": Room(
        (
            "web.shell",
            "web.desk",
            "web.library",
            "web.reading",
            "web.permalinks",
            "api",
            "services",
            "importers.process.reader",
            "storage",
            "errors",
            "resources",
            "settings",
            "workers",
        ),
        ("flask", "flask_compress", "flask_wtf"),
    ),
    "jobs": Room(("services", "errors"), ("dbos", "sqlalchemy")),
    "lru": Room(),
    "patterns": Room((), ("regex",)),
    "workers": Room(("engine", "engine.options", "errors")),
    "wsgi": Room(("app", "errors", "settings"), ("flask",)),
    "server": Room(("services", "settings"), ("waitress",)),
    "cli": Room(
        (
            *RESULT,
            "app",
            "jobs",
            "server",
            "services",
            "importers.imported",
            "importers.process.reader",
            "fetching.written",
            "input",
            "display",
            "exporters",
            "engine",
            "errors",
            "settings",
            "start.environment",
            "start.hosts",
            "__version__",
        ),
        ("click", "rich"),
    ),
    "__main__": Room(("cli",)),
}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def name_in_package(module: Path) -> str:
    return module.relative_to(PACKAGE).as_posix()


def imported_names(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [f"{node.module}.{alias.name}" for alias in node.names]


def named_modules(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the modules that are named in strings of their own, with their lines."""
    for node in ast.walk(tree):
        named = isinstance(node, ast.Constant) and MODULE_BY_NAME.fullmatch(str(node.value))
        if named:
            yield node.lineno, named[1]


def is_under(name: str, parents: tuple[str, ...]) -> bool:
    return any(name == parent or name.startswith(f"{parent}.") for parent in parents)


def room_of(name: str) -> str:
    """Return the innermost room that a name under `webapp` lies in; "" for the package itself."""
    return max((room for room in ROOMS if is_under(name, (room,))), key=len, default="")


def may_import(room: str, name: str) -> bool:
    if name != "webapp" and not name.startswith("webapp."):
        return is_under(name, (*sys.stdlib_module_names, *ROOMS[room].packages))
    ours = name.removeprefix("webapp").lstrip(".")
    inner = room_of(ours)
    return inner == room != "" or any(
        is_under(ours, (open_,)) and len(inner) <= len(open_) for open_ in ROOMS[room].ours
    )


def forbidden_imports(room: str, source: str) -> Iterator[str]:
    """Yield a line for each import that the room may not make, that is relative, or that hides below the top level."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            if isinstance(node, ast.ImportFrom) and node.level:
                yield f"line {node.lineno}: a relative import"
                continue
            if node not in tree.body:
                yield f"line {node.lineno}: an import below the top level"
            yield from (
                f"line {node.lineno}: {room} imports {name}"
                for name in imported_names(node)
                if not may_import(room, name)
            )
    for line, name in named_modules(tree):
        if not may_import(room, name):
            yield f"line {line}: {room} names {name}"


def modules_named(module: Path) -> Iterator[Path]:
    """Yield the modules of ours that a module names in its imports; a package that they lie in is not among them."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    imports = (node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom))
    names = [*(name for node in imports for name in imported_names(node)), *(name for _, name in named_modules(tree))]
    for name in names:
        if not is_under(name, (OTHER_DOOR,)):
            yield from module_of(name)


def module_of(name: str) -> Iterator[Path]:
    """Yield the file of a module, or of the module that holds a name; none for what is not ours."""
    path = PACKAGE.parent / name.replace(".", "/")
    places = (
        path.with_suffix(".py"),
        path / "__init__.py",
        path.parent.with_suffix(".py"),
        path.parent / "__init__.py",
    )
    yield from [place for place in places if place.is_relative_to(PACKAGE) and place.is_file()][:1]


def reached_from(modules: Iterable[Path]) -> set[Path]:
    """Return modules and all that they name, and what these name."""
    reached: set[Path] = set()
    waiting = list(modules)
    while waiting:
        module = waiting.pop()
        if module not in reached:
            reached.add(module)
            waiting += modules_named(module)
    return reached


def dotted(module: Path) -> str:
    return f"webapp.{name_in_package(module).removesuffix('.py').removesuffix('/__init__').replace('/', '.')}"


def reads_of_the_environment(source: str) -> Iterator[str]:
    """Yield a line for each place that reads an environment variable, by `os` or by an option's `envvar`."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr=name) | ast.keyword(arg=name) | ast.alias(name=name):
                if name in WAYS_TO_THE_ENVIRONMENT:
                    yield f"line {node.lineno}: {name}"


def run_in_a_fresh_interpreter(program: str, folder: Path) -> list[str]:
    """Return the lines that a program prints when nothing was imported before it, with `folder` to work in."""
    done = subprocess.run(
        [sys.executable, "-B", "-c", f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n{program}"],
        cwd=folder,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.parametrize("module", modules(), ids=name_in_package)
def test_a_module_imports_only_what_its_room_may(module: Path) -> None:
    room = room_of(dotted(module).removeprefix("webapp").lstrip("."))
    assert room or module.parent == PACKAGE, f"{module} is in no room of the map: add it to ROOMS"
    assert list(forbidden_imports(room, module.read_text(encoding="utf-8"))) == []


def test_the_page_of_the_architecture_draws_the_arrows_of_this_table() -> None:
    """A line of the page, `room -> rooms`, counts the rooms inside a room as the room."""
    page = (PACKAGE.parent / "docs/architecture.md").read_text(encoding="utf-8")
    drawn = {room: set(others.split()) for room, others in re.findall(r"^    (\w+) +->  (.+)$", page, re.MULTILINE)}
    folders = {room for room in ROOMS if room and (PACKAGE / room).is_dir()}
    allowed = {
        folder: {opened.partition(".")[0] for name in ROOMS if is_under(name, (folder,)) for opened in ROOMS[name].ours}
        for folder in folders
    }
    assert drawn == {
        folder: rooms & folders - {folder} for folder, rooms in allowed.items() if rooms & folders - {folder}
    }


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("engine", "import flask"),
        ("engine.text", "from webapp.engine.align.links import Link"),
        ("engine.align", "from webapp.engine.pipeline import compare"),
        ("engine.changes.flags", "from webapp.engine.changes.classify import flag_changes"),
        ("web.shell", "from webapp.web.desk import page"),
        ("web.desk", "from webapp.web.reading.choices import read_look"),
        ("web.library", "from webapp.web.desk.form import read_desk"),
        ("web.shell", "from webapp.web.reading.result import Result"),
        ("render", "from webapp.web.shell.current import whole_address"),
        ("display", "import jinja2"),
        ("cli", "from webapp.engine.text.tokenise import count_words"),
        ("engine", "from webapp.settings import Settings"),
        ("engine", "from webapp import settings"),
        ("engine", "def compare():\n    import difflib"),
        ("engine", "from . import model"),
        ("engine", "import regexes"),
        ("display", "import webapp.storage.tables"),
        ("display", "from webapp.engine.languages.detect import detect_language"),
        ("storage", "from webapp.importers import plain"),
        ("services", "import flask"),
        ("web.reading", "from webapp.engine import compare"),
        ("web.desk", "from webapp.storage.database import Database"),
        ("api", "from webapp.web.shell.htmx import render"),
        ("settings", "import webapp"),
        ("input", "resolve_name('webapp.settings:load_settings')"),
        ("cli", "import_module('webapp.storage')"),
        ("services", "import urllib3"),
        ("importers", "from webapp.fetching.gate import FetchGate"),
    ],
)
def test_the_reader_of_imports_finds_a_forbidden_one(room: str, source: str) -> None:
    assert list(forbidden_imports(room, source))


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("engine.text", "import difflib\nimport regex\nfrom webapp.engine.span import Span"),
        ("web.desk", "from webapp.services import Paste\nfrom webapp.web.shell import htmx"),
        ("app", "from webapp.web.desk import page"),
    ],
)
def test_the_reader_of_imports_lets_an_allowed_one_pass(room: str, source: str) -> None:
    assert list(forbidden_imports(room, source)) == []


def test_what_serves_a_link_reaches_nothing_that_compares() -> None:
    serving = (module for pattern in SERVES_A_LINK for module in PACKAGE.glob(pattern))
    reached = {dotted(module) for module in reached_from(serving)}
    assert {"webapp.engine.model", "webapp.web.permalinks.share", "webapp.exporters.card"} <= reached
    assert [name for name in sorted(reached) if is_under(name, WHAT_COMPARES)] == []


def test_the_walk_over_imports_finds_what_compares() -> None:
    reached = {dotted(module) for module in reached_from([PACKAGE / "engine" / "__init__.py"])}
    assert all(any(is_under(name, (what,)) for name in reached) for what in WHAT_COMPARES)


def test_a_class_name_is_unique() -> None:
    trees = (ast.parse(module.read_text(encoding="utf-8")) for module in modules())
    names = Counter(node.name for tree in trees for node in tree.body if isinstance(node, ast.ClassDef))
    assert [name for name, count in names.items() if count > 1] == []


def test_no_module_is_longer_than_a_reader_holds_in_mind() -> None:
    lines = {name_in_package(module): module.read_text(encoding="utf-8").count("\n") for module in modules()}
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}


@pytest.mark.parametrize("room", ["engine", "web"])
def test_a_room_made_of_rooms_has_few_files_of_its_own(room: str) -> None:
    assert len(list((PACKAGE / room).glob("*.py"))) <= MAX_FILES_BESIDE_ROOMS


def test_only_the_settings_read_the_environment() -> None:
    readers = [name_in_package(module) for module in modules() if list(reads_of_the_environment(module.read_text()))]
    assert set(readers) <= READERS_OF_THE_ENVIRONMENT


@pytest.mark.parametrize("source", ["import os\nos.environ['A']", "from os import getenv", "option(envvar='A')"])
def test_the_search_for_readers_of_the_environment_finds_one(source: str) -> None:
    assert list(reads_of_the_environment(source))


def test_only_one_module_speaks_of_htmx_headers() -> None:
    speakers = [name_in_package(module) for module in modules() if "HX-" in module.read_text(encoding="utf-8")]
    assert speakers == [SPEAKER_OF_HTMX]


def test_the_engine_brings_neither_framework_nor_database_nor_settings(tmp_path: Path) -> None:
    loaded = run_in_a_fresh_interpreter("import webapp.engine\nprint(*sys.modules, sep='\\n')", tmp_path)
    assert "webapp.engine" in loaded
    assert {"flask", "sqlalchemy", "pydantic"}.isdisjoint(loaded)


# urllib3 asks, when it is imported, whether this machine has IPv6: Stet imports it with the first address it fetches.
# croniter, which DBOS imports, asks how wide the machine's words are: Stet imports it with the first job.
EFFECTS_OF_IMPORTING = """
import croniter, importlib, os, pkgutil, urllib3

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
EFFECTS = ("os.mkdir", "os.remove", "os.rename", "os.system", "socket.bind", "socket.connect", "sqlite3.connect",
           "subprocess.Popen")

def report(event, details):
    if event in EFFECTS or (event == "open" and isinstance(details[2], int) and details[2] & WRITING):
        print("effect", event, details)

sys.addaudithook(report)
import webapp
for module in pkgutil.walk_packages(webapp.__path__, "webapp."):
    importlib.import_module(module.name)
    print("imported", module.name)
"""


def test_importing_a_module_has_no_effect(tmp_path: Path) -> None:
    printed = run_in_a_fresh_interpreter(EFFECTS_OF_IMPORTING, tmp_path)
    assert "imported webapp.settings" in printed
    assert [line for line in printed if line.startswith("effect")] == []
    assert list(tmp_path.iterdir()) == []


def test_the_watch_over_imports_sees_an_effect(tmp_path: Path) -> None:
    printed = run_in_a_fresh_interpreter(f"{EFFECTS_OF_IMPORTING}\nopen('made', 'w')", tmp_path)
    assert any(line.startswith("effect open") for line in printed)
