"""Which sentences of two pages have partners, and which of these are lines of both pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from webapp.engine.align.links import Link
from webapp.engine.languages.language import Language
from webapp.engine.story.boxes import box_below
from webapp.engine.story.lines import heads_section, is_label, is_of_page, is_promotion
from webapp.engine.story.stamps import is_moment, is_stamp
from webapp.engine.text.document import Document

# A link outside both stories is kept, and a link is sure, from here on.
# Range: .30–.90 similarity
# Why: teasers of one agency link by topic
# Cases: 22: *828cloud-archive--daily-caller-rewrite*, *828cloud-archive--nextshark-rewrite* …
MIN_OUTSIDE_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Partners:
    """Which sentences of one side have a partner, a sure one or an equal one, and which are lines of both pages.

    of_page  labels that are equal or that change by themselves
    boxes    headings of boxes whose partner has as many lines below it
    """

    linked: frozenset[int]
    sure: frozenset[int]
    equal: frozenset[int]
    of_page: frozenset[int]
    boxes: frozenset[int]


def find_partners(
    links: Sequence[Link], votes: Sequence[Link], old: Document, new: Document, language: Language
) -> tuple[Partners, Partners]:
    """Return what is known of the partners of either side. `votes`: two or more links of its prose, in order."""
    alone = [(link.old_start, link.new_start) for link in links if len(link.old) == len(link.new) == 1]
    equal = [(i, j) for i, j in alone if old.sentence_keys[i] == new.sentence_keys[j]]
    of_page = [(i, j) for i, j in equal if is_label(old, i, language) and is_label(new, j, language)]
    for is_own in (is_stamp, is_promotion, is_of_page):
        of_page += [(i, j) for i, j in alone if is_own(old, i, language) and is_own(new, j, language)]
    # Below a standfirst and the first paragraph a moment may be that of an event.
    above = [(i, j) for i, j in alone if i < votes[1].old_start and j < votes[1].new_start]
    of_page += [(i, j) for i, j in above if is_moment(old, i, language) and is_moment(new, j, language)]
    boxes = [(i, j) for i, j in equal if _have_equal_boxes(old, i, new, j, language)]
    sure = [link for link in links if link.score >= MIN_OUTSIDE_SCORE]

    def of_side(side: int) -> Partners:
        return Partners(
            linked=frozenset(at for link in links for at in (link.old, link.new)[side]),
            sure=frozenset(at for link in sure for at in (link.old, link.new)[side]),
            equal=frozenset(pair[side] for pair in equal),
            of_page=frozenset(pair[side] for pair in of_page),
            boxes=frozenset(pair[side] for pair in boxes),
        )

    return of_side(0), of_side(1)


def _have_equal_boxes(old: Document, old_heading: int, new: Document, new_heading: int, language: Language) -> bool:
    """Return whether two equal lines head boxes with as many lines."""
    if not (heads_section(old, old_heading, language) and heads_section(new, new_heading, language)):
        return False
    return len(box_below(old, old_heading, language)) == len(box_below(new, new_heading, language))
