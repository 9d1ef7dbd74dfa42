"""The engines on the bench, those that this machine has: their answers, brought into one form."""

import pytest

from tests.bench.answer import Answer, Move, is_complete
from tests.bench.peers import PEERS, Peer, wikidiff2
from webapp.engine.span import Span

OLD = 'Überall “stand” it: 1,000 wörds 👍🏽.\nThe cat sat on the mat.\n\nAnd "so" \\ it ended.'
NEW = "Überall “stood” it: 1,001 wörds 👍🏽.\r\nThe dog sat on  the mat.\nA line that is new."


def marked_words(answer: Answer, side: str, text: str) -> set[str]:
    solid = "".join(text.split())
    op = "delete" if side == "old" else "insert"
    return {solid[slice(*getattr(run, side))] for run in answer.runs if run.op == op}


@pytest.mark.parametrize("peer", PEERS.values(), ids=list(PEERS))
def test_an_engine_answers_with_both_texts_whole_and_the_replaced_word_marked(peer: Peer) -> None:
    if peer.version() is None:
        pytest.skip(f"this machine has no {peer.NAME}")
    measured = peer.measure(OLD, NEW)
    assert all(second > 0 for second in measured.seconds)
    if measured.answer is not None:
        assert is_complete(measured.answer, OLD, NEW)
        assert any("cat" in word for word in marked_words(measured.answer, "old", OLD))
        assert any("dog" in word for word in marked_words(measured.answer, "new", NEW))


@pytest.mark.parametrize("peer", PEERS.values(), ids=list(PEERS))
def test_an_engine_finds_nothing_in_a_text_and_itself(peer: Peer) -> None:
    if peer.version() is None:
        pytest.skip(f"this machine has no {peer.NAME}")
    answer = peer.measure(OLD, OLD).answer
    if answer is not None:
        assert is_complete(answer, OLD, OLD)
        assert {run.op for run in answer.runs} == {"equal"}


def test_a_line_that_wikidiff2_moved_is_one_move_with_its_edits() -> None:
    lines = [
        {"type": 4, "text": "Ä moved.", "moveInfo": {"id": "a", "linkId": "b"}},
        {"type": 0, "text": "It stays."},
        {
            "type": 5,
            "text": "Ä movedmoves.",
            "moveInfo": {"id": "b", "linkId": "a"},
            "highlightRanges": [{"start": 3, "length": 5, "type": 1}, {"start": 8, "length": 5, "type": 0}],
        },
    ]
    answer = wikidiff2.answer_of(lines)
    assert is_complete(answer, "Ä moved.\nIt stays.", "It stays.\nÄ moves.")
    assert answer.moves == [Move(Span(0, 7), Span(8, 15))]
    assert [(run.op, *run.old) for run in answer.runs if run.op == "delete"] == [("delete", 1, 6)]
