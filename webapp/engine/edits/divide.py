"""Splits a replacement around words of which only case, typography or spelling changed: each part is its own change.
Words that were joined or torn are among them.

    -Vows To Rebuild Two +promises to rebuild three      one change that hides three

    -Vows +promises  -To Rebuild +to rebuild  -Two +three

Only if each part replaces something: "human rights chief" that became "Commission on Human Rights" stays whole.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from operator import itemgetter

from webapp.engine.edits.edit import Edit, Match, Matches
from webapp.engine.edits.joined import joined_runs
from webapp.engine.text.forms import Form


def divide(edits: list[Edit], matches: Matches, old: Sequence[Form], new: Sequence[Form]) -> list[Edit]:
    """Return the edits with each replacement in as many pairs of a deletion and an insertion as it has parts.

    Shape: the result tiles both sides like `edits`; a deletion behind an insertion begins another change.
    """
    if not any(_may_have_parts(*pair) for pair in pairwise(edits)):
        return edits
    divided: list[Edit] = []
    for edit in edits:
        if edit.op == "insert" and divided and divided[-1].op == "delete":
            divided[-1:] = _parts(divided[-1], edit, matches, old, new)
        else:
            divided.append(edit)
    return divided


def _may_have_parts(deleted: Edit, inserted: Edit) -> bool:
    words = deleted.old_end - deleted.old_start + inserted.new_end - inserted.new_start
    return deleted.op == "delete" and inserted.op == "insert" and words > 2


def _are_one_word(old: Form, new: Form) -> bool:
    return old.word is new.word or (old.kind == "word" and old.word.skeleton == new.word.skeleton)


def _parts(deleted: Edit, inserted: Edit, matches: Matches, old: Sequence[Form], new: Sequence[Form]) -> Sequence[Edit]:
    """Return the parts of a replacement, or the whole if one part would replace nothing."""
    parts: list[Edit] = []
    i, j = deleted.old_start, inserted.new_start
    for skin in _in_order([*_skins(deleted, inserted, matches, old, new), *joined_runs(deleted, inserted, old, new)]):
        parts += [_part(i, skin.old_start, j, skin.new_start), skin]
        i, j = skin.old_end, skin.new_end
    parts.append(_part(i, deleted.old_end, j, inserted.new_end))
    parts = [part for part in parts if part.old_start < part.old_end or part.new_start < part.new_end]
    if any(part.old_start == part.old_end or part.new_start == part.new_end for part in parts):
        return [deleted, inserted]
    return [edit for part in parts for edit in _replacement(part, old, new)]


def _part(old_start: int, old_end: int, new_start: int, new_end: int) -> Edit:
    return Edit("equal", old_start, old_end, new_start, new_end)


def _in_order(skins: list[Edit]) -> Iterator[Edit]:
    """Yield the stretches that lie behind one another on both sides."""
    old_end = new_end = 0
    for skin in sorted(skins):
        if skin.old_start >= old_end and skin.new_start >= new_end:
            yield skin
            old_end, new_end = skin.old_end, skin.new_end


def _skins(deleted: Edit, inserted: Edit, matches: Matches, old: Sequence[Form], new: Sequence[Form]) -> Iterator[Edit]:
    """Yield the stretches of a replacement that hold the same words; one without a content word would be confetti."""
    if matches.are_equal:
        return
    first, last = (bisect_left(matches, place, key=itemgetter(0)) for place in (deleted.old_start, deleted.old_end))
    inside = (matches[at] for at in range(first, last))
    same = (match for match in inside if _are_one_word(old[match.old], new[match.new]))
    run: list[Match] = []
    for match in chain(same, [Match(-1, -1, True)]):
        is_next = bool(run) and match[:2] == (run[-1].old + 1, run[-1].new + 1)
        is_inside = inserted.new_start <= match.new < inserted.new_end
        if run and not (is_next and is_inside):
            if any(old[one.old].word.is_content and not one.is_equal for one in run):
                yield Edit("equal", run[0].old, run[-1].old + 1, run[0].new, run[-1].new + 1)
            run = []
        if is_inside:
            run.append(match)


def _replacement(part: Edit, old: Sequence[Form], new: Sequence[Form]) -> list[Edit]:
    """Return a part of a replacement as a deletion and an insertion, or as what it is if nothing in it differs."""
    keys = [form.key for form in old[part.old_start : part.old_end]]
    if keys == [form.key for form in new[part.new_start : part.new_end]]:
        return [part]
    return [
        Edit("delete", part.old_start, part.old_end, part.new_start, part.new_start),
        Edit("insert", part.old_end, part.old_end, part.new_start, part.new_end),
    ]
