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
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice

from rapidfuzz.distance import Indel, LCSseq
from rapidfuzz.process import extract

from webapp.engine.edits.edit import Match, Matches
from webapp.engine.options import Limits
from webapp.engine.text.tokenise import TokenKind
from webapp.engine.text.vocabulary import Form, Word

# How much it is worth to set two units against each other. The order matters, the distances hardly.
EQUAL_CONTENT = 2.2
SAME_WORD = 2.0
SAME_STEM = 1.7
NEAR_SPELLING = 1.2
EQUAL_FUNCTION_WORD = 1.0
SAME_KIND = 0.8
EQUAL_MARK = 0.5

# Among more numbers or dates than this it is chance which stands against which, and all would be graded against all;
# default 24 of one side of a pair.
MAX_SAME_KIND = 24

# Neighbours that stay neighbours are worth more than the same words apart; 0..1, default .4, less than any word.
ADJACENCY = 0.4

# Two spellings of one word are this much alike: Uyghur/Uighur .83, Pekin/Peking .91, but form/from .75.
# Only words of so many letters are looked at: spellings of over 100 letters are none that anybody mistakes for another,
# and two words are compared each letter with each.
MIN_NEAR_SPELLING = 0.8
MIN_NEAR_LENGTH = 4
MAX_NEAR_LENGTH = 100


def align_words(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[Matches, bool]:
    """Set the units of a pair against each other, in order.

    Shape: matches ascend on both sides.
    Limit: False as second value where a stretch was past `limits.max_exact_product` and got no match.
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
        return _graded(old, new), True
    if product <= limits.max_exact_product:
        return _longest_common(old, new), True
    return _split_at_unique(old, new, limits)


def _split_at_unique(old: Sequence[Form], new: Sequence[Form], limits: Limits) -> tuple[Matches, bool]:
    """Fix the words that stand once on each side, on their longest common order, and align between them (patience)."""
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


def _graded(old: Sequence[Form], new: Sequence[Form]) -> list[Match]:
    """Return the heaviest alignment by dynamic programming over (units of old, units of new)."""
    unmatched = [-1.0] * (len(new) + 1)
    best, matched = [[0.0] * (len(new) + 1)], [unmatched]
    for grade in _grades(old, new):
        above, matched_above = best[-1], matched[-1]
        row, matched_row = above.copy(), unmatched.copy()
        for j, weight in grade.items():
            run_on = matched_above[j] + ADJACENCY
            ended = matched_row[j + 1] = weight + (run_on if run_on > above[j] else above[j])
            if ended > row[j + 1]:
                row[j + 1] = ended
        best.append(list(accumulate(row, max)))  # the running maximum is what a row carries to its right
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
    partners = _Partners(new)
    rows = {form: partners.grades(form) for form in dict.fromkeys(old)}
    return [rows[form] for form in old]


class _Partners:
    """The units of new, found by what makes them worth something beside a form of old."""

    def __init__(self, new: Sequence[Form]) -> None:
        self._places: defaultdict[Form, list[int]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._by_kind: defaultdict[TokenKind, list[int]] = defaultdict(list)
        for j, form in enumerate(new):
            self._places[form].append(j)
            if form.word.is_content and form.kind == "word":
                self._by_stem[form.word.stem].append(j)
            elif form.word.is_content:
                self._by_kind[form.kind].append(j)
        self._by_word: defaultdict[Word, list[Form]] = defaultdict(list)
        for form in self._places:
            self._by_word[form.word].append(form)
        self._spelt = {
            form: form.word.text for form in self._places if form.kind == "word" and _has_spelling(form.word)
        }

    def grades(self, old: Form) -> dict[int, float]:
        """Return {index of a unit of new: its grade beside `old`}; what is worth most is written last."""
        row: dict[int, float] = {}
        if old.word.is_content and old.kind == "word":
            for form in self._near_in_spelling(old):
                row.update(dict.fromkeys(self._places[form], NEAR_SPELLING))
            row.update(dict.fromkeys(self._by_stem[old.word.stem], SAME_STEM))
        elif old.word.is_content and len(self._by_kind[old.kind]) <= MAX_SAME_KIND:
            row.update(dict.fromkeys(self._by_kind[old.kind], SAME_KIND))
        for form in self._by_word[old.word]:
            row.update(dict.fromkeys(self._places[form], _grade_of_same(old, form)))
        return row

    def _near_in_spelling(self, old: Form) -> list[Form]:
        """Return the words spelt nearly alike, found by one call into the library, not by one for each."""
        if not _has_spelling(old.word):
            return []
        cutoff = MIN_NEAR_SPELLING
        near = extract(old.word.text, self._spelt, scorer=Indel.normalized_similarity, score_cutoff=cutoff, limit=None)
        return [form for _, _, form in near]


def _has_spelling(word: Word) -> bool:
    return word.is_content and MIN_NEAR_LENGTH <= len(word.text) <= MAX_NEAR_LENGTH


def _grade_of_same(old: Form, new: Form) -> float:
    if old.word.is_content:
        return EQUAL_CONTENT if old.key == new.key else SAME_WORD
    return EQUAL_FUNCTION_WORD if old.word.is_function else EQUAL_MARK


def _common_prefix(old: Iterable[Form], new: Iterable[Form]) -> int:
    length = 0
    for one, other in zip(old, new, strict=False):
        if one.key != other.key:
            break
        length += 1
    return length
