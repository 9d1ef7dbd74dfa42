"""`python -m tests.bench.hostile`: what each hostile kind takes, beside ordinary prose of its size.

Each is compared in a process of its own, near the limits of size and at a quarter of it, so that the peak of its memory
is its own. Ordinary prose is English news of which every fiftieth word was edited. `--only KIND...` measures these
kinds alone. Each row goes to the error output as soon as it is measured, so that a run that is cut off is not lost.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from time import process_time

from rich.console import Console

from tests.bench.cases import SEED
from tests.bench.generate import REVISED, revised
from tests.bench.report import Sheet, as_rich
from tests.bench.timing import MAXRSS_UNIT
from tests.engine.hostile import KINDS
from tests.engine.hostile_pairs import PAIRS, Pair
from webapp.engine import compare
from webapp.engine.text.tokenise import count_words
from webapp.settings import Settings

MAX_TIMES_PROSE = 8
MAX_MEGABYTES = 400
PROSE = "prose"
CHARS_A_WORD = 6


@dataclass(frozen=True)
class Figures:
    """CPU seconds of one comparison, the most memory that its process held, characters of both texts."""

    seconds: float
    megabytes: float
    chars: int
    degraded: str


def pair_of(kind: str, size: int) -> Pair:
    """Return two texts of a kind; a kind of one text is compared with itself, a word put into its middle."""
    if kind == PROSE:
        prose = revised(REVISED, size // CHARS_A_WORD, SEED)
        return prose.old, prose.new
    if kind in PAIRS:
        return PAIRS[kind](size)
    text = KINDS[kind](size)
    return text, f"{text[: size // 2]} word {text[size // 2 :]}"


def largest(kind: str, settings: Settings) -> int:
    """Return the largest size of a kind that both limits let through: bytes and words of a text."""
    text = max(pair_of(kind, 20_000), key=len)
    by_bytes = settings.max_text_bytes * len(text) / len(text.encode())
    by_words = settings.max_text_words * len(text) / max(1, count_words(text))
    return int(20_000 * 0.95 * min(by_bytes, by_words) / len(text))


def measure(kind: str, size: int) -> Figures:
    """Compare two texts of a kind in this process."""
    old, new = pair_of(kind, size)
    start = process_time()
    result = compare(old, new)
    seconds = process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT
    return Figures(seconds, peak / 1e6, len(old) + len(new), result.degraded.reason if result.degraded else "")


@cache
def apart(kind: str, size: int) -> Figures:
    """Measure in a process of its own."""
    command = (sys.executable, "-m", "tests.bench.hostile", kind, str(size))
    return Figures(**json.loads(subprocess.run(command, check=True, capture_output=True).stdout))


def row_of(kind: str, limit: Callable[[str], int]) -> tuple[float, list[str]]:
    """Return how much longer than prose a kind takes, and its row of the table."""
    size = limit(kind)
    small, large = apart(kind, size // 4), apart(kind, size)
    steps = [1 << power for power in range(14, 22)]
    prose = apart(PROSE, min(steps, key=lambda step: abs(step - large.chars // 2)))
    times = large.seconds / (prose.seconds / prose.chars * large.chars)
    growth = (large.seconds / max(small.seconds, 0.01)) ** 0.5
    figures = [f"{large.chars // 2:,}", f"{large.seconds:.2f} s", f"{times:.1f}", f"{growth:.2f}"]
    is_over = times > MAX_TIMES_PROSE or large.megabytes > MAX_MEGABYTES
    return times, [kind, *figures, f"{large.megabytes:.0f} MB", large.degraded, "over" if is_over else ""]


def measure_rows(kinds: Iterable[str]) -> Iterator[tuple[float, list[str]]]:
    """Yield the row of each kind, and write it to the error output at once."""
    settings = Settings()
    for kind in kinds:
        times, row = row_of(kind, lambda kind: largest(kind, settings))
        print(" | ".join(row), file=sys.stderr, flush=True)
        yield times, row


def main() -> None:
    """Print the table; with a kind and a size, the figures of that."""
    if sys.argv[1:] and sys.argv[1] != "--only":
        print(json.dumps(asdict(measure(sys.argv[1], int(sys.argv[2])))))
        return
    rows = sorted(measure_rows(sys.argv[2:] or [PROSE, *PAIRS, *KINDS]), key=lambda row: -row[0])
    head = ["kind", "characters a side", "CPU", "times prose", "growth", "memory", "degraded", ""]
    console = Console(width=150)
    console.print(as_rich(Sheet("Hostile texts near the limits of size", head, [row for _, row in rows])))
    console.print(f"{sum(row[-1] == 'over' for _, row in rows)} of {len(rows)} are over a bound.")


if __name__ == "__main__":
    main()
