"""`stet add --to ARTICLE FOLDER` takes what other programs stored as versions, at the times of their captures."""

from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from tests.importers.warc_files import packed, response
from tests.test_cli import empty_folder, stet
from webapp.cli.folders import moment_in
from webapp.services import Paste, open_services
from webapp.settings import load_settings

__all__ = ["empty_folder"]

WATCH = "watch/4bc0f5a1-0000-4000-8000-0123456789ab"
TEXTS = [f"Mayor\nThe mayor said {word} on Monday." for word in ("no", "yes", "maybe", "nothing")]
SECONDS = [1_793_610_840 + 3_600 * hour for hour in range(4)]


@pytest.fixture
def article(empty_folder: Path) -> str:
    """An article of a library without any other."""
    with open_services(load_settings(), create=True) as services:
        return str(services.add_article(Paste("Mayor\nThe mayor said hello on Monday.")))


def versions(article: str) -> list[tuple[str, datetime]]:
    """Return the last lines of the versions but the first, and when they were captured, oldest first."""
    with open_services(load_settings()) as services:
        known = services.article(int(article)).versions[::-1]
        told = [(services.version(version.id).text.splitlines()[-1], version.captured_at) for version in known]
    return [each for each in told if "hello" not in each[0]]


def expected(texts: list[str] = TEXTS) -> list[tuple[str, datetime]]:
    return [
        (text.splitlines()[-1], datetime.fromtimestamp(seconds, UTC))
        for text, seconds in zip(texts, SECONDS, strict=False)
    ]


