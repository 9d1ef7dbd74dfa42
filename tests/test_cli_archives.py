"""`stet add --split` takes the pages of a web archive apart."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.importers.warc_files import ADDRESS, packed, response, wacz_file
from webapp.cli import main
from webapp.services import open_services
from webapp.settings import load_settings

RECORDS = (
    response(b"<title>Nine</title><p>The mayor said no."),
    response(b"<title>Noon</title><p>The mayor said yes.", WARC_Date="2026-11-13T09:00:00Z"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with an empty library."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))
    assert stet("seed").exit_code == 0


def stet(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


@pytest.mark.parametrize(
    ("name", "data"), [("a.warc.gz", packed(*RECORDS)), ("a.wacz", wacz_file({"a.warc": b"".join(RECORDS)}))]
)
def test_each_capture_is_an_article_that_says_that_it_is_from_an_archive(name: str, data: bytes) -> None:
    Path(name).write_bytes(data)
    added = stet("add", "--split", name)
    assert (added.exit_code, added.stderr) == (0, "")
    assert [line.split(maxsplit=1)[1] for line in added.stdout.splitlines()] == [f"Nine ({name})", f"Noon ({name})"]
    numbers = [int(line.split()[0]) for line in added.stdout.splitlines()]
    with open_services(load_settings()) as services:
        cards = [services.article(number).article for number in numbers]
        captures = [services.version(card.version_id).capture for card in cards]
    assert [(each["link"], each["captured"]) for each in captures] == [
        (ADDRESS, "2026-11-12T09:00:00+00:00"),
        (ADDRESS, "2026-11-13T09:00:00+00:00"),
    ]
    assert all("address" not in each and "fetched_at" not in each for each in captures)
    assert stet("add", "--split", name).stdout == added.stdout


def test_two_archives_are_compared() -> None:
    for name, record in zip(("nine.warc", "noon.warc"), RECORDS, strict=True):
        Path(name).write_bytes(record)
    compared = stet("diff", "nine.warc", "noon.warc")
    assert compared.exit_code == 1
    assert "The mayor said [-no-]{+yes+}." in compared.stdout


def test_an_archive_over_a_limit_is_refused_in_one_line() -> None:
    """BAD_INPUT 31."""
    Path("a.warc.gz").write_bytes(packed(*[response(b"<p>%d" % number) for number in range(501)]))
    refused = stet("add", "--split", "a.warc.gz")
    assert refused.exit_code == 2
    assert refused.stderr == "a.warc.gz holds more than 500 stories, the most that Stet reads from one file.\n"
