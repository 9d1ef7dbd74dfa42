"""Our engine, with everything on."""

from array import array
from collections import defaultdict

from tests.bench.answer import Answer, Move, Run, solid_offsets
from tests.bench.timing import Measured, repeat
from webapp.engine import ENGINE_VERSION, Comparison, compare
from webapp.engine.span import Span

NAME = "stet"
_NOWHERE = Span(0, 0)


def version() -> str:
    return f"engine {ENGINE_VERSION}"


def measure(old: str, new: str) -> Measured:
    seconds, result, peak = repeat(compare, old, new)
    note = f"degraded: {result.degraded.reason}" if result.degraded else None
    return Measured(seconds, answer_of(result), peak, note)


def answer_of(result: Comparison) -> Answer:
    old_offsets, new_offsets = solid_offsets(result.old.text), solid_offsets(result.new.text)
    runs: list[Run] = []
    moved: dict[int, list[Run]] = defaultdict(list)
    for segment in result.segments:
        run = Run(segment.op, _solid(segment.old, old_offsets), _solid(segment.new, new_offsets))
        runs.append(run)
        if result.pairs[segment.pair].moved:
            moved[segment.pair].append(run)
    moves = [Move(_hull([run.old for run in one]), _hull([run.new for run in one])) for one in moved.values()]
    return Answer(runs, moves)


def _solid(span: Span | None, offsets: "array[int]") -> Span:
    return Span(offsets[span.start], offsets[span.end]) if span else _NOWHERE


def _hull(spans: list[Span]) -> Span:
    filled = [span for span in spans if span.start < span.end]
    return Span(min(span.start for span in filled), max(span.end for span in filled))
