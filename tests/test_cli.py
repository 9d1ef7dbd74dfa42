"""`stet …`: output and exit status."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from itertools import permutations
from pathlib import Path
from socket import create_server
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result

from tests.databases import execute
from webapp import __version__
from webapp.cli import main
from webapp.services import sample_folders

STET = (sys.executable, "-c", "from webapp.cli import main; main()")
SAMPLES = sorted(sample_folders()[0].glob("*.txt"))


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder. The data folder is another one, which does not exist yet."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parent.parent))
    return here


def stet(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)


def assert_trouble(result: Result, message: str) -> None:
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert "Traceback" not in result.stderr


def assert_nothing_was_made(here: Path) -> None:
    assert not (here.parent / "data").exists()


@pytest.mark.parametrize(("old", "new"), [*permutations(SAMPLES, 2)], ids=lambda path: path.stem)
def test_the_json_of_two_samples_rebuilds_both_texts(old: Path, new: Path) -> None:
    result = stet("diff", str(old), str(new), "--format", "json")
    assert result.exit_code == 1
    segments = json.loads(result.stdout)["segments"]
    for side, path, op in (("old", old, "delete"), ("new", new, "insert")):
        text = path.read_bytes().decode()
        spans = sorted(segment[side] for segment in segments if segment["op"] in ("equal", op))
        assert all(segment[side] is None for segment in segments if segment["op"] not in ("equal", op))
        assert "".join(text[start:end] for start, end in spans) == text


def test_without_a_terminal_a_change_is_marked_with_brackets() -> None:
    Path("nine.txt").write_text("The mayor said no.\n", encoding="utf-8")
    Path("noon.txt").write_text("The mayor said maybe.\n", encoding="utf-8")
    result = stet("diff", "nine.txt", "noon.txt")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.replace("] {", "]{") == "The mayor said [-no-]{+maybe+}.\n"


def test_a_change_is_coloured_on_a_terminal_without_red_and_green(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    Path("nine.txt").write_text("The mayor said no.", encoding="utf-8")
    result = stet("diff", "nine.txt", "-", stdin="The mayor said maybe.")
    assert "\x1b[9;33mno\x1b[0m" in result.stdout
    assert "\x1b[4;34mmaybe\x1b[0m" in result.stdout
    assert "[-" not in result.stdout


def test_brackets_are_used_if_the_reader_wants_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    Path("nine.txt").write_text("The mayor said no.", encoding="utf-8")
    printed = stet("diff", "nine.txt", "-", stdin="The mayor said maybe.").stdout
    assert "[-no-]" in printed
    assert "\x1b" not in printed


def on_a_terminal(*arguments: str, lines: int) -> tuple[str, int]:
    """Run stet in a pseudo-terminal. Return its output and the exit status."""
    ours, theirs = pty.openpty()
    pager = {"PAGER": "tee paged.txt", "LINES": str(lines), "COLUMNS": "80", "TERM": "xterm-256color"}
    process = subprocess.Popen((*STET, *arguments), stdin=theirs, stdout=theirs, env={**os.environ, **pager})
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # on Linux, reading from a closed pseudo-terminal raises EIO
        while part := os.read(ours, 65_536):
            shown += part
    os.close(ours)
    return shown.decode(), process.wait(60)


@pytest.mark.parametrize(("lines", "is_paged"), [(10, True), (100, False)])
def test_what_is_longer_than_the_terminal_is_paged_in_colour(lines: int, is_paged: bool) -> None:
    towns = [f"The mayor of {name * 3} said {{}}.\n\n" for name in "abcdefghijklmnopqrst"]
    Path("nine.txt").write_text("".join(towns).replace("{}", "no"), encoding="utf-8")
    Path("noon.txt").write_text("".join(towns).replace("{}", "maybe"), encoding="utf-8")
    shown, status = on_a_terminal("diff", "nine.txt", "noon.txt", lines=lines)
    assert status == 1
    assert shown.count("\x1b[4;34mmaybe\x1b[0m") == 20
    assert Path("paged.txt").exists() == is_paged


def test_the_same_text_is_status_0(empty_folder: Path) -> None:
    Path("nine.txt").write_text("The mayor said no.", encoding="utf-8")
    result = stet("diff", "nine.txt", "-", stdin="The  mayor\nsaid no.\n")
    assert (result.exit_code, result.stdout) == (0, "No changes.\n")
    assert_nothing_was_made(empty_folder)


@pytest.mark.parametrize(
    ("options", "status"),
    [
        ([], 1),
        (["--ignore", "case"], 1),
        (["--ignore", "case,typography"], 0),
        (["--ignore", "case", "--ignore", "typography"], 0),
        (["--ignore", "case,typography", "--show", "spacing"], 1),
    ],
)
def test_the_options_decide_what_is_the_same(options: list[str], status: int) -> None:
    Path("nine.txt").write_text("The mayor said “no”.", encoding="utf-8")
    assert stet("diff", "nine.txt", "-", *options, stdin='The Mayor  said "no".').exit_code == status


def test_texts_are_read_in_the_encodings_that_text_files_have() -> None:
    """BAD_INPUT 36."""
    Path("mark.txt").write_bytes("Ünïcode\n".encode("utf-8-sig"))
    Path("wide.txt").write_bytes("Ünïcode\n".encode("utf-16"))
    Path("plain.txt").write_bytes("Ünïcode\n".encode())
    for name in ("mark.txt", "wide.txt"):
        result = stet("diff", name, "plain.txt", "--format", "json", "--show", "spacing")
        assert result.exit_code == 0
        sides = json.loads(result.stdout)
        assert sides["old"]["sha256"] == sides["new"]["sha256"]


def test_texts_that_differ_in_their_line_ends_are_the_same() -> None:
    """BAD_INPUT 37. The offsets count in each file as it is."""
    lines = ["The mayor said no.", "", "Nobody else did.", ""]
    for name, end in (("lf", "\n"), ("crlf", "\r\n"), ("cr", "\r")):
        Path(f"{name}.txt").write_bytes(end.join(lines).encode())
    for old, new in permutations(("lf", "crlf", "cr"), 2):
        assert stet("diff", f"{old}.txt", f"{new}.txt", "--show", "spacing").exit_code == 0
        result = stet("diff", f"{old}.txt", f"{new}.txt", "--format", "json")
        assert result.exit_code == 0
        for side, name in (("old", old), ("new", new)):
            sent = Path(f"{name}.txt").read_bytes()
            assert json.loads(result.stdout)[side]["sha256"] == sha256(sent).hexdigest()


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("story.txt", b" ", "story.txt holds nothing but white space."),
        ("story.txt", b"\xff\xd8\xff\xe0 a picture", "story.txt is not UTF-8 text"),
        ("story.txt", b"A\0B", "story.txt is not plain text"),
        ("story.docx", b"PK\x03\x04", "story.docx is a zip archive"),
        ("story.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "story.doc is an old Word document"),
        ("story.txt", b"%PDF-1.7", "story.txt is damaged or was cut off"),
        ("story.txt", b"a" * 2_000_001, "story.txt is too long: it has 2,000,001 bytes, and the limit is 2,000,000."),
        ("story.txt", b"a" * 5_000_000, "story.txt is too long: it has 5,000,000 bytes, and the limit is 2,000,000."),
        ("story.txt", b"a" * 10_000_001, "story.txt is too large: a file may have 10,000,000 bytes."),
        ("story.txt", b"a " * 300_001, "story.txt is too long: it has 300,001 words, and the limit is 300,000."),
    ],
)
def test_a_file_that_cannot_be_compared_is_reported_in_one_line(
    empty_folder: Path, name: str, data: bytes, message: str
) -> None:
    """BAD_INPUT 26, 35, 36."""
    Path(name).write_bytes(data)
    Path("good.txt").write_text("A story.", encoding="utf-8")
    assert_trouble(stet("diff", name, "good.txt"), message)
    assert_trouble(stet("diff", "good.txt", name), message)
    assert_nothing_was_made(empty_folder)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["absent.txt", "-"], "absent.txt cannot be read: No such file or directory."),
        ([".", "-"], ". cannot be read: Is a directory."),
        (["-", "-"], "Only one side can come from standard input."),
        (["-", "absent.txt", "--ignore", "colour"], "It knows: case, punctuation, spacing, spelling, typography."),
        (["-", "absent.txt", "--show", "case"], "It knows: spacing."),
    ],
)
def test_an_unknown_option_value_is_reported_in_one_line(
    empty_folder: Path, arguments: list[str], message: str
) -> None:
    assert_trouble(stet("diff", *arguments, stdin="A story."), message)
    assert_nothing_was_made(empty_folder)


def test_an_article_gives_the_terminal_no_orders() -> None:
    """BAD_INPUT 25."""
    Path("nine.txt").write_text("A \x1b]0;title\x07 \x9b2J line.", encoding="utf-8")
    printed = stet("diff", "nine.txt", "-", stdin="Another \u202eline\u202c.").stdout
    assert not set(printed) & set("\x1b\x07\x9b\u202e\u202c")
    assert "<U+001B>" in printed
    assert "<U+202E>" in printed


ORDERS = "".join(chr(code) for code in (*range(1, 0x20), *range(0x7F, 0xA0)) if chr(code) not in "\t\n")


def test_no_control_character_of_a_text_a_title_or_a_name_reaches_the_terminal() -> None:
    """BAD_INPUT 22, 25."""
    name = "nine\x1b[2J\x9b\u202e.txt"
    Path(name).write_text(f"He said {ORDERS} no.", encoding="utf-8")
    stet("seed")
    missing = stet("diff", f"absent\x1b[2J\x9b\u2066{name}", "-")
    shared = stet("share", name, "-", stdin="He said \x1b\x9b\u2028 yes.")
    said = [stet("diff", name, "-", stdin="She \u2028 said\x85 so."), missing, shared, stet("list")]
    written = [stet("diff", name, "-", "--format", form, stdin="She said.") for form in ("txt", "csv", "diff", "html")]
    link, _ = link_and_key(shared)
    written += [stet("export", link, "--format", form) for form in ("json", "txt", "html", "csv")]
    for result in (*said, *written):
        assert not set(result.output) & (set(ORDERS) - {"\r"} | set("\u202e\u2066\u2028")), result.output
    assert "\r" not in said[0].output
    assert missing.stderr.startswith("Error: absent<U+001B>[2J<U+009B><U+2066>nine")


def test_a_closed_pipe_ends_it_quietly() -> None:
    old, new = SAMPLES[:2]
    reading, writing = os.pipe()
    os.close(reading)
    diff = subprocess.run((*STET, "diff", old, new), stdout=writing, stderr=subprocess.PIPE, timeout=60)
    os.close(writing)
    assert diff.stderr == b""


def test_the_samples_are_loaded_once_and_listed(empty_folder: Path) -> None:
    assert_trouble(stet("list"), "stet seed")
    assert stet("seed").stdout == "un-xinjiang-report-2022: 5 added, 0 unchanged\n"
    assert stet("seed", str(SAMPLES[0].parent)).stdout == "un-xinjiang-report-2022: 0 added, 5 unchanged\n"
    assert len(stet("list").stdout.splitlines()) == 5
    line = stet("list", "nextshark", "samson").stdout.splitlines()[0]
    assert "China trying to block United Nations report" in line
    assert "NextShark" in line
    assert stet("list", "nobody-at-all").stderr == "No article matches.\n"


def test_a_folder_that_cannot_be_loaded_is_reported_in_one_line() -> None:
    assert_trouble(stet("seed", "absent"), "absent/about.toml cannot be read: No such file or directory.")


def test_an_unusable_setting_is_reported_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STET_DATABASE_URL", "mysql://127.0.0.1/stet")
    assert_trouble(stet("list"), "STET_DATABASE_URL cannot be used")


BAD_SETTINGS = [
    ("STET_SECRET_KEY", "short", "it needs at least 32 characters"),
    ("STET_SECRET_KEY_FILE", "absent", "the file absent cannot be read: No such file or directory."),
    ("STET_SECRET_KEY_FILE", ".", "the file . cannot be read: Is a directory."),
    ("STET_SECRET_KEY_FILE", "picture", "the file picture holds no key"),
    ("STET_DATA_DIR", "/dev/null/data", "/dev/null/data is not a folder, or is inside something that is not one."),
    ("STET_DATA_DIR", "picture", "picture is not a folder"),
    ("STET_DATABASE_URL", "sqlite:////dev/null/stet.sqlite3", "/dev/null is not a folder"),
    ("STET_DATABASE_URL", "mysql://127.0.0.1/stet", "it must begin with"),
    ("STET_PUBLIC_URL", "javascript://stet.example", "such as https://stet.example"),
    ("STET_PUBLIC_URL", "stet.example", "such as https://stet.example"),
    ("STET_FRAME_ANCESTORS", "https://intranät.example", "such as https://intranet.example:8443"),
    ("STET_FRAME_ANCESTORS", "https://", "such as https://intranet.example:8443"),
    ("STET_ALLOWED_HOSTS", "https://stet.example", "such as stet.example"),
    ("STET_HOST", "a..b", "such as localhost"),
    ("STET_PORT", "http", "valid integer"),
    ("STET_PORT", "65536", "less than or equal to 65535"),
    ("STET_SECURE_COOKIES", "maybe", "valid boolean"),
    ("STET_MAX_TEXT_BYTES", "0", "greater than or equal to 1"),
    ("STET_MAX_TEXT_BYTES", "9" * 30, "less than or equal to 1000000000"),
    ("STET_MAX_TEXT_WORDS", "9" * 5_000, "exceeded maximum size"),
]
WAYS_TO_START = {
    "serve": (*STET, "serve", "--port", "0"),
    "list": (*STET, "list"),
    "share": (*STET, "share", "1", "2"),
    "wsgi": (sys.executable, "-c", "from webapp.wsgi import app"),
}


@pytest.mark.parametrize(("name", "value", "expected"), BAD_SETTINGS, ids=lambda value: value[:40])
def test_every_setting_that_cannot_be_used_stops_every_start_in_one_line(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    Path("picture").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\xff" * 64)
    monkeypatch.setenv(name, value)
    serve = ["serve"] if name == "STET_PORT" else ["serve", "--port", "0"]
    for arguments in (serve, ["list"], ["seed"], ["share", "1", "2"], ["verify", "A" * 22]):
        result = stet(*arguments)
        assert_trouble(result, f"{name} cannot be used: ")
        assert expected in result.stderr


@pytest.mark.parametrize("way", WAYS_TO_START.values(), ids=WAYS_TO_START)
def test_no_way_to_start_shows_a_traceback(monkeypatch: pytest.MonkeyPatch, way: tuple[str, ...]) -> None:
    monkeypatch.setenv("STET_SECRET_KEY_FILE", "absent")
    done = subprocess.run(way, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: STET_SECRET_KEY_FILE cannot be used: the file absent cannot be read: No such file or directory.\n"
    )


def test_any_wsgi_server_can_be_given_the_application() -> None:
    program = "from webapp import wsgi; app = wsgi.app; assert app is wsgi.app; print(app.test_client().get('/readyz'))"
    done = subprocess.run((sys.executable, "-c", program), capture_output=True, text=True)
    assert "200 OK" in done.stdout, done.stderr


def test_a_variable_that_is_empty_counts_as_not_set(monkeypatch: pytest.MonkeyPatch, empty_folder: Path) -> None:
    for name in ("STET_PORT", "STET_SECRET_KEY", "STET_SECRET_KEY_FILE", "STET_PUBLIC_URL", "STET_DATABASE_URL"):
        monkeypatch.setenv(name, "")
    assert stet("seed").exit_code == 0
    assert list(empty_folder.iterdir()) == []


def test_a_database_without_its_version_is_reported_in_one_line(empty_folder: Path) -> None:
    """BAD_INPUT 50."""
    stet("seed")
    execute(f"sqlite:///{empty_folder.parent / 'data' / 'stet.sqlite3'}", "DELETE FROM alembic_version")
    for command in (["list"], ["seed"], ["serve", "--port", "0"]):
        assert_trouble(stet(*command), "does not say in which form")


def test_two_servers_on_one_database_both_serve(server: subprocess.Popen[str]) -> None:
    """BAD_INPUT 50."""
    other = subprocess.Popen((*STET, "serve", "--port", "0"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        for each in (server, other):
            assert each.stdout is not None
            address = each.stdout.readline().removeprefix("Stet is at ").strip()
            with urlopen(f"{address}/articles", timeout=30) as page:
                assert "NextShark" in page.read().decode()
    finally:
        other.kill()
        other.communicate(timeout=60)


def test_it_prints_its_version() -> None:
    assert stet("--version").stdout == f"stet, version {__version__}\n"


@pytest.fixture
def server() -> Iterator[subprocess.Popen[str]]:
    """`stet serve` on a free port, with the samples."""
    arguments = ("serve", "--port", "0", "--with-samples")
    process = subprocess.Popen((*STET, *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    yield process
    process.kill()
    process.communicate(timeout=60)


def test_it_serves_prints_its_url_in_one_line_and_ends_quietly(server: subprocess.Popen[str]) -> None:
    assert server.stdout is not None
    line = server.stdout.readline()
    assert line.startswith("Stet is at http://127.0.0.1:")
    with urlopen(line.removeprefix("Stet is at ").strip(), timeout=30) as page:
        assert "NextShark" in page.read().decode()
    server.send_signal(signal.SIGINT)
    assert server.communicate(timeout=30) == ("", "")
    assert server.returncode == 0


@pytest.mark.parametrize(("host", "here"), [("0.0.0.0", "127.0.0.1"), ("127.0.0.2", "127.0.0.2")])
def test_it_says_under_which_names_it_answers_others(monkeypatch: pytest.MonkeyPatch, host: str, here: str) -> None:
    monkeypatch.setenv("STET_ALLOWED_HOSTS", "Stet.example")
    with subprocess.Popen((*STET, "serve", "--host", host, "--port", "0"), stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert server.stdout.readline().startswith(f"Stet is at http://{here}:")
        names = server.stdout.readline()
        server.terminate()
    assert {"localhost", "127.0.0.1", "[::1]", "stet.example"} <= set(re.findall(r"[^\s,]*[^\s,.]", names))
    assert "STET_ALLOWED_HOSTS" in names


def test_a_link_leads_to_this_machine_if_the_server_listens_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STET_HOST", "0.0.0.0")
    stet("seed")
    link, _ = link_and_key(stet("share", "1", "2"))
    assert link.startswith("http://127.0.0.1:8000/c/")


def test_a_taken_port_is_reported_in_one_line() -> None:
    with create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert_trouble(stet("serve", "--port", str(port)), f"port {port}: another program is already listening there")


def test_it_refuses_a_database_of_a_newer_stet(empty_folder: Path) -> None:
    """BAD_INPUT 50."""
    stet("seed")
    file = empty_folder.parent / "data" / "stet.sqlite3"
    execute(f"sqlite:///{file}", "UPDATE alembic_version SET version_num = '9999'")
    for command in (["list"], ["seed"], ["serve", "--port", "0"]):
        assert_trouble(stet(*command), "written by a newer Stet")


def link_and_key(result: Result) -> tuple[str, str]:
    link, key = result.stdout.splitlines()
    return link, key.rpartition(": ")[2]


def test_two_articles_are_shared_by_number_and_the_link_verified() -> None:
    stet("seed")
    link, key = link_and_key(stet("share", "1", "2", "--title", "Wire", "--expires", "week"))
    assert link.startswith("http://127.0.0.1:8000/c/")
    assert len(key) == 22
    for form in (link, link.rpartition("/")[2], f"{link}?view=side#c1"):
        result = stet("verify", form)
        assert result.exit_code == 0
        assert [line.split()[0] for line in result.stdout.splitlines()] == ["old", "new", "result", "today"]
    assert "the same result" in result.stdout


def test_two_files_are_shared_under_their_names() -> None:
    Path("nine.txt").write_text("The mayor said no.", encoding="utf-8")
    Path("noon.txt").write_text("The mayor said yes.", encoding="utf-8")
    stet("seed")
    link = stet("share", "nine.txt", "noon.txt").stdout.splitlines()[0]
    assert "noon.txt" in stet("export", "--format", "json", link).stdout
    assert "noon.txt" not in stet("list").stdout


def test_a_link_whose_text_was_altered_is_status_1(empty_folder: Path) -> None:
    stet("seed")
    link, _ = link_and_key(stet("share", "1", "2"))
    execute(f"sqlite:///{empty_folder.parent / 'data' / 'stet.sqlite3'}", "UPDATE text SET body = body || '!'")
    result = stet("verify", link)
    assert result.exit_code == 1
    assert result.stdout.count("frozen as") == 2
    assert "a different result: " in result.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["share", "1", "999"], "There is no such article."),
        (["share", "9" * 30, "1"], "There is no such article."),
        (["share", str(2**63), "1"], "There is no such article."),
        (["share", "1", "9" * 5_000], "There is no such article."),
        (["share", "0", "1"], "There is no such article."),
        (["share", "1", "1"], "Both sides are the same version."),
        (["share", "1", "2", "--expires", "yesterday"], "A link expires never"),
        (["share", "1", "absent.txt"], "absent.txt cannot be read"),
        (["verify", "A" * 22], "There is no such comparison."),
    ],
)
def test_what_cannot_be_shared_or_verified_is_reported_in_one_line(arguments: list[str], message: str) -> None:
    """BAD_INPUT 43, 44."""
    stet("seed")
    assert_trouble(stet(*arguments), message)


def test_links_that_have_ended_are_pruned_with_the_files_that_were_shared(empty_folder: Path) -> None:
    Path("nine.txt").write_text("The mayor said no.", encoding="utf-8")
    Path("noon.txt").write_text("The mayor said yes.", encoding="utf-8")
    stet("seed")
    stet("share", "nine.txt", "noon.txt", "--expires", "day")
    database = f"sqlite:///{empty_folder.parent / 'data' / 'stet.sqlite3'}"
    assert stet("prune").stdout == "Removed: 0 links, 0 articles, 0 texts.\n"
    execute(database, "UPDATE comparison SET expires_at = '2001-01-01 00:00:00'")
    assert stet("prune").stdout == "Removed: 1 links, 2 articles, 2 texts.\n"
    assert len(stet("list").stdout.splitlines()) == len(SAMPLES)


@pytest.mark.parametrize("form", ["html", "txt", "csv", "diff", "tei.xml"])
def test_two_files_are_compared_into_a_file_of_another_kind(form: str) -> None:
    Path("nine.txt").write_text("The mayor said no.\n", encoding="utf-8")
    Path("noon.txt").write_text("The mayor said maybe.\n", encoding="utf-8")
    result = stet("diff", "nine.txt", "noon.txt", "--format", form)
    assert result.exit_code == 1
    assert "maybe" in result.stdout


def test_a_word_file_is_written_to_disk() -> None:
    Path("nine.txt").write_text("The mayor said no.\n", encoding="utf-8")
    result = stet("diff", "nine.txt", "-", "--format", "docx", "-o", "story.docx", stdin="The mayor said yes.")
    assert (result.exit_code, result.stdout) == (1, "")
    assert Path("story.docx").read_bytes().startswith(b"PK")


def test_a_link_is_exported_as_what_was_stored() -> None:
    stet("seed")
    link, _ = link_and_key(stet("share", "1", "2"))
    written = stet("export", link, "--format", "json").stdout_bytes
    assert sha256(written).hexdigest() in stet("verify", link).stdout
    assert "<ins" in stet("export", link).stdout
    assert_trouble(stet("export", "A" * 22), "There is no such comparison.")


@pytest.mark.parametrize("output", [".", "absent/story.html", "/dev/full", "/dev/null/story.html"])
def test_a_file_that_cannot_be_written_is_trouble_and_not_a_difference(output: str) -> None:
    Path("nine.txt").write_text("The mayor said no.\n", encoding="utf-8")
    for form in ("html", "json", "docx"):
        result = stet("diff", "nine.txt", "-", "--format", form, "-o", output, stdin="The mayor said yes.")
        assert_trouble(result, f"{output} cannot be written: ")
    stet("seed")
    link, _ = link_and_key(stet("share", "1", "2"))
    assert_trouble(stet("export", link, "-o", output), f"{output} cannot be written: ")
