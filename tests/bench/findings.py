"""What follows from the figures: how many times ours, how the time grows, how near the floor."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import log
from typing import Any

from tests.bench.cases import CASES
from tests.bench.peers import floor, stet
from tests.bench.runner import Outcome

GROWTH_FROM, GROWTH_TO = "revised-10000", "revised-1000000"
WITH_ITSELF = "itself-100000"


@dataclass(frozen=True)
class Bench:
    """One run of the bench; `versions` names every engine, with None for one that the machine does not have."""

    machine: dict[str, str]
    versions: dict[str, str | None]
    outcomes: Sequence[Outcome]

    def milliseconds(self, case: str, peer: str) -> float | None:
        outcome = self.outcome(case, peer)
        return outcome.figures.milliseconds if outcome and outcome.figures else None

    def outcome(self, case: str, peer: str) -> Outcome | None:
        return next((one for one in self.outcomes if (one.case, one.peer) == (case, peer)), None)

    def times_ours(self, case: str, peer: str) -> float | None:
        """Return the time of a peer as a multiple of ours."""
        return _ratio(self.milliseconds(case, peer), self.milliseconds(case, stet.NAME))

    def growth(self, peer: str) -> float | None:
        """Return the exponent e of time ~ words ** e between the ends of the revised texts."""
        ratio = _ratio(self.milliseconds(GROWTH_TO, peer), self.milliseconds(GROWTH_FROM, peer))
        return log(ratio) / log(CASES[GROWTH_TO].words / CASES[GROWTH_FROM].words) if ratio else None

    def itself_by_floor(self) -> float | None:
        """Return the time to compare a text with itself, as a multiple of the floor."""
        return _ratio(self.milliseconds(WITH_ITSELF, stet.NAME), self.milliseconds(WITH_ITSELF, floor.NAME))

    def as_json(self) -> dict[str, Any]:
        return {
            "machine": self.machine,
            "versions": self.versions,
            "growth": {peer: self.growth(peer) for peer in self.versions},
            "itself_by_floor": self.itself_by_floor(),
            "outcomes": [{**asdict(one), "times_ours": self.times_ours(one.case, one.peer)} for one in self.outcomes],
        }


def _ratio(one: float | None, other: float | None) -> float | None:
    return one / other if one is not None and other else None
