"""What became of a sentence in its partner: verbatim, edited, or so far rewritten that its few equal words are chance.

The bank is guilty.
The bank is, as far as anyone can tell from the papers, not guilty.      edited: all words stand in their order
"""

from collections.abc import Sequence
from typing import NamedTuple

from webapp.engine.edits.edit import Edit
from webapp.engine.edits.runs import SentenceRun
from webapp.engine.model import Relation

# A pair less alike than this, and below `MIN_EDITED_COVERAGE` too, is rewritten: it is shown whole.
# Range: .20–.70 similarity
# Why: its few equal words would be confetti; `test_a_sentence_that_shares_too_little_is_shown_whole`
# Cases: 15: *828cloud-archive--nextshark-rewrite*, *back-translation--daily-caller-rewrite* …
MIN_EDITED_SCORE = 0.45

# Share of a pair's words that are equal; see `MIN_EDITED_SCORE`.
# Range: .20–.70 share of words
# Why: `test_a_sentence_that_shares_too_little_is_shown_whole`
# Cases: 8: *828cloud-archive--nextshark-rewrite*, *back-translation--nextshark-rewrite* …
MIN_EDITED_COVERAGE = 0.45

# Share of the words of the shorter side that stand on the other: the rest of the longer side was put in or cut out.
# Range: .70–1 share of words
# Why: `test_a_sentence_whose_words_all_stand_is_edited_however_long_the_insertion`
MIN_STANDING = 0.85

# Stretches in which the words of a short sentence may stand.
# Range: 1–5 stretches
# Why: `test_a_sentence_whose_words_all_stand_is_edited_however_long_the_insertion`
MOST_STRETCHES = 3

# Words that stand together on average in a longer one; fewer are found in any long sentence.
# Range: 1–6 words
# Why: `test_words_that_stand_scattered_are_no_insertion`
MIN_STANDING_TOGETHER = 3


class PairWords(NamedTuple):
    """Words of the pair on each side, and how many of them are equal."""

    old: int
    new: int
    equal: int


def relation_of(edits: Sequence[Edit], old: SentenceRun, new: SentenceRun, score: float) -> Relation:
    """Return the relation of two linked sentences, with their score and the edits between them."""
    if all(edit.op == "equal" for edit in edits):
        return "verbatim"
    if score >= MIN_EDITED_SCORE or _stands_in_order(edits, old, new):
        return "edited"
    words = count_pair(edits, old, new)
    coverage = 2 * words.equal / (words.old + words.new) if words.old + words.new else 1.0
    return "rewritten" if coverage < MIN_EDITED_COVERAGE else "edited"


def _stands_in_order(edits: Sequence[Edit], old: SentenceRun, new: SentenceRun) -> bool:
    """Return whether one side's words stand in the other, in few stretches: a clause was put in or cut out."""
    equal = [(edit.old_start, edit.old_end) for edit in edits if edit.op == "equal"]
    runs = [words for start, end in equal if (words := old.count_words(start, end))]
    content = sum(form.word.is_content for start, end in equal for form in old.forms[start:end])
    shorter = min(old.cut_words, new.cut_words)
    has_few_missing = shorter - sum(runs) <= max(1, shorter * (1 - MIN_STANDING))
    return content > 1 and has_few_missing and len(runs) <= max(MOST_STRETCHES, sum(runs) // MIN_STANDING_TOGETHER)


def count_pair(edits: Sequence[Edit], old: SentenceRun, new: SentenceRun) -> PairWords:
    """Return the words of a pair and how many of them are equal."""
    equal = sum(old.count_words(edit.old_start, edit.old_end) for edit in edits if edit.op == "equal")
    trimmed = old.trimmed_words  # the same words on both sides
    return PairWords(old.cut_words + trimmed, new.cut_words + trimmed, equal + trimmed)
