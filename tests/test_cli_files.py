"""`stet diff` compares files of different formats, and `stet add` stores them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.engine.shared import SAMPLES
from tests.importers.opendocument_files import story_file as opendocument_story
from tests.importers.page_files import page
from tests.importers.story import HEADLINE, PLAIN
from tests.importers.word_files import paragraph, story_file, word_file
from webapp.cli import main
from webapp.display.phrases.imports import how_it_was_read
from webapp.services import open_services
from webapp.settings import load_settings


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("STET_DATA_DIR", str(tmp_path / "data"))


def stet(*arguments: str, stdin: bytes = b"") -> Result:
    return CliRunner().invoke(main, arguments, input=stdin, catch_exceptions=False)


def test_the_same_story_in_two_formats_has_no_changes() -> None:
    Path("story.docx").write_bytes(story_file())
    Path("story.odt").write_bytes(opendocument_story())
    assert stet("diff", "story.docx", "story.odt").stdout == "No changes.\n"
    Path("K3xQ_story").write_bytes(story_file())  # as git names the old side
    assert stet("diff", "K3xQ_story", "-", stdin=PLAIN.encode()).exit_code == 0


def test_what_a_text_may_lack_is_printed_on_standard_error() -> None:
    Path("nine.docx").write_bytes(word_file(paragraph("The mayor said no.") + "<w:altChunk/>"))
    Path("noon.rtf").write_bytes(rb"{\rtf1 The mayor said maybe.{\footnote A note.}\par}")
    result = stet("diff", "nine.docx", "noon.rtf")
    assert result.exit_code == 1
    assert "[-no-]" in result.stdout
    assert result.stderr.splitlines() == [
        "nine.docx: A part that was inserted as a file of its own is left out.",
        "noon.rtf: Its notes are left out.",
        "noon.rtf: Save the file as a Word document (.docx) to carry all of it.",
    ]


def test_a_file_that_cannot_be_read_is_reported_in_one_line() -> None:
    """BAD_INPUT 32."""
    Path("nine.docx").write_bytes(story_file()[:-40])
    result = stet("diff", "nine.docx", "-", stdin=b"A story.")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: nine.docx is damaged or was cut off. Save it anew and try again.\n"


def test_files_and_folders_are_stored_once_and_what_fails_is_reported() -> None:
    stet("seed")
    Path("in/deep").mkdir(parents=True)
    Path("in/deep/story.docx").write_bytes(story_file())
    Path("in/picture.txt").write_bytes(b"\x7fELF\0")
    Path("in/.hidden").write_bytes(b"Nobody reads this.")
    Path("page.html").write_bytes(page("<p>The mayor said no."))
    first = stet("add", "in", "page.html", "absent.txt")
    assert first.exit_code == 2
    assert first.stdout.splitlines() == [
        f"    6  {HEADLINE} (in/deep/story.docx)",
        "    7  The mayor said no. (page.html)",
    ]
    assert first.stderr.splitlines() == [
        "in/picture.txt is not plain text, or it is UTF-16 without a byte order mark. Save it as UTF-8 text.",
        "absent.txt cannot be read: No such file or directory.",
    ]
    listed = stet("list").stdout
    assert stet("add", "in/deep", "page.html").exit_code == 0
    assert stet("list").stdout == listed


def test_the_stories_of_a_text_are_stored_one_by_one_on_demand() -> None:
    stet("seed")
    Path("in").mkdir()
    Path("in/archive.txt").write_bytes((SAMPLES / "828cloud-archive.txt").read_bytes())
    first = stet("add", "--split", "in")
    assert [line.split()[0] for line in first.stdout.splitlines()] == ["6", "7", "8", "9"]
    assert "China Seeks to Stop UN Rights Chief" in first.stdout.splitlines()[3]
    assert stet("add", "--split", "in").stdout == first.stdout
    assert stet("add", "in").stdout == "   10  828cloud (in/archive.txt)\n"
    assert stet("add", "in").stdout == "   10  828cloud (in/archive.txt)\n"


FEED = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title><entry><title>No</title><summary>He said no.'
    "</summary></entry><entry><title>Yes</title><summary>She said yes.</summary></entry></feed>"
)


def test_a_file_of_several_stories_is_compared_whole_with_a_warning_that_says_so() -> None:
    Path("old.xml").write_text(FEED, encoding="utf-8")
    Path("new.xml").write_text(FEED.replace("said no", "never said"), encoding="utf-8")
    result = stet("diff", "old.xml", "new.xml")
    assert result.exit_code == 1
    assert "{+never+} said [-no-]" in " ".join(result.stdout.split())
    assert result.stderr.startswith("old.xml: It holds 2 stories, which are one text here.")


def test_the_stories_of_a_file_that_tells_them_apart_become_articles() -> None:
    stet("seed")
    data = FEED.replace("<summary>She", "<!-- --><summary>She").replace("</feed>", "")
    Path("feed").write_text(data, encoding="utf-8")
    result = stet("add", "--split", "feed")
    assert (result.exit_code, result.stdout) == (0, "    6  No (feed)\n    7  Yes (feed)\n")
    assert result.stderr.startswith("feed: The file is not well-formed XML")
    assert "It holds 2" not in result.stderr
    assert stet("add", "--split", "feed").stdout == result.stdout


def test_stories_too_long_for_one_text_are_not_compared_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STET_MAX_TEXT_WORDS", "5")
    Path("feed").write_text(FEED, encoding="utf-8")
    result = stet("diff", "feed", "feed")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Error: feed, 2 stories as one text, is too long: it has 8 words")


OLD_TEXT = "Starosta Łodzi powiedział: „nie”."


def test_an_encoding_can_be_named_for_the_files_that_do_not_say_it() -> None:
    Path("old.txt").write_bytes(OLD_TEXT.encode("cp1250"))
    Path("new.txt").write_text(OLD_TEXT, encoding="utf-8")
    result = stet("diff", "old.txt", "new.txt", "--encoding", "windows-1250")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "No changes.\n", "")


@pytest.mark.parametrize("command", ["diff", "add", "share"])
def test_an_unknown_encoding_is_refused_in_one_line(command: str) -> None:
    Path("old.txt").write_bytes(OLD_TEXT.encode("cp1250"))
    Path("new.txt").write_text("Other.", encoding="utf-8")
    stet("seed")
    result = stet(command, "old.txt", "new.txt", "--encoding", "martian")
    assert result.exit_code == 2
    assert "Stet knows no encoding named 'martian'. It knows windows-1252," in result.stderr


def test_the_evidence_of_an_article_says_which_encoding_was_taken_and_by_whom() -> None:
    Path("old.txt").write_bytes(OLD_TEXT.encode("cp1250"))
    stet("seed")
    assert OLD_TEXT in stet("add", "old.txt", "--encoding", "windows-1250").stdout
    with open_services(load_settings()) as services:
        article = services.search_articles("Starosta")[0]
        capture = services.version(article.version_id).capture
    assert (capture["encoding"], capture["encoding_by"]) == ("windows-1250", "name")
    assert "Its letters were read as windows-1250, as was said when it was added." in how_it_was_read(capture)
