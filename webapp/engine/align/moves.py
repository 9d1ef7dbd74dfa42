"""Links off the order: sentences that moved to another place in new. A false move is worse than a missed one.

A moved sentence must be much alike or share several content words, must be long enough to be distinct, and must be
the best free partner on both sides. Sentences moved word for word are known from the anchors.
"""

from collections.abc import Iterable, Mapping

from webapp.engine.align.evidence import Evidence
from webapp.engine.align.links import Link
from webapp.engine.text.document import Document

# A moved sentence is at least this much alike.
# Range: .25–.60 similarity
# Why: the rewrites; below it hardly any rests on enough shared words
MIN_MOVE_SCORE = 0.27

# From here on fewer shared content words suffice for a move.
# Range: .36–.90 similarity
# Why: *one-line-text*
# Cases: 1: *one-line-text*
SURE_MOVE_SCORE = 0.50

# From here on any long sentence was moved, whatever words it shares.
# Range: .80–1 similarity
# Why: *quotations-in-another-order*
# Cases: 1: *quotations-in-another-order*
CERTAIN_MOVE_SCORE = 0.95

# Content words that a sure move shares.
# Range: 1–6 words
# Why: *repeated-phrase-is-no-move*
# Cases: 2: *repeated-phrase-is-no-move*, *one-line-text*
MIN_SHARED_CONTENT = 3

# Rare ones among these that a less alike move shares.
# Range: 1–4 words
# Why: topic words alone reach .30 between sentences of two stories about one event
MIN_SHARED_RARE = 2

# Content words that a less alike move without rare ones shares.
# Range: 3–9 words
# Why: as for the rare ones
MIN_SHARED_TOPIC = 5

# A sentence that occurs word for word elsewhere was moved if it is at least this long, white space not counted.
# Range: 8–80 characters
# Why: shorter ones are labels and set phrases ("Read more", "Share this Article"); *repeated-phrase-is-no-move*
# Cases: 2: *repeated-phrase-is-no-move*, *false-move-bait*
MIN_MOVED_LENGTH = 24


def is_long(sentence_key: str) -> bool:
    """Return whether a sentence is too long to occur elsewhere by chance."""
    return len(sentence_key) >= MIN_MOVED_LENGTH


def find_moves(
    linked: Iterable[Link], scores: Mapping[tuple[int, int], float], evidence: Evidence, old: Document
) -> list[Link]:
    """Return links between sentences that `linked` leaves free, the most alike first taken."""
    old_taken = {i for link in linked for i in link.old}
    new_taken = {j for link in linked for j in link.new}
    moves: list[Link] = []
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < MIN_MOVE_SCORE:
            break
        if i in old_taken or j in new_taken or not _is_sure(i, j, score, evidence, old):
            continue
        old_taken.add(i)
        new_taken.add(j)
        moves.append(Link(i, i + 1, j, j + 1, score))
    return moves


def _is_sure(i: int, j: int, score: float, evidence: Evidence, old: Document) -> bool:
    if score >= CERTAIN_MOVE_SCORE and is_long(old.sentence_keys[i]):
        return True
    shared = evidence.shared(range(i, i + 1), range(j, j + 1))
    is_distinct = score >= SURE_MOVE_SCORE or shared.rare >= MIN_SHARED_RARE
    return shared.content >= (MIN_SHARED_CONTENT if is_distinct else MIN_SHARED_TOPIC)
