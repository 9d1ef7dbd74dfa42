"""What two neighbouring versions of a story differ in, in one line: for time lines, reports of captures, and feeds."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from webapp.display.invisible import visible_text
from webapp.display.isolation import isolated
from webapp.display.phrases.figures import counted
from webapp.engine.changes.judgement import GROUPS, groups_of
from webapp.engine.model import Comparison, GroupName, is_whole

NOUNS_OF_ONE: Mapping[GroupName, tuple[str, str]] = {
    "numbers": ("number", "numbers"),
    "quotations": ("quotation", "quotations"),
    "names": ("name", "names"),
    "negations": ("negation", "negations"),
    "attributions": ("attribution", "attributions"),
    "sense": ("word that turns the sense", "words that turn the sense"),
}
NO_DIFFERENCE = "The story has not changed"


@dataclass(frozen=True, slots=True)
class Differences:
    """What changed in a story.

    groups  changes inside sentences by their group, of those in `NOUNS_OF_ONE`; a quotation counts once
    edited  sentences of the original that were edited, and have no such change
    """

    groups: Mapping[GroupName, int]
    edited: int
    moved: int
    added: int
    dropped: int

    @classmethod
    def of(cls, comparison: Comparison) -> "Differences":
        inside = [
            (change.pair, tuple(name for name in groups_of(change, is_alone=False) if name in NOUNS_OF_ONE))
            for change in comparison.changes
            if change.scope == "story" and change.kind != "move" and not is_whole(comparison.pairs[change.pair])
        ]
        groups = {name: len([pair for pair, found in inside if name in found]) for name in GROUPS}
        groups["quotations"] = len({pair for pair, found in inside if "quotations" in found})
        told = {pair for pair, found in inside if found}
        counts = comparison.summary.sentences
        return cls(
            {name: count for name, count in groups.items() if count},
            edited=sum(len(comparison.pairs[pair].old) for pair in {pair for pair, _ in inside} - told),
            moved=counts["moved"],
            added=counts["added"],
            dropped=counts["dropped"],
        )


NOTHING = Differences({}, edited=0, moved=0, added=0, dropped=0)


def difference_line(found: Differences) -> str:
    """Say what changed.

    >>> difference_line(Differences({"quotations": 1, "numbers": 1}, edited=0, moved=0, added=2, dropped=0))
    '1 number and 1 quotation changed; 2 sentences added'
    """
    return "; ".join(_clauses(found)) or NO_DIFFERENCE


def headline(found: Differences | None, title: str) -> str:
    """Say what changed, the weightiest alone, and in which story.

    found  None if both versions have the same text
    >>> headline(Differences({"quotations": 1, "numbers": 2}, edited=0, moved=0, added=2, dropped=0), "Mayor resigns")
    '2 numbers and 1 quotation changed: Mayor resigns'
    >>> headline(Differences({}, edited=1, moved=0, added=2, dropped=0), "Mayor resigns")
    '1 sentence edited; 2 sentences added: Mayor resigns'
    """
    clauses = list(_clauses(found)) if found else []
    said = clauses[:1] if found and found.groups else clauses
    return f"{'; '.join(said) or NO_DIFFERENCE}: {isolated(visible_text(title))}"


def _clauses(found: Differences) -> Iterator[str]:
    if found.groups:
        yield f"{_listed(counted(found.groups[name], *NOUNS_OF_ONE[name]) for name in _named(found))} changed"
    rest = {"edited": found.edited, "moved": found.moved, "added": found.added, "dropped": found.dropped}
    for verb, count in rest.items():
        if count:
            yield f"{counted(count, 'sentence')} {verb}"


def _named(found: Differences) -> Iterator[GroupName]:
    return (name for name in NOUNS_OF_ONE if name in found.groups)


def _listed(parts: Iterable[str]) -> str:
    """
    >>> _listed(["1 number", "2 names", "1 negation"])
    '1 number, 2 names and 1 negation'
    """
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
