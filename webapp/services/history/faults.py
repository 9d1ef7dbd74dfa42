"""Whether what was captured is the story at all: a page that lost it is no version of it.

A story may be gone behind a paywall, a form or a script that failed. Its page then still has menus and teasers, so
words alone do not tell. A whole story that is behind the page's comments stands, however much shorter the page is.
"""

from collections.abc import Sequence

from webapp.engine.model import Comparison, Pair
from webapp.engine.span import Span

MIN_SHARE = 0.5
"""Of the words that the newest version has, under which a capture is too short. Range: .3...7. Why: of 46 news pages
cut behind their third paragraph 33 are under it, and no edited one is; what an editor halved can be added by hand.
Cases: `test_a_capture_that_fails_is_no_version_and_is_kept_with_its_reason`."""

MIN_KEPT_OF_SHORTER = 0.8
"""Of the story's words that stand in a page which is too short, above which only the page around it is. Range: .4..1.
Why: where the story was gone from 46 news pages, up to .33 stood; where only comments are gone, all of it does.
Cases: `test_a_story_stands_behind_comments_that_are_gone`."""

MIN_KEPT = 0.2
"""Of the story's words, under which another text came. Range: .05...3. Why: of 46 news pages that showed another story
at the same address 32 are under it, what stands being menus; the edited ones are over .9. Cases: as `MIN_SHARE`."""

MIN_JUDGED_WORDS = 50
"""Of the newest version, under which it is not asked how much stands. Range: 20..100. Why: a first report of two
sentences is often written anew."""


def fault_in(comparison: Comparison, known_story: Sequence[Span] = ()) -> str:
    """Return why a capture is no version of the story that it is compared with, in a sentence; "" if it is one.

    known_story  the sentences of the old text that an earlier comparison found to be the story; empty if there is none
    """
    old, new, story = comparison.old, comparison.new, comparison.summary
    if new.words < MIN_SHARE * old.words and story.kept < MIN_KEPT_OF_SHORTER:
        return _shorter(new.words, old.words)
    if story.words.new < MIN_SHARE * story.words.old:
        return _shorter(story.words.new, story.words.old)
    if known_story and _standing(comparison, known_story) < MIN_SHARE:
        return "Less than half of the story is left in what came."
    if old.words >= MIN_JUDGED_WORDS and story.kept < MIN_KEPT:
        return "Another text came: hardly a word of the story stands in it."
    return ""


def _shorter(new: int, old: int) -> str:
    return f"What came is much shorter than the story: {new:,} words in place of {old:,}."


def _standing(comparison: Comparison, known_story: Sequence[Span]) -> float:
    """Return the share of the characters of the known story that are in sentences with a partner, 0..1."""
    found = {comparison.old.sentences[i].start for pair in comparison.pairs if _is_linked(pair) for i in pair.old}
    total = sum(span.end - span.start for span in known_story)
    return sum(span.end - span.start for span in known_story if span.start in found) / total


def _is_linked(pair: Pair) -> bool:
    return bool(pair.old and pair.new)
