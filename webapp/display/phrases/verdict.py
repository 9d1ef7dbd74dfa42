"""The verdict: what became of the original's sentences. And why a comparison is coarser than usual."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from webapp.display.phrases.evidence import evidence_text
from webapp.display.phrases.figures import percent
from webapp.display.rows.filters import Filter
from webapp.engine.model import Comparison, SentenceCount, is_whole

RELATIONS: Mapping[SentenceCount, tuple[str, str]] = {
    "verbatim": ("stands word for word", "stand word for word"),
    "edited": ("is edited", "are edited"),
    "rewritten": ("is rewritten", "are rewritten"),
    "also": ("is told in another sentence", "are told in other sentences"),
    "dropped": ("was dropped", "were dropped"),
}
COARSENESS = {
    "too_many_sentences": "there are too many sentences to look everywhere for the partner of each",
    "too_many_short_sentences": "its lines or sentences are so many and so short that several are read together",
    "too_many_headlines": "only the headlines nearest to the story are compared with each other",
    "too_many_changes": "there are so many changes that the last changed sentences are shown whole and carry no flags",
    "too_many_words_to_flag": "some passages without full stops are too long to be searched for what matters",
    "too_many_words": "some passages are too long to be compared word by word",
}


class Clause(NamedTuple):
    """A stretch of the verdict. `only` is the filter that shows what it counts."""

    text: str
    only: Filter | None = None
    strong: bool = False


def verdict(comparison: Comparison) -> tuple[Clause, ...]:
    """Say what became of the original.

    78 % of the original's words stand. Of its 31 sentences 2 stand word for word and 29 are edited; none was dropped
    and none added. In 9 sentences a quotation does not say what it said. Changed: quotations, names and persons.
    """
    if comparison.old.text == comparison.new.text:
        return (Clause("Nothing changed.", strong=True), Clause(" Both texts are the same, character for character."))
    if not any(change.scope == "story" for change in comparison.changes):
        return (
            Clause("Everything stands.", strong=True),
            Clause(" Nothing that counts under these options was changed."),
        )
    return tuple(_sentences(comparison))


def verdict_text(comparison: Comparison) -> str:
    """Return the verdict as plain text."""
    return "".join(clause.text for clause in verdict(comparison))


def relations_text(comparison: Comparison) -> str:
    """Say as plain text what became of the sentences alone."""
    return "".join(clause.text for clause in _relations(comparison))


def coarseness(reason: str) -> str:
    """Say why a comparison is coarse. The reason of another engine, in an old link, is shown as it was stored."""
    return COARSENESS.get(reason, reason.replace("_", " "))


def _sentences(comparison: Comparison) -> Iterator[Clause]:
    yield Clause(percent(comparison.summary.kept), strong=True)
    yield Clause(" of the original’s words stand. ")
    yield from _relations(comparison)
    yield from _quotations(comparison)
    yield Clause(f" {evidence}" if (evidence := evidence_text(comparison)) else "")


def _relations(comparison: Comparison) -> Iterator[Clause]:
    counts = comparison.summary.sentences
    total = sum(counts.get(relation, 0) for relation in RELATIONS)
    linked = [
        _relation(counts[relation], relation)
        for relation in RELATIONS
        if counts.get(relation) and relation != "dropped"
    ]
    yield Clause(
        f"Of its {total:,} sentences " if total > 1 else "Its one sentence " if total else "It has no sentences"
    )
    for place, clause in enumerate(linked):
        yield Clause("" if not place else " and " if place + 1 == len(linked) else ", ")
        yield clause
    if counts.get("moved"):
        yield Clause(", ")
        yield Clause(f"{counts['moved']:,} of them elsewhere than before", "moved")
    yield from _losses(counts.get("dropped", 0), counts.get("added", 0), bool(linked))


def _losses(dropped: int, added: int, follows: bool) -> Iterator[Clause]:
    yield Clause("; " if follows else "")
    yield _relation(dropped, "dropped") if dropped else Clause("none was dropped")
    yield Clause(" and ")
    yield Clause(f"{added:,} {'was' if added == 1 else 'were'} added", "added") if added else Clause("none added")
    yield Clause(".")


def _relation(count: int, relation: SentenceCount) -> Clause:
    singular, plural = RELATIONS[relation]
    return Clause(f"{count:,} {singular if count == 1 else plural}", relation)


def _quotations(comparison: Comparison) -> Iterator[Clause]:
    quotes = (change for change in comparison.changes if change.scope == "story" and "quote" in change.flags)
    touched = {change.pair for change in quotes if not is_whole(comparison.pairs[change.pair])}
    if touched:
        where = "one sentence" if len(touched) == 1 else f"{len(touched):,} sentences"
        yield Clause(" In ")
        yield Clause(where, "quote", strong=True)
        yield Clause(" a quotation does not say what it said.")
