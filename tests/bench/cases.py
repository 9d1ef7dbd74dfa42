"""What is compared: the samples, generated revisions of growing size, texts that share nothing, and hostile ones.

`python -m tests.bench.cases NAME FOLDER` writes the texts of a case to a folder, so that no engine is weighed together
with what made them.
"""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from random import Random

from tests.bench.files import write_pairs
from tests.bench.generate import REVISED, REWORDED, TextPair, revised, unrelated
from tests.bench.prose import Prose

SAMPLES = Path(__file__).parents[2] / "seeds" / "un-xinjiang-report-2022"
SEED = 2022


@dataclass(frozen=True)
class Case:
    """A row of the tables. Cases of one `kind` differ in `words` alone, the words of a side."""

    title: str
    kind: str
    words: int
    build: Callable[[], list[TextPair]]


def sample_pairs() -> list[TextPair]:
    texts = [path.read_bytes().decode("utf-8") for path in sorted(SAMPLES.glob("*.txt"))]
    return [TextPair(old, new) for old, new in combinations(texts, 2)]


def with_itself(words: int, seed: int) -> TextPair:
    text = revised(REVISED, words, seed).old
    return TextPair(text, text, ())


def one_long_line(chars: int) -> TextPair:
    """Return a single sentence that never ends, and itself with every fiftieth word replaced."""
    writer = Prose(SEED)
    words = [writer.word() for _ in range(chars // 6)]
    edited = [writer.word() if index % 50 == 0 else word for index, word in enumerate(words)]
    return TextPair(" ".join(words), " ".join(edited))


def one_word(count: int) -> TextPair:
    return TextPair("the " * count, "the " * (count - count // 100))


def empty_lines(count: int) -> TextPair:
    return TextPair("\n" * count, "\n" * (count // 2) + "A sentence between them.\n" + "\n" * (count // 3))


def identical_paragraphs(count: int) -> TextPair:
    paragraph = " ".join(sentence.text for sentence in next(Prose(SEED).paragraphs(1)))
    edited = Random(SEED).choice(paragraph.split())
    new = [paragraph] * (count // 2) + [paragraph.replace(edited, "otherwise")] + [paragraph] * (count // 3)
    return TextPair("\n".join([paragraph] * count), "\n".join(new))


def _of_growing_size(
    title: str, kind: str, sizes: Sequence[int], build: Callable[[int, int], TextPair]
) -> Iterator[Case]:
    for words in sizes:
        size = f"{words // 1_000_000}M" if words >= 1_000_000 else f"{words // 1_000}k"
        yield Case(f"{title}, {size} words", kind, words, partial(_alone, build, words))


def _alone(build: Callable[[int, int], TextPair], words: int) -> list[TextPair]:
    return [build(words, SEED)]


_ALL = [
    Case("the ten pairs of samples", "samples", 0, sample_pairs),
    *_of_growing_size("2 % edited", "revised", (1_000, 10_000, 100_000, 1_000_000), partial(revised, REVISED)),
    *_of_growing_size("with itself", "itself", (100_000,), with_itself),
    *_of_growing_size("30 % replaced", "reworded", (10_000, 100_000), partial(revised, REWORDED)),
    *_of_growing_size("unrelated", "unrelated", (10_000, 200_000), unrelated),
    Case("50,000 times “the”", "one-word", 50_000, lambda: [one_word(50_000)]),
    Case("one line of 2 MB", "one-line", 330_000, lambda: [one_long_line(2_000_000)]),
    Case("100,000 empty lines", "empty-lines", 0, lambda: [empty_lines(100_000)]),
    Case("300 identical paragraphs", "identical", 0, lambda: [identical_paragraphs(300)]),
]
CASES = {f"{case.kind}-{case.words}" if case.words else case.kind: case for case in _ALL}


if __name__ == "__main__":
    write_pairs(CASES[sys.argv[1]].build(), Path(sys.argv[2]))
