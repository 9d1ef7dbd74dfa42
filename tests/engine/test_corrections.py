"""The reader's corrections override the engine."""

from webapp.engine import Options, compare
from webapp.engine.codec import from_json, to_json
from webapp.engine.model import Comparison
from webapp.engine.span import Span

OLD = "China denied the charge. The envoys of four countries agreed. Nobody signed the paper."
NEW = "China denied the charges. The envoys of five countries agreed. Nobody signed the letter."


def links(result: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.old, pair.new) for pair in result.pairs]


def test_two_sentences_that_are_not_the_same_are_no_pair() -> None:
    place = OLD.index("envoys"), NEW.index("envoys")
    result = compare(OLD, NEW, Options(apart=frozenset({place})))
    assert links(result) == [((0,), (0,)), ((1,), ()), ((), (1,)), ((2,), (2,))]


def test_the_same_words_are_no_pair_where_the_reader_says_so() -> None:
    result = compare(OLD, OLD + " ", Options(apart=frozenset({(0, 0)})))
    assert ((0,), (0,)) not in links(result)


def test_two_sentences_that_are_the_same_are_a_pair() -> None:
    place = OLD.index("envoys"), NEW.index("signed")
    result = compare(OLD, NEW, Options(together=frozenset({place})))
    assert ((1,), (2,)) in links(result)


def test_a_pair_made_by_hand_across_the_order_is_a_move() -> None:
    place = OLD.index("China"), NEW.index("signed")
    result = compare(OLD, NEW, Options(together=frozenset({place})))
    assert [(pair.old, pair.new) for pair in result.pairs if pair.moved] == [((0,), (2,))]


def test_of_two_wishes_for_one_sentence_the_first_stands() -> None:
    wishes = frozenset({(0, NEW.index("envoys")), (0, NEW.index("signed"))})
    result = compare(OLD, NEW, Options(together=wishes))
    assert [pair.new for pair in result.pairs if pair.old == (0,)] == [(1,)]


def test_what_the_reader_leaves_out_of_the_story_is_furniture() -> None:
    result = compare(OLD, NEW, Options(old_story=(Span(0, 10),)))
    assert [pair.scope for pair in result.pairs if pair.old] == ["story", "furniture", "furniture"]
    assert result.old.story == (result.old.sentences[0],)
    assert result.summary.furniture.old == 10


def test_corrections_are_part_of_the_frozen_form() -> None:
    chosen = Options(old_story=(Span(0, 10), Span(30, 40)), apart=frozenset({(0, 0)}), together=frozenset({(1, 2)}))
    result = compare(OLD, NEW, chosen)
    assert from_json(to_json(result), OLD, NEW).options == chosen
