"""One change by itself: its sentences, their neighbours of the same scope, and what it did in words."""

import pytest

from webapp.display.excerpt import excerpt, plain_text
from webapp.display.phrases.changes import MAX_QUOTED_CHARS, headline, label
from webapp.engine import compare

OLD = "The council met on Monday. The mayor said no to 12 of them. She left early."


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("The council met on Monday. The mayor said no to 14 of them. She left early.", "“12” became “14”"),
        ("The council met on Monday. The mayor said no to 12. She left early.", "“of them” was deleted"),
        ("The council met on Monday. The mayor said no to 12 of them today. She left early.", "“today” was added"),
    ],
)
def test_a_change_is_said_in_words_and_shown_between_its_neighbours(new: str, said: str) -> None:
    comparison = compare(OLD, new)
    found = excerpt(comparison, "c1")
    assert found is not None
    assert headline(comparison, found) == said
    assert label(found.change).startswith(said.rpartition(" ")[2].capitalize().replace("“14”", "Changed"))
    assert (found.old.before, found.old.after) == ("The council met on Monday.", "She left early.")
    assert plain_text(found.new.pieces) in new


def test_an_unknown_change_has_no_excerpt() -> None:
    assert excerpt(compare(OLD, OLD), "c1") is None


@pytest.mark.parametrize("word", ["word ", "x", "語"])
def test_what_is_quoted_is_short_whatever_it_is(word: str) -> None:
    comparison = compare(OLD, f"{OLD} {word * 500}")
    found = excerpt(comparison, comparison.changes[0].id)
    assert found is not None
    assert len(headline(comparison, found)) < MAX_QUOTED_CHARS + 20
