"""The words on screen for relations, filters and folded sentences; whole sentences of them are in `verdict.py`."""

from collections.abc import Mapping

from webapp.display.phrases.changes import FLAG_WORDS
from webapp.display.phrases.figures import counted, grouped
from webapp.engine.model import FLAGS, Relation

RELATION_WORDS: Mapping[str, str] = {
    "verbatim": "word for word",
    "edited": "edited",
    "rewritten": "rewritten",
    "moved": "moved",
    "also": "told in another sentence",
    "dropped": "dropped",
    "added": "added",
    "furniture": "page furniture (menus, teasers)",
}
_FOLDED: tuple[Relation, ...] = ("verbatim", "edited", "rewritten", "dropped", "added")


def only_words(names: tuple[str, ...]) -> str:
    """Say what a filter shows."""
    relations = [
        f"sentences {'word for word' if name == 'verbatim' else name}" for name in names if name in RELATION_WORDS
    ]
    flags = [f"changes of {FLAG_WORDS[flag]}" for name in names for flag in FLAGS if flag == name]
    return " and ".join(relations + flags)


def fold_line(sentences: Mapping[Relation, int], edited: str = "edited") -> str:
    """Say what a fold hides; `edited` is the word for edited sentences.

    >>> fold_line({"verbatim": 14})
    '14 sentences word for word'
    >>> fold_line({"verbatim": 1, "added": 1})
    '2 sentences: 1 word for word, 1 added'
    """
    words_of = {**RELATION_WORDS, "edited": edited}
    folded = [(sentences[relation], words_of[relation]) for relation in _FOLDED if sentences.get(relation)]
    total = counted(sum(count for count, _ in folded), "sentence")
    if len(folded) == 1:
        return f"{total} {folded[0][1]}"
    return f"{total}: {', '.join(f'{grouped(count)} {words}' for count, words in folded)}"
