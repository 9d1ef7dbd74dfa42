"""The tail of a page: what stands below its story, from the heading of a section on.

Sentences               story
Related                 a heading and two teasers, in the midst of the story
Teaser, teaser
Sentences               story: prose with a partner, on its topic or edited
Most read               the tail
Teaser, teaser
Cookies help us.        prose, but equal and off the topic
"""

from collections.abc import Collection, Iterable

from webapp.engine.languages.language import Language
from webapp.engine.story.core import content_of
from webapp.engine.story.lines import heads_comments, heads_section, is_boundary
from webapp.engine.text.document import Document

# Sentences of prose with a sure partner that stand above the tail.
# Range: 1–5 sentences
# Why: as many make a story; a menu above the headline may say "Comments" too
# Cases: none
MIN_VOTES_ABOVE = 2

# Share of the content words of prose below a heading that occurs above it, if the story goes on there.
# Range: .05–.40 share of content words
# Why: sections of the wire reach .33 to .50, notes on cookies and teasers .07
# Cases: none
MIN_TOPIC_SHARE = 0.15


def first_of_tail(document: Document, votes: Collection[int], equal: Collection[int], language: Language) -> int:
    """Return the first sentence of the tail, the number of sentences if there is none."""
    ordered = sorted(votes)
    if len(ordered) < MIN_VOTES_ABOVE:
        return len(document.sentences)
    below = range(ordered[MIN_VOTES_ABOVE - 1] + 1, len(document.sentences))
    end = next((sentence for sentence in below if heads_comments(document, sentence, language)), below.stop)
    heads = [sentence for sentence in range(below.start, end) if heads_section(document, sentence, language)]
    if not heads:
        return end
    topic = content_of(document, (sentence for sentence in ordered if sentence < heads[0])).keys()
    last = heads[0]
    for sentence in (sentence for sentence in ordered if heads[0] < sentence < end):
        if not is_boundary(document, sentence, language) and (
            sentence not in equal or topic_share(document, [sentence], topic) >= MIN_TOPIC_SHARE
        ):
            last = sentence
    return next((head for head in heads if head >= last), end)


def topic_share(document: Document, sentences: Iterable[int], topic: Collection[str]) -> float:
    """Return the share of the sentences' content words that are in the topic, 0..1; 0 without any."""
    words = content_of(document, sentences)
    return sum(count for stem, count in words.items() if stem in topic) / max(1, words.total())
