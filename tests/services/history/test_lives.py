"""When each sentence came and went, and what it became, is right in every generated history."""

from itertools import pairwise

import pytest

from tests.services.history.histories import PAGES_BESIDE, History, history
from webapp.engine import compare
from webapp.services.history.lives import SentenceLife, sentence_lives
from webapp.services.history.summaries import PairSummary

SEEDS = range(50)
HEADLINE_LOST = {"regional paper"}
MAX_LINES_BESIDE = 6


def lives_of(texts: list[str]) -> list[SentenceLife]:
    kept = [PairSummary.of(compare(old, new)).packed() for old, new in pairwise(texts)]
    return sentence_lives(texts, [PairSummary.unpacked(data) for data in kept])


def edits_in(lives: list[SentenceLife]) -> set[tuple[int, str, str]]:
    return {(place, life.text, lives[successor].text) for life in lives for place, successor in life.became}


@pytest.mark.parametrize("seed", SEEDS)
def test_every_sentence_stands_once_with_its_life_and_with_what_it_became(seed: int) -> None:
    known = history(seed)
    lives = lives_of(known.pages())
    assert len({life.text for life in lives}) == len(lives)
    assert {life.text: list(life.stays) for life in lives} == known.stays()
    assert edits_in(lives) == known.edits


@pytest.mark.parametrize("seed", range(2 * len(PAGES_BESIDE)))
def test_a_line_taken_for_story_changes_no_life_of_a_sentence(seed: int) -> None:
    known = history(seed, PAGES_BESIDE)
    lives = lives_of(known.pages())
    found = {life.text: list(life.stays) for life in lives}
    for sentence, stays in known.stays().items():
        if sentence != known.stories[0][0] or known.page.name not in HEADLINE_LOST:
            assert found[sentence] == stays
    assert known.edits <= edits_in(lives)
    assert len(found.keys() - known.stays().keys()) <= MAX_LINES_BESIDE


def test_the_histories_hold_every_kind_of_event() -> None:
    histories: list[History] = list(map(history, SEEDS))
    stays = [stay for known in histories for stay in known.stays().values()]
    assert sum(len(known.edits) for known in histories) > 100
    assert sum(stay[0][0] > 0 for stay in stays) > 100
    assert sum(stay[-1][1] is not None for stay in stays) > 100
    assert sum(len(stay) > 1 for stay in stays) > 20


def test_a_sentence_that_was_moved_is_said_to_have_moved() -> None:
    texts = [
        "One day the mayor came to the bridge.",
        "A boat sank in the river.",
        "Nobody of the crew was hurt at all.",
    ]
    texts += ["The council will meet again in March.", "Trams do not run on Sunday night."]
    lives = lives_of(["\n".join(texts), "\n".join([*texts[1:], texts[0]])])
    assert [(life.text, life.stays) for life in lives if life.moved] == [(texts[0], ((0, None),))]


def test_white_space_makes_no_other_sentence() -> None:
    old = "The mayor  of Lyon came.\nFour people were there."
    assert [life.stays for life in lives_of([old, old.replace("  ", " ").replace("Four", "Five")])] == [
        ((0, None),),
        ((0, 1),),
        ((1, None),),
    ]
