"""Words of a replacement that are the same letters, joined on one side and apart on the other.

old   the  har  -  bour  of Lyon        har - bour is harbour; of and in are another change
new   the  harbour       in Lyon
"""

from collections.abc import Iterator, Sequence

from webapp.engine.edits.edit import Edit
from webapp.engine.text.forms import Form
from webapp.engine.text.normalise import bare_letters

# Words and hyphens on one side that may be one word on the other.
# Range: 3–10 words
# Why: a column of type tears a word once; *joined-words* has two pieces and a hyphen
# Cases: 0
MAX_PIECES = 5

# In a longer replacement no joined words are looked for.
# Range: 10–200 words
# Why: each word of old is set beside each of new
# Cases: 0
MAX_REPLACED = 40


def joined_runs(deleted: Edit, inserted: Edit, old: Sequence[Form], new: Sequence[Form]) -> Iterator[Edit]:
    """Yield the stretches of a replacement that differ only in where its words are divided; in order."""
    old_words, new_words = old[deleted.old_start : deleted.old_end], new[inserted.new_start : inserted.new_end]
    if max(len(old_words), len(new_words)) > MAX_REPLACED or len(old_words) + len(new_words) < 4:
        return
    i = first = 0
    while i < len(old_words):
        letter = old_words[i].word.skeleton[:1]
        alike = (j for j in range(first, len(new_words)) if new_words[j].word.skeleton[:1] == letter)
        found = next(filter(None, (_run(old_words, new_words, i, j) for j in alike)), None)
        if found is None:
            i += 1
            continue
        yield Edit(
            "equal",
            deleted.old_start + found.old_start,
            deleted.old_start + found.old_end,
            inserted.new_start + found.new_start,
            inserted.new_start + found.new_end,
        )
        i, first = found.old_end, found.new_end


def _letters(form: Form) -> str | None:
    """Return the letters of a word; none of a hyphen. Any other mark ends a run."""
    if form.kind == "punctuation":
        return "" if form.word.text == "-" else None
    return bare_letters(form.text)


def _run(old: Sequence[Form], new: Sequence[Form], i: int, j: int) -> Edit | None:
    """Return the run that begins at `i` and `j`, if any: the side with fewer letters so far takes its next word."""
    one, other = _letters(old[i]), _letters(new[j])
    if not (one and other):
        return None
    old_end, new_end = i + 1, j + 1
    while one != other:
        is_old = other.startswith(one)
        side, end = (old, old_end) if is_old else (new, new_end)
        taken = end - (i if is_old else j)
        following = _letters(side[end]) if end < len(side) and taken < MAX_PIECES else None
        if following is None or not (is_old or one.startswith(other)):
            return None
        if is_old:
            one, old_end = one + following, end + 1
        else:
            other, new_end = other + following, end + 1
    return Edit("equal", i, old_end, j, new_end) if old_end - i != new_end - j else None
