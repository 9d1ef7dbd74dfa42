"""The work for a file is linear in its changes, whatever they look like."""

from collections.abc import Callable
from functools import cache

import pytest

from tests.exporters.sheets import EVERYTHING, sheet
from tests.growth import assert_linear
from webapp.engine.options import Options
from webapp.exporters.formats import FORMATS
from webapp.exporters.merge import runs
from webapp.exporters.model import Sheet

Texts = tuple[str, str]


def sentences(size: int) -> Texts:
    """Return texts of one paragraph, each sentence with a change that matters."""
    old = " ".join(f"They walked past house {number} again and again softly." for number in range(size))
    return old, old.replace("walked", "drove")


def paragraphs(size: int) -> Texts:
    """Return texts whose paragraphs are changed and kept in turn."""
    lines = (f"Mills of {kind} town {number} closed." for number in range(size) for kind in ("one", "another"))
    old = "\n\n".join(lines)
    return old, old.replace("one town", "a town")


def words(size: int) -> Texts:
    """Return two sentences of which every other word is another."""
    old = "It " + " ".join(f"word{number} was" for number in range(size // 2)) + "."
    return old, old.replace("was", "is")


def letters(size: int) -> Texts:
    """Return two sentences that are the same but for the case of all their words."""
    old = " ".join(f"word{number}" for number in range(size // 2))
    return f"Then {old}.", f"Then {old.upper()}."


KINDS: dict[str, tuple[Callable[[int], Texts], Options | None]] = {
    "sentences": (sentences, None),
    "paragraphs": (paragraphs, None),
    "words": (words, None),
    "letters": (letters, EVERYTHING),
}
START = 800


@cache
def made(kind: str, size: int) -> Sheet:
    make, options = KINDS[kind]
    return sheet(*make(size), options)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", FORMATS)
def test_the_work_for_a_file_grows_with_its_changes(name: str, kind: str) -> None:
    assert_linear(lambda size: made(kind, size), FORMATS[name].write, START)


def test_so_it_does_for_a_sentence_that_differs_in_the_case_of_its_letters_alone() -> None:
    """All that such sentences share to the letter are their spaces: a search could compare each with each."""
    assert_linear(lambda size: made("letters", size).comparison, runs, 200)
