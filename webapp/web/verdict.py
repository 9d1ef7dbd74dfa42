"""What the verdict says in sentences: what became of the original's, and why the comparison is coarse where it is."""

from collections.abc import Mapping

from webapp.engine.model import Relation

SAYINGS: Mapping[Relation, tuple[str, str]] = {
    "verbatim": ("stands word for word", "stand word for word"),
    "edited": ("is edited", "are edited"),
    "rewritten": ("is rewritten", "are rewritten"),
    "dropped": ("was dropped", "were dropped"),
    "added": ("was added", "were added"),
}
SAID_WHEN_NONE: frozenset[Relation] = frozenset({"dropped", "added"})
"""That nothing was dropped is news; that nothing was rewritten is not."""

COARSENESS = {
    "too_many_sentences": "there are too many sentences to look everywhere for the partner of each",
    "too_many_words": "some passages are too long to be compared word by word",
}


def sentence_line(counts: Mapping[Relation, int]) -> str:
    """Say what became of the sentences, the most faithful first.

    >>> sentence_line({"verbatim": 1, "edited": 29})
    'One sentence stands word for word, 29 are edited, none was dropped and none was added.'
    """
    told = [(counts.get(relation, 0), relation) for relation in SAYINGS]
    (first, first_relation), *rest = [(n, relation) for n, relation in told if n or relation in SAID_WHEN_NONE]
    opening = {0: "No sentence", 1: "One sentence"}.get(first, f"{first:,} sentences")
    clauses = [_clause(opening, first, first_relation)]
    clauses += [_clause({0: "none", 1: "one"}.get(n, f"{n:,}"), n, relation) for n, relation in rest]
    return f"{', '.join(clauses[:-1])} and {clauses[-1]}."


def coarseness(reason: str) -> str:
    """Say why a comparison is coarse. A reason of another engine's, in an old link, is shown as it was written."""
    return COARSENESS.get(reason, reason.replace("_", " "))


def _clause(subject: str, count: int, relation: Relation) -> str:
    singular, plural = SAYINGS[relation]
    return f"{subject} {plural if count > 1 else singular}"
