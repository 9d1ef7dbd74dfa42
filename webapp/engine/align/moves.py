"""Links off the order: sentences that stand elsewhere in new. A false move is worse than a missed one.

A moved sentence must be much alike or share several content words, must be long enough to be told from others, and must
be the best free partner on both sides. Whole moved sentences are known from the anchors already.
"""

from collections.abc import Iterable, Mapping

from webapp.engine.align.links import Link
from webapp.engine.align.similarity import Similarity
from webapp.engine.text.document import Document

# 0..1, defaults: a moved sentence is at least that much alike, and shares at least so many content stems; four where it
# is less alike than the second score, none where it is as much alike as the third. Topic words alone reach .30 between
# sentences of two stories about one event.
MIN_MOVE_SCORE = 0.36
SURE_MOVE_SCORE = 0.50
CERTAIN_MOVE_SCORE = 0.95
MIN_SHARED_CONTENT = 3
MIN_SHARED_CONTENT_UNSURE = 4

# Characters without white space that a sentence needs to be called moved when it stands word for word elsewhere: below
# it are labels and set phrases ("Read more", "Share this Article").
MIN_MOVED_LENGTH = 24


def is_long(sentence_key: str) -> bool:
    """Tell whether a sentence is long enough that its standing elsewhere is no chance."""
    return len(sentence_key) >= MIN_MOVED_LENGTH


def find_moves(
    linked: Iterable[Link], scores: Mapping[tuple[int, int], float], similarity: Similarity, old: Document
) -> list[Link]:
    """Return links between sentences that `linked` leaves free, the most alike first taken."""
    old_taken = {i for link in linked for i in link.old}
    new_taken = {j for link in linked for j in link.new}
    moves: list[Link] = []
    for (i, j), score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < MIN_MOVE_SCORE:
            break
        if i in old_taken or j in new_taken or not _is_sure(i, j, score, similarity, old):
            continue
        old_taken.add(i)
        new_taken.add(j)
        moves.append(Link(i, i + 1, j, j + 1, score))
    return moves


def _is_sure(i: int, j: int, score: float, similarity: Similarity, old: Document) -> bool:
    if score >= CERTAIN_MOVE_SCORE and is_long(old.sentence_keys[i]):
        return True
    shared = similarity.shared_content(range(i, i + 1), range(j, j + 1))
    return shared >= (MIN_SHARED_CONTENT if score >= SURE_MOVE_SCORE else MIN_SHARED_CONTENT_UNSURE)
