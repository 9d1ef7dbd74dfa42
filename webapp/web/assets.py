"""Static files: kept by browsers for a year, under an address that changes with the file."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

KEEP = "public, max-age=31536000, immutable"
CHECK = "no-cache"


def install(app: Flask) -> None:
    """Give each static file's address the sum of its content, and let only that address be kept."""
    folder = Path(app.static_folder or "")

    def add_sum(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values["v"] = _sum_of(folder / values["filename"])

    def allow_keeping(response: Response) -> Response:
        if request.endpoint == "static" and response.status_code < 400:
            wanted = _sum_of(folder / (request.view_args or {})["filename"])
            response.headers["Cache-Control"] = KEEP if request.args.get("v") == wanted else CHECK
        return response

    app.url_defaults(add_sum)
    app.after_request(allow_keeping)


def _sum_of(path: Path) -> str:
    return _sum_at(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _sum_at(path: Path, changed_ns: int) -> str:
    """Read a file once for each time it was changed."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
