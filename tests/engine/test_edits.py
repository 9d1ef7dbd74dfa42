"""What a reader sees of small changes, in the notation of a proof."""

import pytest

from tests.notation import shown
from webapp.engine import Options, compare


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("The cat sat.", "The dog sat.", "The <del>cat</del> <ins>dog</ins> sat."),
        ("The cat sat down.", "The cat sat.", "The cat sat <del>down</del>."),
        ("It cost $35,000,000.", "It cost $36,000,000.", "It cost <del>$35,000,000</del><ins>$36,000,000</ins>."),
        ("He left on Aug. 31.", "He left on August 31.", "He left on <del>Aug. 31</del><ins>August 31</ins>."),
        ("the U.N. office", "the UN office", "the <del>U.N.</del> <ins>UN</ins> office"),
        ("我喜欢自然语言", "我喜欢人工语言", "我喜欢<del>自然</del><ins>人工</ins>语言"),
        ("He is here.", "He is not here.", "He is <ins>not</ins> here."),
    ],
)
def test_a_changed_word_is_shown_whole(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def test_white_space_is_no_change() -> None:
    assert shown("The cat  sat\ton it.", "The cat\nsat on it.".replace("\n", " ")) == "The cat sat on it."


def test_white_space_is_a_change_for_the_reader_who_counts_it() -> None:
    counting = Options(ignore=frozenset())
    assert shown("The cat  sat.", "The cat sat.", counting) == "The cat<del>␣␣</del><ins>␣</ins>sat."


@pytest.mark.parametrize(
    ("ignored", "old", "new"),
    [
        ("case", "The Letter stands.", "the letter Stands."),
        ("typography", 'He said "yes" - don\'t…', "He said “yes” – don’t..."),
        ("punctuation", "Yes, he said (it).", "Yes he said: it"),
    ],
)
def test_what_is_ignored_is_no_change(ignored: str, old: str, new: str) -> None:
    assert compare(old, new).changes
    assert compare(old, new, Options(ignore=frozenset({"spacing", ignored}))).changes == ()


def test_an_island_of_small_words_between_two_replacements_is_folded() -> None:
    old = "They met the grave of mass concern today."
    new = "They met the serious of massive worry today."
    assert shown(old, new) == "They met the <del>grave of mass concern</del> <ins>serious of massive worry</ins> today."


def test_a_name_or_a_number_between_two_replacements_is_never_folded() -> None:
    old = "A grave Bachelet concern about 47 dire harms remained."
    new = "A serious Bachelet worry about 47 awful wrongs remained."
    result = shown(old, new)
    assert "Bachelet" in result.replace("<", "> <").split()
    assert " about 47 " in result


def test_between_two_insertions_nothing_is_folded() -> None:
    assert shown("He saw the cat.", "He often saw the old cat.") == "He <ins>often</ins> saw the <ins>old</ins> cat."


def test_an_insertion_slides_to_the_clause() -> None:
    old = "He saw it, she heard it."
    new = "He saw it, they smelt it, she heard it."
    assert shown(old, new) == "He saw it, <ins>they smelt it,</ins> she heard it."


def test_a_sentence_that_shares_too_little_is_shown_whole() -> None:
    old = "The letter was circulated among diplomatic missions in Geneva from late June by Chinese envoys."
    new = "Envoys of Beijing handed round a paper in Geneva; nobody at the missions signed the letter."
    pairs = compare(old, new).pairs
    assert [pair.relation for pair in pairs] == ["rewritten"]
    assert shown(old, new) == f"<del>{old}</del><ins>{new}</ins>"


def test_a_dropped_sentence_stands_at_its_old_place_in_its_paragraph() -> None:
    old = "China denied the charge. The envoys of four countries agreed. Nobody signed the paper."
    new = "China denied the charge. Nobody signed the paper."
    gone = "<del>The envoys of four countries agreed.</del>"
    assert shown(old, new) == f"China denied the charge. {gone} Nobody signed the paper."


def test_a_paragraph_that_was_split_is_no_deletion() -> None:
    old = "China denied the charge. Nobody signed the paper."
    assert compare(old, old.replace(". N", ".\n\nN")).changes == ()


def test_two_sentences_joined_into_one_are_one_pair() -> None:
    old = "The report is due in August. It was delayed for many months."
    new = "The report, delayed for many months, is due in August."
    assert [(pair.old, pair.new) for pair in compare(old, new).pairs] == [((0, 1), (0,))]


def test_texts_of_white_space_alone_are_the_same() -> None:
    assert compare(" \n", "\t").changes == ()
    assert compare("", "  ").changes == ()


def test_an_empty_text_against_a_story_is_one_insertion_a_sentence() -> None:
    result = compare("", "One stands. Two stand.")
    assert [(change.id, change.kind) for change in result.changes] == [("c1", "insert"), ("c2", "insert")]
    assert result.summary.kept == 1
