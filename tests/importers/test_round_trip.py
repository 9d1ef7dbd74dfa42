"""One story in six languages, written by python-docx and LibreOffice in each format, compares as one story."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.importers.office_files import docx_story, odt_story, plain, stories
from webapp.engine import compare
from webapp.engine.model import Change
from webapp.importers.formats import read
from webapp.importers.imported import Imported

NO_OFFICE = "there is no LibreOffice: install one (Debian: apt-get install libreoffice-writer)"
FORMATS = ("docx", "odt", "html", "rtf", "pdf")
FROM_RIGHT = {"ar", "fa"}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder for each format with the story in each language, once as LibreOffice wrote it, once in two columns."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        pytest.skip(NO_OFFICE)
    folder = tmp_path_factory.mktemp("office")
    for language, blocks in stories().items():
        turns = language in FROM_RIGHT
        (folder / f"{language}.odt").write_bytes(odt_story(blocks, turns))
        (folder / f"{language}-columns.odt").write_bytes(odt_story(blocks, turns, columns=2))
    sources = [str(path) for path in sorted(folder.glob("*.odt"))]
    start = (office, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless")
    for target in FORMATS:
        convert = (*start, "--convert-to", target, "--outdir", str(folder / target), *sources)
        subprocess.run(convert, check=True, capture_output=True, timeout=240)
    yield folder


def story_in(folder: Path, language: str, target: str, variant: str = "") -> Imported:
    path = folder / target / f"{language}{variant}.{target}"
    return read(path.read_bytes(), path.name)


def edits(language: str, text: str) -> list[Change]:
    """Return the changes between the story and a text that are more than typography and moves.

    A PDF has no joiners, which a Persian text has in many words: each is a change of typography.
    """
    found = compare(plain(stories()[language]), text).changes
    return [change for change in found if change.flags and set(change.flags) != {"typography"}]


@pytest.mark.parametrize("language", stories())
def test_a_word_file_of_python_docx_is_the_story(language: str) -> None:
    story = read(docx_story(stories()[language], language in FROM_RIGHT), "story.docx")
    assert story.text == plain(stories()[language])


@pytest.mark.parametrize("target", ["docx", "odt", "html"])
@pytest.mark.parametrize("language", stories())
def test_a_document_of_libreoffice_is_the_story(written: Path, language: str, target: str) -> None:
    story = story_in(written, language, target)
    assert compare(plain(stories()[language]), story.text).changes == ()
    assert story.warnings == ()


@pytest.mark.parametrize("language", stories())
def test_a_rich_text_file_lacks_only_what_it_warns_of(written: Path, language: str) -> None:
    blocks = stories()[language]
    lost = {text for kind, text in blocks if kind in {"box", "note"}}
    story = story_in(written, language, "rtf")
    assert story.warnings[:2] == ("Its notes are left out.", "Its text boxes may be left out.")
    if language == "ja":
        assert "Words with a reading above them (ruby) may be left out." in story.warnings
        return
    rest = plain([(kind, text) for kind, text in blocks if text not in lost])
    assert compare(rest, story.text).changes == ()


@pytest.mark.parametrize("variant", ["", "-columns"])
@pytest.mark.parametrize("language", stories())
def test_a_pdf_has_five_edits_at_most(written: Path, language: str, variant: str) -> None:
    story = story_in(written, language, "pdf", variant)
    assert len(edits(language, story.text)) <= 5
