"""What is shown, what is its context, what is folded."""

import pytest

from tests.display.texts import compared
from webapp.display.rows import filters, inline
from webapp.display.rows.stretches import stretches
from webapp.engine import compare
from webapp.engine.model import Comparison
from webapp.engine.options import Options
from webapp.engine.span import Span

LINES = [f"Line number {name} of this little text stands here as it is." for name in "abcdefgh"]


@pytest.fixture(scope="module")
def one_changed() -> Comparison:
    """Eight paragraphs, of which the fifth lost its denial."""
    old = [*LINES[:4], "The mayor did not sign the contract on Monday.", *LINES[4:]]
    new = [*LINES[:4], "The mayor did sign the contract on Monday.", *LINES[4:]]
    return compared(old, new)


def test_without_a_filter_the_whole_story_is_shown(one_changed: Comparison) -> None:
    assert [stretch.kind for stretch in stretches(inline.rows(one_changed), one_changed)] == ["shown"]


def test_changes_alone_keep_a_line_of_context_and_fold_the_rest(one_changed: Comparison) -> None:
    cut = stretches(inline.rows(one_changed), one_changed, filters.changed(one_changed))
    assert [(stretch.kind, len(stretch.rows)) for stretch in cut] == [
        *(("folded", 3), ("context", 1), ("shown", 1), ("context", 1), ("folded", 3))
    ]
    assert cut[0].sentences == {"verbatim": 3}
    assert [stretch.start for stretch in cut] == [0, 3, 4, 5, 6]


@pytest.mark.parametrize(("name", "shown"), [("negation", 1), ("verbatim", 8), ("moved", 0), ("dropped", 0)])
def test_a_filter_shows_what_it_names(one_changed: Comparison, name: filters.Filter, shown: int) -> None:
    cut = stretches(inline.rows(one_changed), one_changed, filters.matching(one_changed, [name]))
    assert sum(len(stretch.rows) for stretch in cut if stretch.kind == "shown") == shown


def test_furniture_of_each_page_is_a_stretch_of_its_own() -> None:
    old = "\n\n".join(["Menu one", "Sport", *LINES])
    new = "\n\n".join(["Other menu", *LINES])
    options = Options(old_story=(Span(17, len(old)),), new_story=(Span(12, len(new)),))
    comparison = compare(old, new, options)
    cut = stretches(inline.rows(comparison), comparison)
    furniture = [stretch for stretch in cut if stretch.kind == "furniture"]
    assert [(stretch.rows[0].side, len(stretch.rows), stretch.opening) for stretch in furniture] == [
        *(("old", 2, "Menu one"), ("new", 1, "Other menu"))
    ]


def test_white_space_is_no_filter() -> None:
    assert "spacing" not in filters.FILTERS
