"""`python -m tests.bench.busy`: how long light requests take while the server makes long comparisons.

Four clients, each at an address of its own, ask for a comparison of 100,000 words at the same moment. Meanwhile, and
before, one reader asks for `/healthz` and a permalink in turn. Printed are the 95th percentiles, in wall-clock time: a
machine that does something else as well is slower by any factor.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, sleep

from rich.console import Console

from tests.bench.generate import REVISED, revised
from tests.bench.report import Sheet, as_rich

ROOT = Path(__file__).parents[2]
CLIENTS = 4
WORDS = 100_000
IDLE_REQUESTS = 200
PAUSE_S = 0.01
WITHOUT_LIMITS = {"STET_IMPORTS_PER_MINUTE": "0", "STET_COMPARISONS_PER_MINUTE": "0"}

Times = dict[str, list[float]]


@contextmanager
def served() -> Iterator[int]:
    """Yield the port of a server with the samples."""
    with TemporaryDirectory() as data:
        env = {**os.environ, "STET_DATA_DIR": data, **WITHOUT_LIMITS}
        command = [sys.executable, "-m", "webapp", "serve", "--port", "0", "--with-samples"]
        with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                line = next(line for line in server.stdout if line.startswith("Stet is at "))
                yield int(line.rpartition(":")[2])
            finally:
                server.send_signal(signal.SIGINT)


def ask(port: int, path: str, body: object = None, address: str = "127.0.0.1") -> tuple[int, bytes]:
    """Return status and body of a request from this address; with a body it is a POST of JSON."""
    connection = HTTPConnection("127.0.0.1", port, source_address=(address, 0))
    headers = {"Content-Type": "application/json"} if body else {}
    connection.request("POST" if body else "GET", path, json.dumps(body) if body else None, headers)
    with connection.getresponse() as answer:
        found = answer.status, answer.read()
    connection.close()
    return found


def store_pairs(port: int) -> list[str]:
    """Store the long texts; return the addresses of their comparisons."""
    pairs = [revised(REVISED, WORDS, seed) for seed in range(CLIENTS)]
    return [f"/compare?old={_store(port, pair.old)}&new={_store(port, pair.new)}" for pair in pairs]


def _store(port: int, text: str) -> int:
    status, body = ask(port, "/api/v1/articles", {"text": text})
    assert status == 201, body
    return int(json.loads(body)["article"]["version_id"])


def probe(port: int, link: str, is_over: Callable[[int], bool]) -> Times:
    """Ask for both light pages in turn until it is over, told by the number of rounds; return the seconds of each."""
    seconds: Times = {"/healthz": [], "permalink": []}
    while not is_over(len(seconds["/healthz"])):
        for name, path in (("/healthz", "/healthz"), ("permalink", link)):
            start = perf_counter()
            status, _ = ask(port, path)
            seconds[name].append(perf_counter() - start)
            assert status == 200, (path, status)
            sleep(PAUSE_S)
    return seconds


def percentile_95(seconds: Sequence[float]) -> float:
    return quantiles(seconds, n=20, method="inclusive")[-1]


def measure(port: int) -> tuple[Times, Times, list[tuple[int, float]]]:
    """Return the times idle and under load, and what came of the comparisons: status and seconds."""
    long_ones = store_pairs(port)
    link = "/c/" + json.loads(ask(port, "/api/v1/permalinks", {"old": 1, "new": 2})[1])["id"]
    idle = probe(port, link, lambda rounds: rounds >= IDLE_REQUESTS)
    with ThreadPoolExecutor(CLIENTS) as clients:
        running = [clients.submit(_timed, port, path, f"127.0.0.{2 + n}") for n, path in enumerate(long_ones)]
        loaded = probe(port, link, lambda rounds: rounds >= 2 and all(one.done() for one in running))
    return idle, loaded, [one.result() for one in running]


def _timed(port: int, path: str, address: str) -> tuple[int, float]:
    start = perf_counter()
    status, _ = ask(port, path, address=address)
    return status, perf_counter() - start


def sheet_of(idle: Times, loaded: Times) -> Sheet:
    rows = []
    for name in idle:
        before, during = percentile_95(idle[name]), percentile_95(loaded[name])
        milliseconds = [f"{1000 * seconds:.1f}" for seconds in (before, during, max(loaded[name]))]
        rows.append([name, *milliseconds, f"{during / before:.1f}", str(len(loaded[name]))])
    head = ["", "idle, p95", "under load, p95", "longest", "ratio of p95", "requests"]
    return Sheet(f"Light requests beside {CLIENTS} comparisons of {WORDS:,} words, ms", head, rows)


def main() -> None:
    with served() as port:
        idle, loaded, long_ones = measure(port)
    console = Console(width=120)
    console.print(as_rich(sheet_of(idle, loaded)))
    told = ", ".join(f"{status} after {seconds:.1f} s" for status, seconds in long_ones)
    console.print(f"The comparisons: {told}. Load of the machine: {os.getloadavg()[0]:.1f}", highlight=False)


if __name__ == "__main__":
    main()
