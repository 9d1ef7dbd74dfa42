"""Real revisions, 131 of them in 29 languages, from public histories, in files beside the checkout."""

from collections.abc import Iterator

import pytest

from tests.engine.shared import needs_shared, read_lines
from tests.engine.tokens import all_tokens
from tests.engine.work import Work, counted
from webapp.engine import Comparison, compare, replay
from webapp.engine.codec import to_json
from webapp.engine.languages.detect import detect_language
from webapp.engine.languages.letters import compose
from webapp.engine.text.paragraphs import split_paragraphs
from webapp.engine.text.tokenise import tokeniser_for

pytestmark = needs_shared

MAX_TIMES_ITS_SHARE = 10


@pytest.fixture(scope="module")
def compared() -> list[tuple[Comparison, Work]]:
    """Every revision, compared, with its work."""
    return list(_compare_all())


def _compare_all() -> Iterator[tuple[Comparison, Work]]:
    for record in read_lines("revisions.jsonl.gz"):
        with counted() as work:
            result = compare(record["old"], record["new"])
        yield result, work


def _edges_inside_tokens(result: Comparison) -> Iterator[int]:
    cutter = tokeniser_for(detect_language(result.old.text, result.new.text))
    for side, text in (("old", result.old.text), ("new", result.new.text)):
        spans = [getattr(segment, side) for segment in result.segments]
        edges = {edge for span in spans if span for edge in span}
        for paragraph in split_paragraphs(text):
            for sentence in cutter.sentences(text, paragraph):
                for start, end, kind in all_tokens(cutter, text, sentence):
                    yield from (edge for edge in edges.intersection(range(start + 1, end)) if kind != "space")


def test_all_revisions_are_there(compared: list[tuple[Comparison, Work]]) -> None:
    assert len(compared) == 131


def test_a_revision_is_lossless(compared: list[tuple[Comparison, Work]]) -> None:
    for result, _ in compared:
        assert replay.old_text(result) == result.old.text
        assert replay.new_text(result) == result.new.text


def test_what_is_equal_in_a_revision_is_the_same_to_the_eye(compared: list[tuple[Comparison, Work]]) -> None:
    for result, _ in compared:
        for segment in result.segments:
            if segment.op == "equal":
                old, new = result.old.text[slice(*segment.old)], result.new.text[slice(*segment.new)]
                assert compose("".join(old.split())) == compose("".join(new.split()))


def test_no_edit_of_a_revision_begins_or_ends_inside_a_word(compared: list[tuple[Comparison, Work]]) -> None:
    for result, _ in compared:
        assert list(_edges_inside_tokens(result)) == []


def test_offsets_of_a_revision_are_ordered_and_inside_the_text(compared: list[tuple[Comparison, Work]]) -> None:
    for result, _ in compared:
        for side, text in (("old", result.old.text), ("new", result.new.text)):
            spans = [getattr(item, side) for item in (*result.segments, *result.changes)]
            assert all(0 <= span.start <= span.end <= len(text) for span in spans if span)


def test_a_revision_gives_the_same_answer_twice(compared: list[tuple[Comparison, Work]]) -> None:
    for result, _ in compared:
        assert to_json(compare(result.old.text, result.new.text)) == to_json(result)


def test_no_revision_is_compared_more_coarsely(compared: list[tuple[Comparison, Work]]) -> None:
    assert [result.degraded for result, _ in compared if result.degraded] == []


def test_no_revision_takes_more_than_ten_times_the_work_of_its_share_by_length(
    compared: list[tuple[Comparison, Work]],
) -> None:
    chars = [len(result.old.text) + len(result.new.text) for result, _ in compared]
    share = sum(work.total for _, work in compared) / sum(chars)
    worst = max(work.total / count for (_, work), count in zip(compared, chars, strict=True))
    assert worst <= MAX_TIMES_ITS_SHARE * share
