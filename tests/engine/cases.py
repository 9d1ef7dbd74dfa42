"""What a reader sees of a case, as text to be read and approved: the inline view, a line a row.

    84 % of 699 words kept; sentences: 1 verbatim, 30 edited; furniture: 2056 words of old, 0 of new

    = a paragraph that was kept
    ~ one that was <del>edited</del><ins>changed</ins> [wording]
    + one that was added
    - one that was dropped
    < moved to paragraph 5: "The first words of the sentence …"
    > moved from paragraph 3: "The first words of the sentence …"
    . furniture of new, 12 rows: "Menu" … "Contact us"

`make cases` rewrites all expected files; read the difference before you commit it. It adds the checksum of all results
to results.json under the engine's number, but never replaces one: two engines would share a number.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby, permutations
from pathlib import Path

from tests.engine.shared import ROOT, SAMPLES
from tests.notation import marked
from webapp.display.model import InlineRow, Passage, Piece
from webapp.display.rows import inline
from webapp.engine import ENGINE_VERSION, Comparison, compare
from webapp.engine.codec import to_json

CASES = ROOT / "tests" / "cases"
RESULTS = ROOT / "tests" / "engine" / "results.json"
SIGNS = {"kept": "=", "edited": "~", "added": "+", "dropped": "-"}
QUOTED_WORDS = 8


@dataclass(frozen=True)
class Case:
    """Two files and the approved text."""

    name: str
    old: Path
    new: Path
    expected: Path

    def result(self) -> Comparison:
        """Return what the engine makes of it now."""
        return compare(*(path.read_bytes().decode("utf-8") for path in (self.old, self.new)))

    def shown(self) -> str:
        """Return what a reader sees of it now."""
        return "\n".join(_lines(self.result())) + "\n"


def all_cases() -> list[Case]:
    """Return the small cases and all ordered pairs of samples, by name."""
    return [*_small_cases(), *_sample_cases()]


def sum_of_results() -> str:
    """Return the SHA-256 of the results of all cases in the public form, without the engine's number."""
    results = {case.name: to_json(case.result()) | {"engine": ""} for case in all_cases()}
    return sha256(json.dumps(results, sort_keys=True).encode()).hexdigest()


def known_sums() -> dict[str, str]:
    """Return the sum of all results by the number of the engine that gave them."""
    sums: dict[str, str] = json.loads(RESULTS.read_text(encoding="utf-8"))
    return sums


def with_sum(sums: dict[str, str], number: str, digest: str) -> dict[str, str]:
    """Add the sum of an engine. Errors: SystemExit where its number has another."""
    if sums.get(number, digest) != digest:
        raise SystemExit(
            f"The results moved and the engine's number did not: raise ENGINE_VERSION (it is {number}), or, if no "
            f"engine of this number was ever released, take its line out of {RESULTS.name}. Then make the cases again."
        )
    return sums | {number: digest}


def _small_cases() -> Iterator[Case]:
    for old in sorted(CASES.glob("*.old.txt")):
        name = old.name.removesuffix(".old.txt")
        yield Case(name, old, CASES / f"{name}.new.txt", CASES / f"{name}.expected.txt")


def _sample_cases() -> Iterator[Case]:
    for old, new in permutations(sorted(SAMPLES.glob("*.txt")), 2):
        name = f"{old.stem}--{new.stem}"
        yield Case(name, old, new, CASES / "samples" / f"{name}.expected.txt")


def _lines(result: Comparison) -> Iterator[str]:
    yield _figures(result)
    yield ""
    for (scope, side), run in groupby(inline.rows(result), key=lambda row: (row.scope, row.side)):
        rows = list(run)
        if scope == "furniture":
            yield _folded(rows, side)
        else:
            yield from (line for row in rows for line in _story_lines(row, result))


def _story_lines(row: InlineRow, result: Comparison) -> Iterator[str]:
    yield from (_moved(passage, result) for passage in row.cell.passages if _is_moved(passage))
    if row.cell.pieces:
        yield f"{SIGNS[row.kind]} {_flagged(row.cell.pieces, result)}"


def _figures(result: Comparison) -> str:
    summary = result.summary
    counts = ", ".join(f"{number} {name}" for name, number in summary.sentences.items() if number) or "none"
    figures = f"{summary.kept:.0%} of {summary.words.old} words kept; sentences: {counts}"
    if summary.furniture.old or summary.furniture.new:
        figures += f"; furniture: {summary.furniture.old} words of old, {summary.furniture.new} of new"
    return figures if result.shares_story else f"{figures}; no shared story"


def _flagged(pieces: Sequence[Piece], result: Comparison) -> str:
    """Write pieces with the flags of each change behind it; white space between its pieces stays inside."""
    flags = {change.id: f" [{' '.join(change.flags)}]" for change in result.changes if change.flags}
    last = {piece.change: index for index, piece in enumerate(pieces) if piece.change}
    return "".join(
        marked([piece]) + (flags.get(piece.change, "") if piece.change and last[piece.change] == index else "")
        for index, piece in enumerate(pieces)
    )


def _is_moved(passage: Passage) -> bool:
    """Return whether a passage reports a move: the gap beside a moved sentence is a passage too, without one."""
    return passage.move is not None and any(piece.text.strip() for mark in passage.marks for piece in mark.pieces)


def _moved(passage: Passage, result: Comparison) -> str:
    assert passage.move and passage.move.change.new
    words = _first_words(result.new.text[slice(*passage.move.change.new)])
    if passage.departed:
        return f'< moved to paragraph {passage.move.new_paragraph}: "{words}"'
    return f'> moved from paragraph {passage.move.old_paragraph}: "{words}"'


def _folded(rows: Sequence[InlineRow], side: str) -> str:
    ends = [_first_words(row.text) for row in (rows[0], rows[-1])]
    quoted = " … ".join(f'"{words}"' for words, _ in groupby(ends))
    return f". furniture of {side}, {len(rows)} rows: {quoted}"


def _first_words(text: str) -> str:
    words = text.split()
    return " ".join(words[:QUOTED_WORDS]) + (" …" if len(words) > QUOTED_WORDS else "")


if __name__ == "__main__":
    for case in all_cases():
        case.expected.write_bytes(case.shown().encode("utf-8"))
    sums = with_sum(known_sums(), ENGINE_VERSION, sum_of_results())
    RESULTS.write_text(json.dumps(sums, indent=2) + "\n", encoding="utf-8")
