"""Static files: browsers cache them for a year, under an address that changes with the file.

A page takes its style sheets as one file, so that a slow line asks once; each room of the site still has a sheet of its
own to be read and changed in.
"""

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, Response, request

from webapp.render.styles import joined_sheets

KEEP = "public, max-age=31536000, immutable"
CHECK = "no-cache"

COMPARISON = ("tokens", "base", "compare", "strip", "ledger", "marks", "rows")
BUNDLES: Mapping[str, tuple[str, ...]] = {
    "compare": COMPARISON,
    "permalinks": (*COMPARISON, "change", "permalinks"),
    "embed": (*COMPARISON, "themes", "change", "embed"),
}


def install(app: Flask) -> None:
    """Add a checksum of the content to the address of each static file, and let only that address be cached."""
    folder = Path(app.static_folder or "")

    def add_checksum(endpoint: str, values: dict[str, Any]) -> None:
        if endpoint == "static":
            values["v"] = _checksum_of(folder / values["filename"])
        if endpoint == "styles":
            values["v"] = _checksum(joined_sheets(BUNDLES[values["name"]]))

    def allow_keeping(response: Response) -> Response:
        if request.endpoint in {"static", "styles"} and response.status_code < 400:
            values = dict(request.view_args or {})
            add_checksum(request.endpoint, values)
            response.headers["Cache-Control"] = KEEP if request.args.get("v") == values["v"] else CHECK
        return response

    def styles(name: str) -> Response:
        return Response(joined_sheets(BUNDLES[name]), mimetype="text/css")

    app.add_url_rule(f"/static/styles/<any({', '.join(BUNDLES)}):name>.css", "styles", styles)
    app.url_defaults(add_checksum)
    app.after_request(allow_keeping)


def _checksum_of(path: Path) -> str:
    return _checksum_at(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=256)
def _checksum_at(path: Path, changed_ns: int) -> str:
    """Read a file once for each time it was changed."""
    return _checksum(path.read_bytes())


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]
