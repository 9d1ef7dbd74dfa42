"""All engines on all cases, one at a time; whoever takes too long is stopped."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.cases import CASES, Case
from tests.bench.measure import Figures, Scores

OVER = "over {deadline:g} s"
NOT_RUN = "not run"
FAILED = "failed"


@dataclass(frozen=True)
class Outcome:
    """What came of one engine on one case: figures, or in their place why there are none."""

    case: str
    peer: str
    figures: Figures | None
    reason: str | None = None


def run_all(cases: Sequence[str], peers: Sequence[str], deadline: float) -> Iterator[Outcome]:
    """Yield the outcomes by case. A case that an engine cannot end in time, as a smaller one shows, is not run."""
    past: list[Outcome] = []
    for case in cases:
        with TemporaryDirectory() as folder:
            subprocess.run([sys.executable, "-m", "tests.bench.cases", case, folder], check=True)
            for peer in peers:
                is_hopeless = any(_foretells(outcome, case, peer, deadline) for outcome in past)
                outcome = (
                    Outcome(case, peer, None, NOT_RUN) if is_hopeless else _run(case, peer, Path(folder), deadline)
                )
                past.append(outcome)
                yield outcome


def _foretells(outcome: Outcome, case: str, peer: str, deadline: float) -> bool:
    """Tell whether this outcome shows that the engine would take too long for a larger case of its kind.

    Twice the text takes at least twice the time; for most it is more, so this lets some run that will be stopped.
    """
    smaller, larger = CASES[outcome.case], CASES[case]
    if outcome.peer != peer or not _is_larger(larger, smaller):
        return False
    if outcome.figures is None:
        return outcome.reason != FAILED
    return outcome.figures.milliseconds / 1000 * larger.words / smaller.words > deadline


def _is_larger(case: Case, other: Case) -> bool:
    return case.kind == other.kind and case.words > other.words > 0


def _run(case: str, peer: str, folder: Path, deadline: float) -> Outcome:
    command = [sys.executable, "-m", "tests.bench.measure", peer, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, start_new_session=True, encoding="utf-8") as process:
        try:
            output, _ = process.communicate(timeout=deadline)
        except subprocess.TimeoutExpired:
            # The whole session: an engine outside Python would go on without the process that started it.
            os.killpg(process.pid, signal.SIGKILL)
            return Outcome(case, peer, None, OVER.format(deadline=deadline))
    return Outcome(case, peer, _figures(output)) if process.returncode == 0 else Outcome(case, peer, None, FAILED)


def _figures(output: str) -> Figures:
    fields = json.loads(output)
    scores = fields.pop("scores")
    return Figures(**fields, scores=Scores(**scores) if scores else None)
