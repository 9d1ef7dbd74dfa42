"""Character edits inside respelled words, for granularity "character".

    word        -Uyghur +Uighur
    character   =U -y +i =ghur

Only for a single word replaced by a single word of similar spelling: between unlike words shared characters are chance.
diff-match-patch does the work.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from webapp.engine.edits.untimed import untimed
from webapp.engine.model import Segment
from webapp.engine.span import Span
from webapp.engine.text.document import Document

# Two words are cut into characters if they are this much alike.
# Range: .50–.90 similarity of letters
# Why: at half the letters mandate and warrant would be confetti
MIN_SAME_LETTERS = 0.6

# A longer word is not cut into characters.
# Range: 32–256 characters
# Why: addresses of pages
MAX_WORD_LENGTH = 64


def refine(segments: Sequence[Segment], old: Document, new: Document) -> tuple[Segment, ...]:
    """Return the segments with each respelled word cut into its equal, deleted and inserted characters.

    Shape: the pieces keep the id of their change, the equal ones too.
    """
    refined: list[Segment] = []
    for segment in segments:
        last = refined[-1] if refined else None
        if last and last.op == "delete" and segment.op == "insert" and last.change == segment.change:
            refined[-1:] = _refined(last, segment, old, new)
        else:
            refined.append(segment)
    return tuple(refined)


def _refined(deleted: Segment, inserted: Segment, old: Document, new: Document) -> Sequence[Segment]:
    if deleted.old is None or inserted.new is None:
        return [deleted, inserted]
    before, after = old.text[slice(*deleted.old)], new.text[slice(*inserted.new)]
    if not _is_respelling(before.rstrip(), after.rstrip()):
        return [deleted, inserted]
    return list(_pieces(deleted, inserted, before, after))


def _is_respelling(before: str, after: str) -> bool:
    is_word = all(len(text.split()) == 1 and len(text) <= MAX_WORD_LENGTH for text in (before, after))
    return is_word and Indel.normalized_similarity(before, after) >= MIN_SAME_LETTERS


def _pieces(deleted: Segment, inserted: Segment, before: str, after: str) -> Iterator[Segment]:
    diffs = untimed().diff_main(before.rstrip(), after.rstrip(), False)
    untimed().diff_cleanupSemantic(diffs)
    i, j = deleted.old.start if deleted.old else 0, inserted.new.start if inserted.new else 0
    for sign, text in diffs:
        old_span, new_span = Span(i, i + len(text)), Span(j, j + len(text))
        if sign < 0:
            yield Segment("delete", old_span, None, deleted.pair, deleted.change)
        elif sign > 0:
            yield Segment("insert", None, new_span, deleted.pair, deleted.change)
        else:
            yield Segment("equal", old_span, new_span, deleted.pair, deleted.change)
        i, j = i + len(text) * (sign <= 0), j + len(text) * (sign >= 0)
    yield from _rest(deleted, inserted, i, j)


def _rest(deleted: Segment, inserted: Segment, i: int, j: int) -> Iterator[Segment]:
    """Yield the white space after the words: it belongs to no change of letters."""
    if deleted.old and i < deleted.old.end:
        yield Segment("delete", Span(i, deleted.old.end), None, deleted.pair)
    if inserted.new and j < inserted.new.end:
        yield Segment("insert", None, Span(j, inserted.new.end), inserted.pair)
