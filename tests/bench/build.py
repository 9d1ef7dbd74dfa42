"""What one build takes, in CPU seconds: run in the folder of a build, it prints JSON.

build.py engine FOLDER    each case in FOLDER, a folder of pairs: all pairs, and the slowest
build.py cold FOLDER      the first pair, in a process that does nothing else
build.py web              requests, each after one like it

It imports nothing of the bench, and tries more than one place for what has moved: the build may be of any commit.
"""

import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any

WARM_UP_CHARS = 2_000
MAX_RUNS, BUDGET_S = 5, 2.0
REQUESTS = 20

COMPARE = ("webapp.engine:compare",)
OPTIONS = ("webapp.engine.options:Options", "webapp.engine.model:Options")
RESOURCES = ("webapp.resources:resource_folder", "webapp.settings:resource_folder")


def find(*places: str) -> Any:
    """Return what is at the first of these places, each `module:name`, that exists. Errors: ImportError."""
    for place in places:
        module, _, name = place.partition(":")
        try:
            return getattr(import_module(module), name)
        except (ImportError, AttributeError):
            continue
    raise ImportError(f"This build has none of {', '.join(places)}")


def read_pair(folder: Path) -> tuple[str, str]:
    old, new = ((folder / name).read_bytes().decode() for name in ("old.txt", "new.txt"))
    return old, new


def engine(cases: Path) -> dict[str, float]:
    """Return the medians of each case, summed over its pairs; and of the slowest pair, where there is more than one."""
    compare, found = find(*COMPARE), {}
    for case in sorted(cases.iterdir()):
        seconds = [_median(compare, *read_pair(pair)) for pair in case.iterdir()]
        found[case.name] = sum(seconds)
        if len(seconds) > 1:
            found[f"{case.name}, slowest"] = max(seconds)
    return found


def _median(compare: Callable[[str, str], object], old: str, new: str) -> float:
    compare(old[:WARM_UP_CHARS], new[:WARM_UP_CHARS])
    seconds: list[float] = []
    while len(seconds) < MAX_RUNS and sum(seconds) < BUDGET_S:
        seconds.append(_seconds(partial(compare, old, new)))
    return median(seconds)


def cold(pair: Path) -> dict[str, float]:
    """Compare once. The start of Python and all imports count."""
    find(*COMPARE)(*read_pair(pair))
    return {"cold": process_time()}


def web() -> dict[str, float]:
    """Return what each request takes, the medians of many."""
    with TemporaryDirectory() as data:
        app, old, new = _sample_app(Path(data))
        link = "/c/" + app.extensions["stet.services"].freeze(old, new, find(*OPTIONS)())
        return {name: median(seconds) for name, seconds in _requests(app.test_client(), link, old, new)}


def _sample_app(data: Path) -> tuple[Any, int, int]:
    """Return an application with the samples and two of its versions: the wire copy and its back-translation."""
    unlimited = {"imports_per_minute": 0, "comparisons_per_minute": 0}
    settings = find("webapp.settings:load_settings")(data_dir=data, secret_key="k" * 32, **unlimited)
    app = find("webapp.app:create_app")(settings)
    services = app.extensions["stet.services"]
    for folder in sorted(find(*RESOURCES)("seeds").iterdir()):
        services.seed(folder)
    versions = {card.outlet: card.version_id for card in services.search_articles("")}
    return app, versions["CTV News"], versions["Unnamed site"]


def _requests(client: Any, link: str, old: int, new: int) -> Iterator[tuple[str, list[float]]]:
    packed = {"Accept-Encoding": "gzip"}
    known = {**packed, "If-None-Match": client.get(link, headers=packed).headers.get("ETag", '"none"')}
    compare = f"/compare?old={old}&new={new}"
    requests = {
        "permalink": (link, packed),
        "permalink, known": (link, known),
        "embed": (f"{link}/embed", packed),
        "json": (f"{link}.json", packed),
        "compare again": (compare, packed),
        "compare again, side": (f"{compare}&view=side", packed),
        "desk": ("/", packed),
    }
    for name, (address, headers) in requests.items():
        assert client.get(address, headers=headers).status_code in {200, 304}, address
        yield name, [_seconds(partial(client.get, address, headers=headers)) for _ in range(REQUESTS)]


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    sys.path[0] = os.getcwd()
    works: dict[str, Callable[..., dict[str, float]]] = {"engine": engine, "cold": cold, "web": web}
    print(json.dumps(works[sys.argv[1]](*map(Path, sys.argv[2:]))))
