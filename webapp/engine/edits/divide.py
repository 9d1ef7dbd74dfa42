"""Splits a replacement around words of which only case, typography or spelling changed: each part is its own change.

    -Vows To Rebuild Two +promises to rebuild three      one change that hides three

    -Vows +promises  -To Rebuild +to rebuild  -Two +three

Only if each part replaces something: "human rights chief" that became "Commission on Human Rights" stays whole.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import itemgetter

from webapp.engine.edits.edit import Edit, Match, Matches
from webapp.engine.text.forms import Form


def divide(edits: list[Edit], matches: Matches, old: Sequence[Form], new: Sequence[Form]) -> list[Edit]:
    """Return the edits with each replacement in as many pairs of a deletion and an insertion as it has parts.

    Shape: the result tiles both sides like `edits`; a deletion behind an insertion begins another change.
    """
    if matches.are_equal or all(match.is_equal or old[match.old].word is not new[match.new].word for match in matches):
        return edits
    same = Matches(match for match in matches if old[match.old].word is new[match.new].word)
    divided: list[Edit] = []
    for edit in edits:
        if edit.op == "insert" and divided and divided[-1].op == "delete":
            divided[-1:] = _parts(divided[-1], edit, same, old)
        else:
            divided.append(edit)
    return divided


def _parts(deleted: Edit, inserted: Edit, same: Matches, old: Sequence[Form]) -> Sequence[Edit]:
    """Return the parts of a replacement, or the whole if one part would replace nothing."""
    parts: list[Edit] = []
    i, j = deleted.old_start, inserted.new_start
    for skin in _skins(deleted, inserted, same, old):
        parts += _replacement(i, skin.old_start, j, skin.new_start)
        parts += _replacement(skin.old_start, skin.old_end, skin.new_start, skin.new_end)
        i, j = skin.old_end, skin.new_end
    parts += _replacement(i, deleted.old_end, j, inserted.new_end)
    replaces_each = [part.op for part in parts] == ["delete", "insert"] * (len(parts) // 2)
    return parts if replaces_each else [deleted, inserted]


def _skins(deleted: Edit, inserted: Edit, same: Matches, old: Sequence[Form]) -> Iterator[Edit]:
    """Yield the stretches of a replacement that hold the same words; one without a content word would be confetti."""
    first, last = (bisect_left(same, place, key=itemgetter(0)) for place in (deleted.old_start, deleted.old_end))
    run: list[Match] = []
    for match in chain(map(same.__getitem__, range(first, last)), [Match(-1, -1, True)]):
        is_next = bool(run) and match[:2] == (run[-1].old + 1, run[-1].new + 1)
        is_inside = inserted.new_start <= match.new < inserted.new_end
        if run and not (is_next and is_inside):
            if any(old[one.old].word.is_content and not one.is_equal for one in run):
                yield Edit("equal", run[0].old, run[-1].old + 1, run[0].new, run[-1].new + 1)
            run = []
        if is_inside:
            run.append(match)


def _replacement(old_start: int, old_end: int, new_start: int, new_end: int) -> Iterator[Edit]:
    if old_start < old_end:
        yield Edit("delete", old_start, old_end, new_start, new_start)
    if new_start < new_end:
        yield Edit("insert", old_end, old_end, new_start, new_end)
