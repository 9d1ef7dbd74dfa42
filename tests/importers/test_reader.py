"""Plain text is read in place; every other format in a process, which is started once and kept."""

from multiprocessing import active_children

import pytest

from tests.importers.pdf_files import pdf_file
from tests.importers.story import PLAIN
from tests.importers.word_files import story_file
from webapp.errors import InvalidInput
from webapp.importers.process.reader import Reader


def test_plain_text_starts_no_process_and_a_document_starts_one() -> None:
    before = set(active_children())
    with Reader() as reader:
        assert reader.read(PLAIN.encode(), "story.txt").text == PLAIN
        assert set(active_children()) == before
        assert reader.read(story_file(), "story.docx").text == PLAIN
        with pytest.raises(InvalidInput, match="has no text layer"):
            reader.read(pdf_file([[]]), "story.pdf")
        assert reader.read(story_file(), "story.docx").text == PLAIN
        assert len(set(active_children()) - before) == 1
    assert set(active_children()) == before


def test_a_reader_that_was_closed_starts_again() -> None:
    reader = Reader()
    for _ in range(2):
        assert reader.read(story_file(), "story.docx").text == PLAIN
        reader.close()
