"""jsdiff's `diffWords` in Node, which times itself: neither the start of Node nor the way of the texts is counted."""

import os

from tests.bench.answer import Chunk, answer_of
from tests.bench.peers.programs import HERE, output_of, timed_by_itself
from tests.bench.timing import Measured

NAME = "jsdiff"

# Where `make bench` puts the package; NODE_PATH may name another place.
_PACKAGES = HERE.parents[2] / "build" / "bench" / "node_modules"
_VERSIONS = "`${require('diff/package.json').version}, Node ${process.version}`"
_SCRIPT = str(HERE / "jsdiff.cjs")


def version() -> str | None:
    return output_of(["node", "-p", _VERSIONS], _environment())


def measure(old: str, new: str) -> Measured:
    told = timed_by_itself(["node", _SCRIPT], old, new, _environment())
    return Measured(told["seconds"], answer_of(Chunk(op, text) for op, text in told["chunks"]))


def _environment() -> dict[str, str]:
    return {"NODE_PATH": str(_PACKAGES), **os.environ}
