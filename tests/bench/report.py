"""The figures as tables, for a terminal and for the documentation."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.table import Table

from tests.bench.cases import CASES
from tests.bench.findings import Bench
from tests.bench.measure import Figures
from tests.bench.runner import Outcome

NOTHING = "–"


class Sheet(NamedTuple):
    """A table before it is drawn: every row as long as the head."""

    title: str
    head: list[str]
    rows: list[list[str]]


def sheets_of(bench: Bench) -> list[Sheet]:
    return [_times(bench), _memory(bench), _quality(bench)]


def remarks_of(bench: Bench) -> list[str]:
    """Return what the tables do not say: the machine, who is absent, growth, and the distance to the floor."""
    machine = bench.machine
    growth = ", ".join(f"{peer} {exponent:.2f}" for peer in bench.versions if (exponent := bench.growth(peer)))
    itself = bench.itself_by_floor()
    absent = [peer for peer, version in bench.versions.items() if version is None]
    remarks = [
        f"{machine['date']}; {machine['processor']}, {machine['cores']} cores, {machine['system']}, "
        f"Python {machine['python']}; load before the bench {machine['load']}",
        "; ".join(f"{peer}: {version}" for peer, version in bench.versions.items() if version is not None),
        f"Absent: {', '.join(absent)}" if absent else "",
        f"Growth of the time from 10k to 1M words, as an exponent: {growth}" if growth else "",
        f"A text with itself: {itself:.2f} times the floor" if itself else "",
    ]
    notes = sorted({f"{CASES[one.case].title}: {one.peer} {note}" for one in bench.outcomes for note in _notes(one)})
    return [remark for remark in remarks if remark] + notes


def as_rich(sheet: Sheet) -> Table:
    table = Table(title=sheet.title, title_justify="left")
    for index, name in enumerate(sheet.head):
        table.add_column(name, justify="right" if index else "left", overflow="fold")
    for row in sheet.rows:
        table.add_row(*row)
    return table


def as_markdown(remarks: Sequence[str], sheets: Sequence[Sheet]) -> str:
    parts = [f"{remark}." for remark in remarks]
    for sheet in sheets:
        ruler = ["---"] + ["---:"] * (len(sheet.head) - 1)
        lines = [f"| {' | '.join(cells)} |" for cells in (sheet.head, ruler, *sheet.rows)]
        parts.append(f"**{sheet.title}**\n\n" + "\n".join(lines))
    return "\n\n".join(parts)


def _times(bench: Bench) -> Sheet:
    peers = [peer for peer, version in bench.versions.items() if version is not None]
    rows: list[list[str]] = []
    for case in _cases(bench):
        rows.append([CASES[case].title, *(_time_cell(bench, case, peer) for peer in peers)])
        if CASES[case].kind == "samples":
            rows.append(["the slowest of them", *(_slowest_cell(bench.outcome(case, peer)) for peer in peers)])
    return Sheet("CPU time, and how many times ours", ["", *peers], rows)


def _memory(bench: Bench) -> Sheet:
    weighed = {one.peer for one in bench.outcomes if one.figures and one.figures.peak_megabytes}
    peers = [peer for peer in bench.versions if peer in weighed]
    rows = [[CASES[case].title, *(_memory_cell(bench.outcome(case, peer)) for peer in peers)] for case in _cases(bench)]
    return Sheet("Peak memory of the whole process, MB (engines in Python)", ["", *peers], rows)


def _quality(bench: Bench) -> Sheet:
    head = ["", "engine", "kept", "hunks", "islands", "precision", "recall", "moves", "found", "false moves"]
    rows = [
        [CASES[one.case].title, one.peer, *_score_cells(one.figures)]
        for one in bench.outcomes
        if one.figures and one.figures.scores
    ]
    return Sheet(
        "Quality (kept: of the longest common order of words; over 1 where moved words are kept too)", head, rows
    )


def _cases(bench: Bench) -> list[str]:
    return list(dict.fromkeys(one.case for one in bench.outcomes))


def _time_cell(bench: Bench, case: str, peer: str) -> str:
    outcome = bench.outcome(case, peer)
    if outcome is None or outcome.figures is None:
        return (outcome and outcome.reason) or NOTHING
    ratio = bench.times_ours(case, peer)
    return (
        f"{_duration(outcome.figures.milliseconds)} (×{ratio:.3g})"
        if ratio
        else _duration(outcome.figures.milliseconds)
    )


def _slowest_cell(outcome: Outcome | None) -> str:
    return _duration(outcome.figures.slowest_milliseconds) if outcome and outcome.figures else NOTHING


def _memory_cell(outcome: Outcome | None) -> str:
    peak = outcome.figures.peak_megabytes if outcome and outcome.figures else None
    return f"{peak:.0f}" if peak else NOTHING


def _score_cells(figures: Figures) -> Iterator[str]:
    scores = figures.scores
    assert scores is not None
    yield _share(scores.kept)
    yield f"{scores.hunks:,}"
    yield f"{scores.islands:,}"
    yield _share(scores.precision)
    yield _share(scores.recall)
    for count in (scores.moves, scores.moves_found, scores.false_moves):
        yield NOTHING if count is None else f"{count:,}"


def _share(share: float | None) -> str:
    return NOTHING if share is None else f"{share:.4f}"


def _duration(milliseconds: float) -> str:
    if milliseconds >= 1000:
        return f"{milliseconds / 1000:.3g} s"
    return f"{milliseconds:.3g} ms"


def _notes(outcome: Outcome) -> tuple[str, ...]:
    return outcome.figures.notes if outcome.figures else ()