def store_watch(folder: str = WATCH) -> Path:
    """Store what changedetection.io 0.55 does: short texts plain, long ones packed, and other files beside them."""
    watch = Path(folder)
    watch.mkdir(parents=True)
    names = ["0a.txt", "0b.txt.br", "0c.txt", "/datastore/elsewhere/0d.txt"]
    for name, text in zip(names, TEXTS, strict=True):
        data = text.encode()
        (watch / Path(name).name).write_bytes(brotli.compress(data) if name.endswith(".br") else data)
    lines = [f"{seconds},{name}\n" for seconds, name in zip(SECONDS, names, strict=True)]
    (watch / "history.txt").write_text("".join(lines), encoding="utf-8")
    (watch / "last-screenshot.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (watch / "last-error.txt").write_text("Not found", encoding="utf-8")
    (watch / f"{SECONDS[3]}.html.br").write_bytes(brotli.compress(b"<p>The mayor said nothing."))
    return watch


def test_the_snapshots_of_a_watch_are_versions_in_their_order(article: str) -> None:
    done = stet("add", "--to", article, str(store_watch()))
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 4
    assert versions(article) == expected()


def test_taking_them_again_changes_nothing(article: str) -> None:
    watch = str(store_watch())
    for _ in range(2):
        assert stet("add", "--to", article, watch).exit_code == 0
    assert versions(article) == expected()


def test_a_snapshot_may_have_been_packed_or_unpacked_since(article: str) -> None:
    watch = store_watch()
    (watch / "0a.txt").unlink()
    (watch / "0a.txt.br").write_bytes(brotli.compress(TEXTS[0].encode()))
    (watch / "0b.txt.br").unlink()
    (watch / "0b.txt").write_text(TEXTS[1], encoding="utf-8")
    assert stet("add", "--to", article, str(watch)).exit_code == 0
    assert versions(article) == expected()


def test_what_of_a_watch_cannot_be_taken_is_said_and_hinders_nothing_else(article: str) -> None:
    watch = store_watch()
    (watch / "0c.txt").unlink()
    (watch / "0b.txt.br").write_bytes(b"\xff\x00no brotli")
    with (watch / "history.txt").open("a", encoding="utf-8") as index:
        index.write("torn off\n\n99999999999,0a.txt\n")
    done = stet("add", "--to", article, str(watch))
    assert done.exit_code == 2
    for said in ("line 5 is not", "0c.txt cannot be read", "damaged, or was not packed", "still to come"):
        assert said in done.stderr
    assert len(done.stderr.splitlines()) == 4
    assert versions(article) == [expected()[0], expected()[3]]


def test_an_index_never_leads_out_of_its_folder(article: str) -> None:
    Path("secret.txt").write_text("The mayor said what nobody may read.", encoding="utf-8")
    watch = store_watch()
    (watch / "history.txt").write_text(f"{SECONDS[0]},../../secret.txt\n", encoding="utf-8")
    assert "cannot be read" in stet("add", "--to", article, str(watch)).stderr
    assert versions(article) == []


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(article: str) -> None:
    """BAD_INPUT 32."""
    watch = store_watch()
    (watch / "0b.txt.br").write_bytes(brotli.compress(b"a" * 50_000_000, quality=5))
    assert "is too large: a file may have 10,000,000 bytes." in stet("add", "--to", article, str(watch)).stderr
    assert len(versions(article)) == 3


def test_the_folders_of_several_watches_are_not_versions_of_one_article(article: str) -> None:
    store_watch()
    store_watch("watch/another")
    done = stet("add", "--to", article, "watch")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "several watches" in done.stderr


def test_files_with_dates_in_their_names_are_versions_in_that_order(article: str) -> None:
    """In the order of their times, not of their names."""
    names = ["z-2026-11-02T0914Z.html", "y 20261102101400.html", "2026-11-02/x-2026-11-02T12-14+01:00.html", None]
    names[3] = f"a-{SECONDS[3]}.html"
    for name, text in zip(names, TEXTS, strict=True):
        file = Path("pages") / str(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        title, line = text.splitlines()
        file.write_text(f"<!doctype html><title>{title}</title><h1>{title}</h1><p>{line}", encoding="utf-8")
    assert stet("add", "--to", article, "pages").exit_code == 0
    assert versions(article) == expected()


def test_a_file_whose_name_says_no_time_is_left_out_and_said(article: str) -> None:
    Path("pages").mkdir()
    for name in ("2026-11-02T09:14Z.txt", "notes.txt"):
        (Path("pages") / name).write_text(TEXTS[0], encoding="utf-8")
    done = stet("add", "--to", article, "pages")
    assert done.exit_code == 2
    assert "pages/notes.txt: its name says no time of capture." in done.stderr
    assert versions(article) == expected()[:1]


def test_what_a_web_archive_says_counts_more_than_its_name(article: str) -> None:
    Path("archives").mkdir()
    record = response(b"<title>Mayor</title><p>The mayor said no.", WARC_Date="2026-11-13T09:00:00Z")
    Path("archives/crawl-20261201.warc.gz").write_bytes(packed(record))
    assert stet("add", "--to", article, "archives").exit_code == 0
    assert [moment for _, moment in versions(article)] == [datetime(2026, 11, 13, 9, tzinfo=UTC)]


def test_a_folder_without_any_time_is_captured_now_or_at_the_given_time(article: str) -> None:
    Path("pages").mkdir()
    Path("pages/story.txt").write_text(TEXTS[0], encoding="utf-8")
    assert stet("add", "--to", article, "--captured", "2026-11-02T09:14Z", "pages").exit_code == 0
    assert versions(article) == expected()[:1]


def test_one_time_for_files_that_say_their_own_is_refused(article: str) -> None:
    done = stet("add", "--to", article, "--captured", "2026-11-02T09:14Z", str(store_watch()))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "leave out --captured" in done.stderr
    assert versions(article) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("2026-11-02.html", "2026-11-02T00:00Z"),
        ("mayor_2026_11_02_09_14_05.html", "2026-11-02T09:14:05Z"),
        ("20261102T091405+0200.html", "2026-11-02T07:14:05Z"),
        ("20261102091405id_.html", "2026-11-02T09:14:05Z"),
        ("2026-11-02T09:14:05.123Z.html", "2026-11-02T09:14:05Z"),
        ("2020-01-01/story 2026.11.02 at 9.html", "2026-11-02T00:00Z"),
        ("page-2-2026-02-30.html", None),
        ("ISBN 9783161484100.html", None),
        ("story-20261102091405123.html", None),
        ("1234567890123.html", None),
        ("story.html", None),
    ],
)
def test_a_time_in_a_name_is_found_and_no_other_number_is_taken_for_one(name: str, written: str | None) -> None:
    assert moment_in(name) == (datetime.fromisoformat(written) if written else None)
