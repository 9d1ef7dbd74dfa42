"""The second line of the verdict: what became of the sentences, in one sentence."""

from collections.abc import Mapping

from webapp.engine.model import Relation

SAYINGS: tuple[tuple[Relation, str, str], ...] = (
    ("verbatim", "stands word for word", "stand word for word"),
    ("edited", "is edited", "are edited"),
    ("rewritten", "is rewritten", "are rewritten"),
    ("dropped", "was dropped", "were dropped"),
    ("added", "was added", "were added"),
)
SAID_WHEN_NONE: frozenset[Relation] = frozenset({"dropped", "added"})
"""That nothing was dropped is news; that nothing was rewritten is not."""


def sentence_line(counts: Mapping[Relation, int]) -> str:
    """Say what became of the sentences: Of the sentences, 2 stand word for word, 29 are edited, none was dropped, …"""
    told = [saying for saying in SAYINGS if counts.get(saying[0]) or saying[0] in SAID_WHEN_NONE]
    clauses = [_clause(counts.get(relation, 0), singular, plural) for relation, singular, plural in told]
    return f"Of the sentences, {', '.join(clauses[:-1])} and {clauses[-1]}."


def _clause(count: int, singular: str, plural: str) -> str:
    return f"{count:,} {plural}" if count > 1 else f"{'one' if count else 'none'} {singular}"
