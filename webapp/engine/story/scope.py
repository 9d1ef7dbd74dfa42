"""Where in each page the shared story is. The rest is furniture: menus, teasers, other stories.

    Menu                       furniture
    Headline            <-->   the story begins at its headline
    Sentences           <-->   most of them have a partner
    - Download our app         furniture inside: a list line that shares no word with the story
    A dropped sentence         story: prose that runs on from the core
    MORE NEWS                  furniture from here on
    Teaser, teaser, teaser

Sentences with a sure partner vote; the core is the stretch with the largest sum of votes, where each sentence without a
partner costs a little. First to last link would not do: one teaser of the same story below a page's menu would drag the
menu into the story. From the core the story runs on through prose, up to its headline, down to a line that ends it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from webapp.engine.align.align import Alignment
from webapp.engine.align.links import Link
from webapp.engine.align.moves import is_long
from webapp.engine.span import Span
from webapp.engine.story.lines import ends_story, is_boundary, is_label, is_list_line, is_title
from webapp.engine.text.document import Document

# A link votes from this score on, 0..1, with so many content words in common; defaults .28 and 3.
MIN_VOTE_SCORE = 0.28
MIN_VOTE_CONTENT = 3
SURE_VOTE_SCORE = 0.8

# What a sentence without a sure partner takes from the core's sum; 0..1, default .15: six or seven of them cost as much
# as one link brings, so that a rewrite with one link in five sentences holds together.
UNLINKED_COST = 0.15

# Fewer votes than this are chance, and both texts are taken whole. They share a story all the same when more than the
# second (a share of the sentences of the side with fewer, 0..1, default .5) have a sure partner: texts of a sentence or
# two have no more votes to give.
MIN_VOTES = 2
MIN_LINKED_SHARE = 0.5

# A stretch outside the core is furniture when it holds at least so many lines of a page's kind, or one that ends a
# story; a single heading below the last link may just begin a section that the other version lacks.
MIN_PAGE_LINES = 3

MAX_LINES_OF_TITLE = 3

# A link outside both stories is kept from this score on; 0..1, default .5. Teasers of one agency link by topic.
MIN_OUTSIDE_SCORE = 0.5

# A list line inside the story is furniture when less than this share of its content words stands elsewhere in the
# story; 0..1, default .34.
MIN_TOPIC_SHARE = 0.34

# Below a subhead so many sentences are a section of the story when at least this share of their content words stands in
# its core; defaults 3 and .25. The wire's section reaches .33 to .50, the teasers below it .07 on average.
MIN_SECTION = 3
MIN_SECTION_TOPIC_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sentences of either side are story; `is_shared` is False where no shared story was found."""

    old: tuple[bool, ...]
    new: tuple[bool, ...]
    is_shared: bool


def whole(old: Document, new: Document) -> Scope:
    """Take both texts as story from end to end."""
    return Scope((True,) * len(old.sentences), (True,) * len(new.sentences), True)


def given(old: Document, new: Document, old_story: Sequence[Span], new_story: Sequence[Span]) -> Scope:
    """Take the stretches that the reader named; a side without one is story from end to end."""
    return Scope(_inside(old, old_story), _inside(new, new_story), True)


def find_scope(old: Document, new: Document, alignment: Alignment) -> Scope:
    """Find the shared story in both pages."""
    votes = [link for link in alignment.in_order if _is_vote(link, old, new)]
    if len(votes) < MIN_VOTES:
        return replace(whole(old, new), is_shared=_is_mostly_linked(old, new, alignment))
    links = (*alignment.in_order, *alignment.moved)
    old_story = _story(old, [i for link in votes for i in link.old], {i for link in links for i in link.old})
    new_story = _story(new, [j for link in votes for j in link.new], {j for link in links for j in link.new})
    kept = [link for link in links if _is_kept(link, old_story, new_story)]
    old_kept, new_kept = {i for link in kept for i in link.old}, {j for link in kept for j in link.new}
    return Scope(
        tuple(i in old_story or i in old_kept for i in range(len(old.sentences))),
        tuple(j in new_story or j in new_kept for j in range(len(new.sentences))),
        True,
    )


def _is_mostly_linked(old: Document, new: Document, alignment: Alignment) -> bool:
    sure = [link for link in (*alignment.in_order, *alignment.moved) if link.score >= MIN_OUTSIDE_SCORE]
    linked, sentences = sum(len(link.old) for link in sure), len(old.sentences)
    if len(new.sentences) < sentences:
        linked, sentences = sum(len(link.new) for link in sure), len(new.sentences)
    return linked > MIN_LINKED_SHARE * sentences or not sentences


def has_strays(alignment: Alignment, scope: Scope) -> bool:
    """Tell whether a link has an end in furniture."""
    return not all(_is_in_story(link, scope) for link in (*alignment.in_order, *alignment.moved))


def _inside(document: Document, story: Sequence[Span]) -> tuple[bool, ...]:
    return tuple(
        not story or any(sentence.start < span.end and span.start < sentence.end for span in story)
        for sentence in document.sentences
    )


