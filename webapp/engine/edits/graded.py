"""The heaviest alignment of two stretches of units by their grades."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from webapp.engine.edits.edit import Match
from webapp.engine.edits.grades import are_related, grade_rows
from webapp.engine.text.forms import Form

# Extra grade for neighbours that stay neighbours; less than any word's.
# Range: 0–1
# Why: word alignment
# Cases: 4: *828cloud-archive--nextshark-rewrite*, *back-translation--nextshark-rewrite* …
ADJACENCY = 0.4


def align_graded(old: Sequence[Form], new: Sequence[Form]) -> list[Match]:
    """Return the heaviest alignment by dynamic programming over (units of old, units of new)."""
    if len(old) == len(new) == 1:  # most edits replace one word by one
        return [Match(0, 0, old[0].key == new[0].key)] if are_related(old[0], new[0]) else []
    unmatched = [-1.0] * (len(new) + 1)
    best, matched = [[0.0] * (len(new) + 1)], [unmatched]
    for grade in grade_rows(old, new):
        above, matched_above = best[-1], matched[-1]
        if not grade:
            best.append(above)
            matched.append(unmatched)
            continue
        row, matched_row = above.copy(), unmatched.copy()
        for j, weight in grade.items():
            run_on = matched_above[j] + ADJACENCY
            ended = matched_row[j + 1] = weight + (run_on if run_on > above[j] else above[j])
            if ended > row[j + 1]:  # a row ascends: it carries its maximum to the right, up to a greater one
                end = bisect_left(row, ended, j + 1)
                row[j + 1 : end] = [ended] * (end - j - 1)
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
