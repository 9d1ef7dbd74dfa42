"""`python -m tests.bench.exports`: what each kind of file takes at 10,000 changes, in CPU and memory.

Each is written in a process of its own, so that the peak of its memory is that of this file.
"""

import json
import resource
import subprocess
import sys
from time import process_time

from rich.console import Console

from tests.bench.report import Sheet, as_rich
from tests.bench.timing import MAXRSS_UNIT
from tests.exporters.sheets import sheet
from webapp.exporters.formats import FORMATS
from webapp.services.frozen import public_json

CHANGES = 10_000
KINDS = [*FORMATS, "json"]


def measure(name: str) -> list[float]:
    """Write one kind of file; return its CPU seconds, its size and the memory that it took, both in MB."""
    old = " ".join(f"They walked past house {number} again and again softly." for number in range(CHANGES))
    compared = sheet(old, old.replace("walked", "drove"))
    assert len(compared.comparison.changes) == CHANGES
    before, start = _peak_bytes(), process_time()
    written = public_json(compared.comparison).encode() if name == "json" else FORMATS[name].write(compared)
    return [process_time() - start, len(written) / 1e6, (_peak_bytes() - before) / 1e6]


def _peak_bytes() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * MAXRSS_UNIT


def _row(name: str) -> list[str]:
    command = (sys.executable, "-m", "tests.bench.exports", name)
    seconds, size, peak = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return [name, f"{seconds:.2f} s", f"{size:.1f} MB", f"{peak:.0f} MB"]


def main() -> None:
    """Print the table; with the name of a kind, the figures of that."""
    if sys.argv[1:]:
        print(json.dumps(measure(sys.argv[1])))
        return
    head = ["", "CPU", "file", "memory above that of the comparison"]
    Console().print(as_rich(Sheet(f"Exports at {CHANGES:,} changes that matter", head, list(map(_row, KINDS)))))


if __name__ == "__main__":
    main()
