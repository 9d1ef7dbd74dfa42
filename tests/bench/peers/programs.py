"""Engines that may be absent. Programs get texts as files, and those that can time themselves answer in JSON."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.bench.timing import BUDGET_S, MAX_RUNS

HERE = Path(__file__).parent


@contextmanager
def files_of(old: str, new: str) -> Iterator[list[str]]:
    """Write both texts, each ending its last line, and give the paths."""
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.txt", "new.txt")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_bytes(f"{text}\n".encode())
        yield [str(path) for path in paths]


def package_version(name: str) -> str | None:
    """Return the version of a Python package, or None where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def output_of(command: Sequence[str], environment: Mapping[str, str] | None = None) -> str | None:
    """Return what a command prints, or None where there is no such command or it fails."""
    if shutil.which(command[0]) is None:
        return None
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8")
    return done.stdout.strip() if done.returncode == 0 else None


def timed_by_itself(
    command: Sequence[str], old: str, new: str, environment: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """Return what a script answers that takes two paths, the greatest number of runs and the seconds it may spend."""
    with files_of(old, new) as paths:
        arguments = [*command, *paths, str(MAX_RUNS), str(BUDGET_S)]
        done = subprocess.run(arguments, env=environment, check=True, stdout=subprocess.PIPE)
    answer: dict[str, Any] = json.loads(done.stdout, strict=False)
    return answer
