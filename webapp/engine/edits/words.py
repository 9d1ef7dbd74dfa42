"""Word edits inside a pair of sentences.

    old   The cat sat on the mat.        =The  -cat +dog  =sat on the  -mat +rug  =.
    new   The dog sat on the rug.

Words are aligned by graded scores, not by equality alone: a word keeps its place against its own other form, so that
chance matches of `of` and `the` do not cross it. Only equal keys are shown as equal. Where the product of the lengths
is large, rapidfuzz's bit-parallel longest common subsequence finds equal words instead; past that limit the stretch is
split at words that occur once on each side, and what cannot be split is one replacement, reported as such.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import islice

from rapidfuzz.distance import LCSseq

from webapp.engine.edits.edit import Match, Matches
from webapp.engine.edits.graded import align_graded
from webapp.engine.options import Limits
from webapp.engine.text.forms import Form


def align_words(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[Matches, bool]:
    """Align the units of a pair, in order.

    Shape: matches ascend on both sides.
    Limit: the second value is False if a stretch was past `limits.max_exact_product` and got no match.
    """
    head = _common_prefix(old, new)
    shorter = min(len(old), len(new))
    tail = _common_prefix(islice(reversed(old), shorter - head), reversed(new))
    middle, complete = _align_middle(old[head : len(old) - tail], new[head : len(new) - tail], limits)
    matches = Matches()
    matches.add_equal(0, 0, head)
    matches.add(middle, head, head)
    matches.add_equal(len(old) - tail, len(new) - tail, tail)
    return matches, complete


def _align_middle(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[Iterable[Match], bool]:
    product = len(old) * len(new)
    if not product:
        return (), True
    if product <= limits.max_graded_product:
        return align_graded(old, new), True
    if product <= limits.max_exact_product:
        return _longest_common(old, new), True
    return _split_at_unique(old, new, limits)


def _split_at_unique(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[Matches, bool]:
    """Match words that occur once on each side, in their longest common order; align between them (patience diff)."""
    anchors = _unique_in_order(old, new)
    matches = Matches()
    if not anchors:
        return matches, False
    complete = True
    i = j = 0
    for anchor in [*anchors, Match(len(old), len(new), False)]:
        between, whole = _align_middle(old[i : anchor.old], new[j : anchor.new], limits)
        matches.add(between, i, j)
        matches.add([anchor] if anchor.is_equal else [])
        complete = complete and whole
        i, j = anchor.old + 1, anchor.new + 1
    return matches, complete


def _unique_in_order(old: Sequence[Form], new: Sequence[Form]) -> list[Match]:
    old_count, new_count = Counter(form.key for form in old), Counter(form.key for form in new)
    places = {form.key: j for j, form in enumerate(new)}
    common = [
        (i, places[form.key]) for i, form in enumerate(old) if old_count[form.key] == 1 and new_count[form.key] == 1
    ]
    return [Match(i, j, True) for i, j in _longest_increasing(common)]


def _longest_increasing(places: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of `places` (first members ascend) whose second members ascend too."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for k, (_, j) in enumerate(places):
        at = bisect_left(ends, j)
        before.append(tops[at - 1] if at else -1)
        ends[at : at + 1] = [j]
        tops[at : at + 1] = [k]
    chain: list[tuple[int, int]] = []
    k = tops[-1] if tops else -1
    while k >= 0:
        chain.append(places[k])
        k = before[k]
    return chain[::-1]


def _longest_common(old: Sequence[Form], new: Sequence[Form]) -> Matches:
    matches = Matches()
    for block in LCSseq.opcodes([form.key for form in old], [form.key for form in new]):
        if block.tag == "equal":
            matches.add_equal(block.src_start, block.dest_start, block.src_end - block.src_start)
    return matches


def _common_prefix(old: Iterable[Form], new: Iterable[Form]) -> int:
    length = 0
    for one, other in zip(old, new, strict=False):
        if one.key != other.key:
            break
        length += 1
    return length
