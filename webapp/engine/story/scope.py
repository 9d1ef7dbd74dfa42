"""Where in each page the shared story is. The rest is furniture: menus, teasers, other stories.

    Menu                       furniture
    Headline            <-->   the story begins at its headline
    Sentences           <-->   most of them have a partner
    - Download our app         furniture inside: a line of the page by its words
    A dropped sentence         story: prose that runs on from the core
    MORE NEWS                  furniture from here on
    Teaser, teaser, teaser

Sentences with a sure partner vote; the core is the stretch with the largest sum of votes (`core.py`). From the core the
story runs on through prose, up to its headline, down to a line that ends it (`extent.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from webapp.engine.align.choice import Alignment, Bounds
from webapp.engine.align.links import Link
from webapp.engine.context import Context
from webapp.engine.languages.language import Language
from webapp.engine.span import Span
from webapp.engine.story.core import core_of, is_vote
from webapp.engine.story.extent import story_around
from webapp.engine.story.partners import MIN_OUTSIDE_SCORE, Partners, find_partners
from webapp.engine.story.tail import first_of_tail
from webapp.engine.text.document import Document

# Fewer votes are chance, and both texts are taken whole.
# Range: 1–5 links
# Why: *furniture-around-a-story*
# Cases: 11: *false-move-bait*, *furniture-around-a-story* …
MIN_VOTES = 2

# Texts with fewer votes share a story all the same if more than this share of the side with fewer sentences is surely
# linked.
# Range: .10–.90 share of sentences
# Why: texts of a sentence or two have no more votes to give;
# `test_texts_of_a_sentence_or_two_share_a_story_when_their_sentences_are_alike`
# Cases: none
MIN_LINKED_SHARE = 0.5


@dataclass(frozen=True, slots=True)
class Scope:
    """Which sentences of either side are story; `is_shared` is False if no shared story was found."""

    old: tuple[bool, ...]
    new: tuple[bool, ...]
    is_shared: bool

    def holds(self, old: range, new: range) -> bool:
        """Return whether one of these sentences is story."""
        return True in self.old[old.start : old.stop] or True in self.new[new.start : new.stop]

    @property
    def bounds(self) -> Bounds:
        return Bounds(self.old, self.new)


def find_scope(old: Document, new: Document, alignment: Alignment, context: Context) -> Scope:
    """Return the reader's own stretches of story, the story found in both pages, or both texts whole."""
    options = context.options
    if options.old_story or options.new_story:
        return Scope(_inside(old, options.old_story), _inside(new, options.new_story), True)
    return _found(old, new, alignment, context) if options.scope and old is not new else _whole(old, new)


def has_strays(alignment: Alignment, scope: Scope) -> bool:
    """Return whether a link has an end in furniture."""
    if False not in scope.old and False not in scope.new:
        return False
    return not all(map(scope.bounds.allow, (*alignment.in_order, *alignment.moved)))


def _whole(old: Document, new: Document) -> Scope:
    return Scope((True,) * len(old.sentences), (True,) * len(new.sentences), True)


def _inside(document: Document, story: Sequence[Span]) -> tuple[bool, ...]:
    """Return which sentences lie in the stretches that the reader named; all of them if none was named."""
    return tuple(
        not story or any(sentence.start < span.end and span.start < sentence.end for span in story)
        for sentence in document.sentences
    )


def _found(old: Document, new: Document, alignment: Alignment, context: Context) -> Scope:
    language = context.language
    votes = [link for link in alignment.in_order if is_vote(link, old, new, language)]
    if len(votes) < MIN_VOTES:
        return replace(_whole(old, new), is_shared=_is_mostly_linked(old, new, alignment))
    votes = _of_prose(votes, old, new)
    links = (*alignment.in_order, *alignment.moved)
    old_partners, new_partners = find_partners(links, votes, old, new, language)
    old_votes, new_votes = {i for link in votes for i in link.old}, {j for link in votes for j in link.new}
    old_tail = first_of_tail(old, old_votes, old_partners.equal, language)
    new_tail = first_of_tail(new, new_votes, new_partners.equal, language)
    old_story = _story_of(old, old_votes, old_tail, old_partners, language)
    new_story = _story_of(new, new_votes, new_tail, new_partners, language)
    old_extent, new_extent = _Extent.of(old_story, old_tail), _Extent.of(new_story, new_tail)
    own = [link for link in links if link.old_start not in old_partners.of_page]
    kept = [link for link in own if _is_kept(link, old_extent, new_extent)]
    old_kept, new_kept = {i for link in kept for i in link.old}, {j for link in kept for j in link.new}
    return Scope(
        tuple(i in old_story or i in old_kept for i in range(len(old.sentences))),
        tuple(j in new_story or j in new_kept for j in range(len(new.sentences))),
        True,
    )


def _story_of(document: Document, votes: set[int], tail: int, partners: Partners, language: Language) -> set[int]:
    core = core_of(tail, {vote for vote in votes if vote < tail})
    return story_around(core, tail, document, partners, language)


def _of_prose(votes: list[Link], old: Document, new: Document) -> list[Link]:
    """Return the votes of prose where most are: teasers that both pages show are long and alike as well."""
    prose = [link for link in votes if not (old.is_headline(link.old_start) and new.is_headline(link.new_start))]
    return prose if len(prose) >= max(MIN_VOTES, len(votes) / 2) else votes


def _is_mostly_linked(old: Document, new: Document, alignment: Alignment) -> bool:
    """Return whether most sentences of the side with fewer are surely linked, or half of them surely and all linked."""
    links = (*alignment.in_order, *alignment.moved)
    is_old = len(old.sentences) <= len(new.sentences)
    sentences = len((old if is_old else new).sentences)
    linked = sum(len(link.old if is_old else link.new) for link in links)
    sure = sum(len(link.old if is_old else link.new) for link in links if link.score >= MIN_OUTSIDE_SCORE)
    return sure > MIN_LINKED_SHARE * sentences or (sure == MIN_LINKED_SHARE * sentences and linked == sentences)


class _Extent(NamedTuple):
    """A story, its first and last sentence, and where the tail of its page begins."""

    story: set[int]
    first: int
    last: int
    tail: int

    @classmethod
    def of(cls, story: set[int], tail: int) -> "_Extent":
        return cls(story, min(story, default=0), max(story, default=-1), tail)

    def place(self, sentence: int) -> int:
        """Return -1 above the story, 0 inside it, 1 below it."""
        return (sentence > self.last) - (sentence < self.first)


def _is_kept(link: Link, old: _Extent, new: _Extent) -> bool:
    """Return whether a link is not collapsed: inside both stories, or sure and not in one place outside of both.

    An edited line above the tails, such as a source below the story, is kept.
    """
    if old.story.issuperset(link.old) and new.story.issuperset(link.new):
        return True
    place = old.place(link.old_start)
    is_outside = old.story.isdisjoint(link.old) and new.story.isdisjoint(link.new)
    if is_outside and place == new.place(link.new_start):
        is_above = link.old_start < old.tail and link.new_start < new.tail
        return place > 0 and is_above and MIN_OUTSIDE_SCORE <= link.score < 1
    return link.score >= MIN_OUTSIDE_SCORE
