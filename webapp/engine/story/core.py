"""The core of a story: the stretch of sentences with the largest sum of votes.

Each sentence without a partner costs a little. First to last link would not do: one teaser of the same story below a
page's menu would drag the menu into the story.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from webapp.engine.align.links import Link
from webapp.engine.align.moves import is_long
from webapp.engine.languages.language import Language
from webapp.engine.story.lines import bounds_story
from webapp.engine.text.document import Document
from webapp.engine.text.tokenise import HAS_UNSPACED

# A link votes from here on.
# Range: .20–.50 similarity
# Why: at .20 the archive page is cut differently
# Cases: 6: *828cloud-archive--ctv-scrape*, *ctv-scrape--828cloud-archive* …
MIN_VOTE_SCORE = 0.28

# Content words that a voting link shares.
# Range: 1–6 words
# Why: the rewrites
# Cases: 4: *back-translation--daily-caller-rewrite*, *ctv-scrape--daily-caller-rewrite* …
MIN_VOTE_CONTENT = 3

# From here on a link votes by its length alone.
# Range: .60–1 similarity
# Why: nearly equal sentences are not cut into words just to vote
SURE_VOTE_SCORE = 0.8

# Letters of a sentence in a script without spaces that is too long to occur elsewhere by chance.
# Range: 8–30 letters
# Why: Chinese news has 35 to a sentence, its menus 2 to 4 to a line
# Cases: none
MIN_DENSE_LENGTH = 12

# What a sentence without a sure partner takes from the sum of votes.
# Range: .02–.60 share of a vote
# Why: six or seven of them cost as much as one link brings, so that a rewrite with one link in five sentences holds
# together
# Cases: 4: *828cloud-archive--daily-caller-rewrite*, *back-translation--daily-caller-rewrite* …
UNLINKED_COST = 0.15


def is_vote(link: Link, old: Document, new: Document, language: Language) -> bool:
    """Return whether a link is sure enough to say where the story is."""
    if link.score < MIN_VOTE_SCORE:
        return False
    is_sure = link.score >= SURE_VOTE_SCORE
    if is_sure and not (is_long(key := old.sentence_keys[link.old_start]) or _is_dense(key)):
        return False
    if bounds_story(old, link.old_start, language) or bounds_story(new, link.new_start, language):
        return False
    if is_sure:  # nearly word for word: its length decides, since what is equal is never cut
        return True
    shared = content_of(old, link.old).keys() & content_of(new, link.new).keys()
    return len(shared) >= MIN_VOTE_CONTENT


def _is_dense(key: str) -> bool:
    """Return whether a sentence of a script without spaces says as much as a long one of another."""
    return len(key) >= MIN_DENSE_LENGTH and HAS_UNSPACED.search(key) is not None


def content_of(document: Document, sentences: Iterable[int]) -> Counter[str]:
    """Return how often each content stem occurs in sentences."""
    words = (form.word for sentence in sentences for form in document.units(sentence).forms)
    return Counter(word.stem for word in words if word.is_content)


def core_of(count: int, votes: Collection[int]) -> range:
    """Return the stretch of `count` sentences with the largest sum of votes (Kadane)."""
    best, best_sum, start, running = range(0), 0.0, 0, 0.0
    for sentence in range(count):
        if running <= 0:
            start, running = sentence, 0.0
        running += 1.0 if sentence in votes else -UNLINKED_COST
        if running > best_sum:
            best, best_sum = range(start, sentence + 1), running
    return best
