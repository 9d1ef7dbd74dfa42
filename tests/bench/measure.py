"""One engine on one case, in a process of its own: `python -m tests.bench.measure PEER FOLDER` prints it as JSON.

Of its own, so that the peak of its memory is that of this engine on these texts, and that it can be stopped.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from tests.bench.answer import is_complete
from tests.bench.files import read_pairs
from tests.bench.generate import TextPair
from tests.bench.peers import PEERS, Peer
from tests.bench.quality import Found, Quality, quality_of
from tests.bench.timing import Measured


@dataclass(frozen=True)
class Scores:
    """The quality columns. Shares 0..1; None where it cannot be known, or where the engine knows no moves."""

    kept: float | None
    hunks: int
    islands: int
    precision: float | None
    recall: float | None
    moves: int | None
    moves_found: int | None
    false_moves: int | None


@dataclass(frozen=True)
class Figures:
    """Medians in milliseconds, summed over the pairs of the case; the fewest runs that a median was taken of."""

    milliseconds: float
    slowest_milliseconds: float
    runs: int
    peak_megabytes: float | None
    notes: tuple[str, ...]
    scores: Scores | None


def measure(peer: Peer, pairs: Sequence[TextPair]) -> Figures:
    """Run all pairs before any is judged, since judging takes memory too."""
    measured = [peer.measure(pair.old, pair.new) for pair in pairs]
    medians = [1000 * median(one.seconds) for one in measured]
    peaks = [one.peak_bytes for one in measured if one.peak_bytes is not None]
    return Figures(
        milliseconds=sum(medians),
        slowest_milliseconds=max(medians),
        runs=min(len(one.seconds) for one in measured),
        peak_megabytes=max(peaks) / 1e6 if peaks else None,
        notes=tuple(sorted({one.note for one in measured if one.note})),
        scores=_scores(measured, pairs),
    )


def _scores(measured: Sequence[Measured], pairs: Sequence[TextPair]) -> Scores | None:
    qualities = [_judge(one, pair) for one, pair in zip(measured, pairs, strict=True)]
    judged = [quality for quality in qualities if quality is not None]
    return add_up(judged) if judged else None


def _judge(measured: Measured, pair: TextPair) -> Quality | None:
    if measured.answer is None:
        return None
    if not is_complete(measured.answer, pair.old, pair.new):
        raise ValueError("the answer does not hold both texts, each once")
    return quality_of(measured.answer, pair)


def add_up(qualities: Sequence[Quality]) -> Scores:
    words = _total(quality.words for quality in qualities)
    moves = _total(quality.moves for quality in qualities)
    return Scores(
        kept=_kept(qualities),
        hunks=sum(quality.hunks for quality in qualities),
        islands=sum(quality.islands for quality in qualities),
        precision=words.precision if words else None,
        recall=words.recall if words else None,
        moves=moves.true if moves else None,
        moves_found=moves.right if moves else None,
        false_moves=moves.shown - moves.right if moves else None,
    )


def _kept(qualities: Sequence[Quality]) -> float | None:
    optima = [quality.optimum for quality in qualities]
    optimum = sum(one for one in optima if one is not None)
    return sum(quality.kept_words for quality in qualities) / optimum if optimum and None not in optima else None


def _total(found: Iterable[Found | None]) -> Found | None:
    counted = [one for one in found if one is not None]
    return Found(*map(sum, zip(*counted, strict=True))) if counted else None


if __name__ == "__main__":
    print(json.dumps(asdict(measure(PEERS[sys.argv[1]], read_pairs(Path(sys.argv[2]))))))