def _is_in_story(link: Link, scope: Scope) -> bool:
    return all(scope.old[i] for i in link.old) and all(scope.new[j] for j in link.new)


def _is_kept(link: Link, old_story: set[int], new_story: set[int]) -> bool:
    """A sentence with a partner is never collapsed; but a link that leaves a story must be sure to be one."""
    return link.score >= MIN_OUTSIDE_SCORE or (old_story.issuperset(link.old) and new_story.issuperset(link.new))


def _is_vote(link: Link, old: Document, new: Document) -> bool:
    if link.score < MIN_VOTE_SCORE:
        return False
    if ends_story(old, link.old_start) or ends_story(new, link.new_start):
        return False
    if link.score >= SURE_VOTE_SCORE:  # nearly word for word: told by its length, since what is equal is never cut
        return is_long(old.sentence_keys[link.old_start])
    shared = _content(old, link.old).keys() & _content(new, link.new).keys()
    return len(shared) >= MIN_VOTE_CONTENT


def _content(document: Document, sentences: Iterable[int]) -> Counter[str]:
    words = (form.word for sentence in sentences for form in document.units(sentence).forms)
    return Counter(word.stem for word in words if word.is_content)


def _core(count: int, voted: Sequence[int]) -> range:
    """Return the stretch of sentences with the largest sum of votes (Kadane)."""
    votes = set(voted)
    best, best_sum, start, running = range(0), 0.0, 0, 0.0
    for sentence in range(count):
        if running <= 0:
            start, running = sentence, 0.0
        running += 1.0 if sentence in votes else -UNLINKED_COST
        if running > best_sum:
            best, best_sum = range(start, sentence + 1), running
    return best


def _story(document: Document, voted: Sequence[int], linked: set[int]) -> set[int]:
    """Return the sentences of the story on one side, found from those that have a sure partner."""
    core = _core(len(document.sentences), voted)
    start, end = _first_of_story(document, core[0]), _end_of_story(document, core)
    if not _is_page(document, range(start), linked) and not document.is_headline(core[0]):
        start = 0
    if not _is_page(document, range(end, len(document.sentences)), linked):
        end = len(document.sentences)
    return set(range(start, end)).difference(_page_lines(document, range(start, end), linked))


def _first_of_story(document: Document, first: int) -> int:
    """Go up through prose to the headline and the lines of its kind above it; from a linked headline go nowhere."""
    if document.is_headline(first):
        return first
    while first > 0 and not is_boundary(document, first - 1):
        first -= 1
    titles = 0
    while first > 0 and titles < MAX_LINES_OF_TITLE and is_title(document, first - 1):
        first, titles = first - 1, titles + 1
    return first


def _end_of_story(document: Document, core: range) -> int:
    """Go down through prose, and past a subhead where the prose below it is on the story's topic."""
    end = _end_of_prose(document, core[-1] + 1)
    if end == len(document.sentences) or not is_title(document, end):
        return end
    topic = _content(document, core).keys()
    while end < len(document.sentences) and is_title(document, end):
        below = range(end + 1, _end_of_prose(document, end + 1))
        if len(below) < MIN_SECTION or _topic_share(document, below, topic) < MIN_SECTION_TOPIC_SHARE:
            return end
        end = below.stop
    return end


def _end_of_prose(document: Document, end: int) -> int:
    while end < len(document.sentences) and not is_boundary(document, end):
        end += 1
    return end


def _topic_share(document: Document, sentences: Iterable[int], topic: Collection[str]) -> float:
    """Return the share of the sentences' content words that stand in the topic, 0..1; 0 where there are none."""
    words = _content(document, sentences)
    return sum(count for stem, count in words.items() if stem in topic) / max(1, words.total())


def _is_page(document: Document, sentences: range, linked: set[int]) -> bool:
    """Tell whether a stretch outside the core looks like a page's furniture rather than like more of the story."""
    lines = [sentence for sentence in sentences if sentence not in linked and is_boundary(document, sentence)]
    return len(lines) >= MIN_PAGE_LINES or any(ends_story(document, sentence) for sentence in lines)


def _page_lines(document: Document, story: range, linked: set[int]) -> Iterator[int]:
    """Yield the lines inside the story that belong to its page: advertisements, captions, promotions in list lines."""
    yield from (sentence for sentence in story if sentence not in linked and is_label(document, sentence))
    yield from _promotions(document, story, linked)


def _promotions(document: Document, story: range, linked: set[int]) -> Iterator[int]:
    """Yield the list lines inside the story that have no partner and no topic in common with it."""
    lines = {sentence for sentence in story if sentence not in linked and is_list_line(document, sentence)}
    if not lines or any(is_list_line(document, sentence) for sentence in story if sentence in linked):
        return
    topic = _content(document, (sentence for sentence in story if sentence not in lines)).keys()
    yield from (sentence for sentence in sorted(lines) if _topic_share(document, [sentence], topic) < MIN_TOPIC_SHARE)
