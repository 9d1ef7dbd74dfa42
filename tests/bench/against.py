"""This checkout beside an earlier commit: `make bench BENCH="--against COMMIT"`.

Both builds run in turn, in processes of their own, so that what else the machine does disturbs both alike. CPU time is
measured; the medians of all rounds are compared.
"""

import json
import resource
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.bench.cases import CASES
from tests.bench.files import write_pairs
from tests.bench.machine import describe_machine
from tests.bench.report import Sheet

HERE = Path(__file__).parents[2]
BUILD = Path(__file__).with_name("build.py")
ROUNDS = 5

ENGINE = (
    "samples",
    "revised-1000",
    "revised-10000",
    "revised-100000",
    "reworded-10000",
    "unrelated-10000",
    "itself-100000",
)
COLD = "revised-10000"
TINY = ("The mayor said no.\n", "The mayor said yes.\n")

TITLES = {
    "samples": CASES["samples"].title,
    "samples, slowest": "the slowest of them",
    **{name: CASES[name].title for name in ENGINE[1:]},
    "cold": f"{CASES[COLD].title}, in a fresh process",
    "diff": "`stet diff` of two tiny files",
    "permalink": "permalink",
    "permalink, known": "permalink that the browser has (304)",
    "embed": "embed",
    "json": "`.json` of a link",
    "compare again": "comparison asked again",
    "compare again, side": "the same, side by side",
    "desk": "desk",
}

Seconds = Mapping[str, float]


class Row(NamedTuple):
    """A line of the table: the medians of both builds, in seconds."""

    name: str
    then: float
    now: float

    @property
    def ratio(self) -> float:
        return self.now / self.then


def rows_of(then: Sequence[Seconds], now: Sequence[Seconds]) -> list[Row]:
    """Return the lines of what both builds measured, from one mapping per round."""
    names = [name for name in TITLES if name in then[0] and name in now[0]]
    return [Row(name, _median(then, name), _median(now, name)) for name in names]


def _median(rounds: Sequence[Seconds], name: str) -> float:
    return median(one[name] for one in rounds)


def sheet_of(commit: str, rows: Sequence[Row]) -> Sheet:
    cells = [[TITLES[row.name], _milliseconds(row.then), _milliseconds(row.now), f"{row.ratio:.2g}"] for row in rows]
    return Sheet("CPU time beside an earlier commit, ms", ["", commit, "now", "ratio"], cells)


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:.3g}" if seconds < 1 else f"{1000 * seconds:,.0f}"


def remark_of(now: str) -> str:
    machine = describe_machine()
    return (
        f"{machine['date']}; {machine['processor']}, {machine['cores']} cores, Python {machine['python']}; now: {now}; "
        f"medians of {ROUNDS} rounds, both builds in turn; load at the end {machine['load']}"
    )


def measure_both(commit: str, rounds: int = ROUNDS) -> list[Row]:
    """Measure that commit and this checkout. Errors: CalledProcessError for an unknown commit."""
    with checked_out(HERE, commit) as then, TemporaryDirectory() as texts:
        write_texts(Path(texts))
        measured: dict[Path, list[Seconds]] = {then: [], HERE: []}
        for number in range(rounds):
            print(f"round {number + 1} of {rounds}", file=sys.stderr)
            for build, found in measured.items():
                found.append(measure(build, Path(texts)))
    return rows_of(measured[then], measured[HERE])


@contextmanager
def checked_out(repository: Path, commit: str) -> Iterator[Path]:
    """Check a commit out into a temporary folder."""
    git = ["git", "-C", str(repository), "worktree"]
    with TemporaryDirectory() as folder:
        place = Path(folder).resolve() / "then"
        subprocess.run([*git, "add", "--quiet", "--detach", str(place), commit], check=True)
        try:
            yield place
        finally:
            subprocess.run([*git, "remove", "--force", str(place)], check=True)


def name_of(repository: Path, commit: str | None = None) -> str:
    """Return the short name of a commit, or of what is checked out, with "-dirty" if it was changed."""
    what = ["rev-parse", "--short", commit] if commit else ["describe", "--always", "--dirty", "--exclude=*"]
    done = subprocess.run(["git", "-C", str(repository), *what], check=True, stdout=subprocess.PIPE, encoding="utf-8")
    return done.stdout.strip()


def write_texts(folder: Path) -> None:
    for name in ENGINE:
        write_pairs(CASES[name].build(), folder / "engine" / name)
    for name, text in zip(("old.txt", "new.txt"), TINY, strict=True):
        (folder / name).write_text(text, encoding="utf-8")


def measure(build: Path, texts: Path) -> Seconds:
    """Run one round of one build."""
    pair = texts / "engine" / COLD / "0"
    return {
        **_run(build, "engine", str(texts / "engine")),
        **_run(build, "cold", str(pair)),
        **_run(build, "web"),
        "diff": cpu_of([*_command(build), "diff", str(texts / "old.txt"), str(texts / "new.txt")], build),
    }


def _run(build: Path, *arguments: str) -> Seconds:
    command = [sys.executable, str(BUILD), *arguments]
    done = subprocess.run(command, cwd=build, check=True, stdout=subprocess.PIPE, encoding="utf-8")
    measured: Seconds = json.loads(done.stdout)
    return measured


def _command(build: Path) -> list[str]:
    """Return the command `stet` of a build, which need not be installed."""
    scripts = tomllib.loads((build / "pyproject.toml").read_text(encoding="utf-8"))["project"]["scripts"]
    module, _, name = scripts["stet"].partition(":")
    return [sys.executable, "-c", f"from {module} import {name}; {name}()"]


def cpu_of(command: Sequence[str], folder: Path) -> float:
    """Return the CPU seconds of a command. `stet diff` exits with 1 where the texts differ."""
    before = _children_s()
    done = subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL)
    if done.returncode > 1:
        raise subprocess.CalledProcessError(done.returncode, command)
    return _children_s() - before


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
