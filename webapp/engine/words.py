"""Word edits inside a pair of sentences.

    old   The cat sat on the mat.        =The  -cat +dog  =sat on the  -mat +rug  =.
    new   The dog sat on the rug.

Words are aligned by graded scores, not by equality alone: a word keeps its place against its own other form, so that
chance matches of `of` and `the` do not cross it. Only equal keys are shown as equal. Where the product of the lengths
is large, equal words are found by rapidfuzz's bit-parallel longest common subsequence instead, split at words that
stand once on each side; past the last limit the stretch is one replacement, and says so.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz.distance import Indel, LCSseq

from webapp.engine.edits import Match
from webapp.engine.model import Limits
from webapp.engine.vocabulary import Form

# How much it is worth to set two units against each other. The order matters, the distances hardly.
EQUAL_CONTENT = 2.2
SAME_WORD = 2.0
SAME_STEM = 1.7
NEAR_SPELLING = 1.2
EQUAL_FUNCTION_WORD = 1.0
SAME_KIND = 0.8
EQUAL_MARK = 0.5

# Neighbours that stay neighbours are worth more than the same words apart; 0..1, default .4, less than any word.
ADJACENCY = 0.4

# Two spellings of one word are this much alike: Uyghur/Uighur .83, Pekin/Peking .91, but form/from .75.
MIN_NEAR_SPELLING = 0.8
MIN_NEAR_LENGTH = 4


def align_words(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[list[Match], bool]:
    """Set the units of a pair against each other, in order.

    Shape: matches ascend on both sides.
    Limit: False as second value where a stretch was past `limits.max_exact_product` and got no match.
    """
    head = _common_prefix(old, new)
    tail = _common_prefix(old[head:][::-1], new[head:][::-1])
    middle, complete = _align_middle(old[head : len(old) - tail], new[head : len(new) - tail], limits)
    matches = [Match(k, k, True) for k in range(head)]
    matches += [Match(i + head, j + head, is_equal) for i, j, is_equal in middle]
    matches += [Match(len(old) - k, len(new) - k, True) for k in range(tail, 0, -1)]
    return matches, complete


def _align_middle(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[list[Match], bool]:
    product = len(old) * len(new)
    if not product:
        return [], True
    if product <= limits.max_graded_product:
        return _graded(old, new), True
    if product <= limits.max_exact_product:
        return _longest_common(old, new), True
    return _split_at_unique(old, new, limits)


def _split_at_unique(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[list[Match], bool]:
    """Fix the words that stand once on each side, on their longest common order, and align between them (patience)."""
    anchors = _unique_in_order(old, new)
    if not anchors:
        return [], False
    matches: list[Match] = []
    complete = True
    i = j = 0
    for anchor in [*anchors, Match(len(old), len(new), False)]:
        between, whole = _align_middle(old[i : anchor.old], new[j : anchor.new], limits)
        matches += [Match(k + i, n + j, is_equal) for k, n, is_equal in between]
        matches += [anchor] if anchor.is_equal else []
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


def _longest_common(old: Sequence[Form], new: Sequence[Form]) -> list[Match]:
    blocks = LCSseq.opcodes([form.key for form in old], [form.key for form in new])
    return [
        Match(block.src_start + k, block.dest_start + k, True)
        for block in blocks
        if block.tag == "equal"
        for k in range(block.src_end - block.src_start)
    ]


def _graded(old: Sequence[Form], new: Sequence[Form]) -> list[Match]:
    """Return the heaviest alignment by dynamic programming over (units of old, units of new)."""
    grades = _grades(old, new)
    width = len(new) + 1
    best = [[0.0] * width]
    matched = [[-1.0] * width]
    for grade in grades:
        above, matched_above = best[-1], matched[-1]
        row, matched_row = [0.0] * width, [-1.0] * width
        for j in range(1, width):
            value = above[j] if above[j] >= row[j - 1] else row[j - 1]
            weight = grade.get(j - 1)
            if weight is not None:
                run_on = matched_above[j - 1] + ADJACENCY
                ended = weight + (run_on if run_on > above[j - 1] else above[j - 1])
                matched_row[j] = ended
                value = max(value, ended)
            row[j] = value
        best.append(row)
        matched.append(matched_row)
    return list(_trace(best, matched, old, new))[::-1]


def _trace(
    best: list[list[float]], matched: list[list[float]], old: Sequence[Form], new: Sequence[Form]
) -> Iterator[Match]:
    i, j = len(old), len(new)
    must_match = False
    while i and j:
        if must_match or matched[i][j] >= best[i][j]:
            yield Match(i - 1, j - 1, old[i - 1].key == new[j - 1].key)
            i, j = i - 1, j - 1
            must_match = matched[i][j] + ADJACENCY > best[i][j]
        elif best[i - 1][j] >= best[i][j - 1]:
            i -= 1
        else:
            j -= 1


def _grades(old: Sequence[Form], new: Sequence[Form]) -> list[dict[int, float]]:
    """Return, for each form of old, the grades of the forms of new that are worth anything beside it."""
    places: defaultdict[Form, list[int]] = defaultdict(list)
    for j, form in enumerate(new):
        places[form].append(j)
    rows = {form: _row_of_grades(form, places) for form in dict.fromkeys(old)}
    return [rows[form] for form in old]


def _row_of_grades(old: Form, places: Mapping[Form, Sequence[int]]) -> dict[int, float]:
    is_content = old.word.is_content
    row: dict[int, float] = {}
    for new, where in places.items():
        if new.word is old.word or (is_content and new.word.is_content):
            grade = _grade(old, new)
            if grade:
                row.update(dict.fromkeys(where, grade))
    return row


def _grade(old: Form, new: Form) -> float:
    word, other = old.word, new.word
    if word is other:
        if word.is_content:
            return EQUAL_CONTENT if old.key == new.key else SAME_WORD
        return EQUAL_FUNCTION_WORD if word.is_function else EQUAL_MARK
    if not (word.is_content and other.is_content):
        return 0.0
    if old.kind != "word" or new.kind != "word":
        return SAME_KIND if old.kind == new.kind else 0.0
    if word.stem == other.stem:
        return SAME_STEM
    is_long = len(word.text) >= MIN_NEAR_LENGTH and len(other.text) >= MIN_NEAR_LENGTH
    is_near = is_long and Indel.normalized_similarity(word.text, other.text, score_cutoff=MIN_NEAR_SPELLING)
    return NEAR_SPELLING if is_near else 0.0


def _common_prefix(old: Sequence[Form], new: Sequence[Form]) -> int:
    length = 0
    for one, other in zip(old, new, strict=False):
        if one.key != other.key:
            break
        length += 1
    return length
