"""What the exports are tried on: the samples in all twenty orders, revisions of published pages, and hostile texts."""

import gzip
import json
from datetime import UTC, datetime
from itertools import islice, permutations
from pathlib import Path

import pytest

from webapp.engine import Options, compare
from webapp.exporters.model import Sheet, SheetSide
from webapp.services import sample_folders

SAMPLES = sorted(sample_folders()[0].glob("*.txt"))
REVISIONS = Path(__file__).parents[3] / "shared" / "dev-data" / "revisions.jsonl.gz"
NO_REVISIONS = "there are no revisions of published pages beside the repository: the samples were tried alone"
MADE_AT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
EVERYTHING = Options(ignore=frozenset({"case", "punctuation", "typography", "spelling", "spacing"}))
NOTHING = Options(ignore=frozenset())

ODD: dict[str, tuple[str, str]] = {
    "a paragraph was split": ("One. Two.\n\nThree.", "One.\n\nTwo.\n\nThree."),
    "paragraphs were joined": ("One.\n\nTwo.\n\nThree.", "One. Two. Three."),
    "the last went": ("One.\n\nTwo.\n\nThree.", "One."),
    "the first came": ("Three.", "One.\n\nTwo.\n\nThree."),
    "nothing is shared": ("A cat sat.", "Nobody ever\n\nspoke again."),
    "nothing changed": ("One.\n\nTwo.", "One.\n\nTwo."),
    "moved": (
        "The council met on Monday in the town hall.\n\nThe mayor of the city spoke for an hour.\n\n"
        "Nobody from the opposition came to listen.",
        "Nobody from the opposition came to listen.\n\nThe council met on Monday in the town hall.\n\n"
        "The mayor of the city spoke for two hours.",
    ),
    "control characters": ("A \x01 b\x0bc\ttab \x1b[0m.", "A \x02 b\x0cc\ttab \ufffe."),
    "markup": ("<b>&amp;</b> ]]> one", "<script>alert(1)</script> & two"),
    "formulas": ("=1+1 was said. -2 too.", "@SUM(A1) was said. +3 too."),
    "directions": ("Pay \u202e001\u202c now.", "Pay \u200b100 now."),
    "scripts": ("他说不。قال لا. \U0001f469\u200d\U0001f680", "他说好。قال نعم. \U0001f468\u200d\U0001f680"),
    "line ends": ("One\r\n\r\nTwo\rthree\n", "\n\n One\n\nTwo three  "),
    "case": ("The Mayor said “No”, twice.", 'the mayor said "no" twice'),
}


def sheet(old: str, new: str, options: Options | None = None) -> Sheet:
    return Sheet(compare(old, new, options or Options()), SheetSide("Nine"), SheetSide("Noon"), MADE_AT)


def sample_pairs() -> list[tuple[str, str]]:
    texts = [path.read_bytes().decode() for path in SAMPLES]
    return list(permutations(texts, 2))


def revision_pairs(number: int = 20) -> list[tuple[str, str]]:
    """Return revisions of published pages; without them this skips."""
    if not REVISIONS.exists():
        pytest.skip(NO_REVISIONS)
    with gzip.open(REVISIONS, "rt", encoding="utf-8") as lines:
        return [(record["old"], record["new"]) for record in map(json.loads, islice(lines, number))]


def every_sheet() -> list[Sheet]:
    """Return sheets of the samples and of the odd texts, the odd ones under three sets of options."""
    odd = [sheet(old, new, options) for old, new in ODD.values() for options in (None, EVERYTHING, NOTHING)]
    return [*(sheet(old, new) for old, new in sample_pairs()), *odd]
