"""Makes edits readable. No new match is found, and no text is lost.

fold    -grave +serious  =,  -large +big       ->   -grave, large  +serious, big
        an island without a content word does not hold a gap open between two replacements
slide   the cat =and the  +dog and the  =bird  ->   the cat and  +the dog and  =the bird
        an edit with several possible places goes to a clause boundary
"""

from collections.abc import Iterator, Sequence

from webapp.engine.edits.edit import Edit, merge_edits
from webapp.engine.edits.untimed import untimed
from webapp.engine.text.forms import Form

Ends = tuple[bool, bool]

_SENTENCE_MARKS = frozenset(".!?…。！？؟।")
_CLAUSE_MARKS = frozenset(",;:–—-)]}»”’、，；：）、")
_OPENING_MARKS = frozenset("([{«“‘„¿¡")


def tidy(edits: Sequence[Edit], old: Sequence[Form], new: Sequence[Form], ends: Ends) -> list[Edit]:
    """Fold, then slide. `ends`: whether the units begin, and end, where their sentences do.

    Shape: the result tiles both sides like `edits`, and its equal stretches hold equal keys.
    """
    return slide_edits(fold_islands(edits, old, new), old, new, ends)


def fold_islands(edits: Sequence[Edit], old: Sequence[Form], new: Sequence[Form]) -> list[Edit]:
    """Fold equal islands that carry no content word into the replacements around them.

    diff-match-patch's semantic clean-up decides, with its rule that an island goes when it is no longer than the larger
    edit on both sides. Alone it would swallow any single word, names and numbers too: so it sees only the stretches
    between islands that must stay.
    """
    folded: list[Edit] = []
    for stretch in _stretches(list(edits), old):
        folded += _clean_up(stretch, old, new) if len(stretch) > 2 else stretch
    return merge_edits(folded)


def slide_edits(edits: Sequence[Edit], old: Sequence[Form], new: Sequence[Form], ends: Ends) -> list[Edit]:
    """Move each lone deletion or insertion between two equal stretches to the best of its possible places."""
    slid = list(edits)
    for at in range(1, len(slid) - 1):
        before, edit, after = slid[at - 1 : at + 2]
        if before.op == after.op == "equal" and edit.op != "equal":
            shift = _best_shift(before, edit, after, old if edit.op == "delete" else new, ends)
            slid[at - 1 : at + 2] = _shifted(before, edit, after, shift)
    return [edit for edit in slid if edit.old_start < edit.old_end or edit.new_start < edit.new_end]


def _stretches(edits: list[Edit], old: Sequence[Form]) -> Iterator[list[Edit]]:
    """Split the edits at equal stretches that must stay; what is between may be cleaned up."""
    stretch: list[Edit] = []
    for at, edit in enumerate(edits):
        if edit.op == "equal" and not _may_fold(edits, at, old):
            yield stretch
            yield [edit]
            stretch = []
        else:
            stretch.append(edit)
    yield stretch


def _may_fold(edits: list[Edit], at: int, old: Sequence[Form]) -> bool:
    """An island may be folded if it has no content word and lies between a replacement and another change.

    Between two insertions it must stay: folded, it would read as deleted and inserted again.
    """
    island = edits[at]
    if any(form.word.is_content for form in old[island.old_start : island.old_end]):
        return False
    before = {edit.op for edit in edits[max(0, at - 2) : at]} - {"equal"}
    after = {edit.op for edit in _until_equal(edits[at + 1 : at + 3])}
    return len(before) + len(after) >= 3


def _until_equal(edits: list[Edit]) -> Iterator[Edit]:
    for edit in edits:
        if edit.op == "equal":
            return
        yield edit


def _clean_up(stretch: list[Edit], old: Sequence[Form], new: Sequence[Form]) -> list[Edit]:
    letters: dict[int, str] = {}
    signs = {"delete": -1, "equal": 0, "insert": 1}
    diffs = []
    for edit in stretch:
        forms = new[edit.new_start : edit.new_end] if edit.op == "insert" else old[edit.old_start : edit.old_end]
        # The private-use planes: no letter there means anything to the library's own rules about boundaries.
        coded = "".join(letters.setdefault(form.key, chr(0xF0000 + len(letters))) for form in forms)
        diffs.append((signs[edit.op], coded))
    untimed().diff_cleanupSemantic(diffs)
    return list(_decoded(diffs, stretch[0].old_start, stretch[0].new_start))


def _decoded(diffs: list[tuple[int, str]], i: int, j: int) -> Iterator[Edit]:
    for sign, coded in diffs:
        length = len(coded)
        old_length, new_length = (0 if sign > 0 else length), (0 if sign < 0 else length)
        op = "delete" if sign < 0 else "insert" if sign > 0 else "equal"
        yield Edit(op, i, i + old_length, j, j + new_length)  # type: ignore[arg-type]
        i, j = i + old_length, j + new_length


def _best_shift(before: Edit, edit: Edit, after: Edit, forms: Sequence[Form], ends: Ends) -> int:
    """Return by how many units to move the edit, negative to the left; 0 if no place is better."""
    start, end = (edit.old_start, edit.old_end) if edit.op == "delete" else (edit.new_start, edit.new_end)
    most_left, most_right = before.old_end - before.old_start, after.old_end - after.old_start
    left = right = 0
    while left < most_left and forms[start - left - 1].key == forms[end - left - 1].key:
        left += 1
    while right < most_right and forms[start + right].key == forms[end + right].key:
        right += 1
    if not (left or right):
        return 0
    shifts = sorted(range(-left, right + 1), key=lambda shift: (abs(shift), shift))
    seams = {at: _seam(forms, at, ends) for shift in shifts for at in (start + shift, end + shift)}
    return max(shifts, key=lambda shift: seams[start + shift] + seams[end + shift])


def _seam(forms: Sequence[Form], at: int, ends: Ends) -> int:
    """Return how natural a cut before unit `at` is: 4 after a sentence, 2 after a clause, 1 before an opening mark."""
    if at <= 0 or at >= len(forms):
        return 4 if ends[at > 0] else 0
    before, after = forms[at - 1].word.text[-1:], forms[at].word.text[:1]
    if forms[at - 1].kind == "punctuation" and before in _SENTENCE_MARKS:
        return 4
    if forms[at - 1].kind == "punctuation" and before in _CLAUSE_MARKS:
        return 2
    return 1 if after in _OPENING_MARKS else 0


def _shifted(before: Edit, edit: Edit, after: Edit, shift: int) -> list[Edit]:
    return [
        before._replace(old_end=before.old_end + shift, new_end=before.new_end + shift),
        Edit(edit.op, *(place + shift for place in edit[1:])),
        after._replace(old_start=after.old_start + shift, new_start=after.new_start + shift),
    ]
