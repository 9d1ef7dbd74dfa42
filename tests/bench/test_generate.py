"""Generated texts and the list of what was done to them."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.bench.files import read_pairs, write_pairs
from tests.bench.generate import REVISED, REWORDED, Known, Rates, TextPair, revised, unrelated
from webapp.engine.span import Span

WORDS = 10_000


def spans(known: Iterable[Known], side: str, *ops: str) -> list[Span]:
    return [span for one in known if one.op in ops and (span := getattr(one, side))]


def words_outside(text: str, left_out: Iterable[Span], within: Span | None = None) -> list[str]:
    """Return the words of a text, or of a stretch of it, with every span left out."""
    position, end = within or (0, len(text))
    pieces = []
    for span in sorted(span for span in left_out if position <= span.start < end):
        pieces.append(text[position : span.start])
        position = max(position, span.end)
    return "".join([*pieces, text[position:end]]).split()


@pytest.mark.parametrize("rates", [REVISED, REWORDED, Rates(0.1, 0.2, 0.1)], ids=["revised", "reworded", "torn apart"])
@pytest.mark.parametrize("seed", range(5))
def test_outside_the_known_edits_both_texts_have_the_same_words_in_the_same_order(rates: Rates, seed: int) -> None:
    pair = revised(rates, 2_000, seed)
    assert pair.known
    old = words_outside(pair.old, spans(pair.known, "old", "replace", "delete", "move"))
    assert old == words_outside(pair.new, spans(pair.known, "new", "replace", "insert", "move"))


@pytest.mark.parametrize("seed", range(5))
def test_a_moved_paragraph_has_the_same_words_but_for_the_edits_inside_it(seed: int) -> None:
    pair = revised(Rates(0.1, 0.2, 0.1), 2_000, seed)
    moves = [one for one in pair.known or () if one.op == "move"]
    assert moves
    for _, old, new in moves:
        words = words_outside(pair.old, spans(pair.known or (), "old", "replace", "delete"), old)
        assert words == words_outside(pair.new, spans(pair.known or (), "new", "replace", "insert"), new)


def test_a_replaced_word_gives_way_to_one_that_its_paragraph_did_not_hold_beside_it() -> None:
    pair = revised(REVISED, WORDS, 1)
    for op, old, new in pair.known or ():
        if op == "replace" and old and new:
            nearby = pair.old[old.start : old.end + 40].lower().split()
            assert pair.new[slice(*new)].lower() not in nearby[:3]


def test_it_does_as_much_as_was_asked_for() -> None:
    pair = revised(REVISED, 100_000, 1)
    done = [one.op for one in pair.known or ()]
    sentences = pair.old.count(". ") + pair.old.count(".\n") + pair.old.count(".”")
    assert done.count("replace") / len(pair.old.split()) == pytest.approx(0.02, rel=0.1)
    assert (done.count("delete") + done.count("insert")) / sentences == pytest.approx(0.02, rel=0.25)
    assert done.count("move") / pair.old.count("\n") == pytest.approx(0.01, rel=0.1)


def test_replaced_words_of_a_revision_keep_three_words_apart() -> None:
    pair = revised(REVISED, WORDS, 1)
    ends = [span.end for span in sorted(spans(pair.known or (), "old", "replace"))]
    starts = [span.start for span in sorted(spans(pair.known or (), "old", "replace"))]
    between = [pair.old[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    assert min(len(text.split()) for text in between if ". " not in text and "\n" not in text) >= 3


def test_the_same_seed_gives_the_same_texts_and_another_one_others() -> None:
    assert revised(REVISED, 1_000, 1) == revised(REVISED, 1_000, 1)
    assert revised(REVISED, 1_000, 1).old != revised(REVISED, 1_000, 2).old


def test_unrelated_texts_share_words_but_no_sentence() -> None:
    pair = unrelated(WORDS, 1)
    assert set(pair.old.split()) & set(pair.new.split())
    assert set(pair.old.split(". ")).isdisjoint(pair.new.split(". "))


def test_a_pair_comes_back_from_disk_as_it_was(tmp_path: Path) -> None:
    pairs = [revised(REVISED, 1_000, 1), TextPair("a\r\nb", "ä\rb"), TextPair("", "", ())]
    write_pairs(pairs, tmp_path)
    assert read_pairs(tmp_path) == pairs
