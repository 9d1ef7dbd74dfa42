"""Prints how long the page of an article with 60 versions takes: compared at first, and then from what is kept.

python -m tests.bench.histories [VERSIONS]
"""

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from flask.testing import FlaskClient

from tests.services.history.histories import history
from webapp.app import create_app
from webapp.services import Paste, Services
from webapp.settings import load_settings

VERSIONS = 60
SENTENCES = 40
REPEATS = 20


def main(versions: int) -> None:
    with TemporaryDirectory() as folder:
        app = create_app(load_settings(data_dir=Path(folder), imports_per_minute=0, comparisons_per_minute=0))
        services: Services = app.extensions["stet.services"]
        pages = history(3, captures=versions, sentences=SENTENCES).pages()
        article = services.add_article(Paste(pages[-1], title="A story"))
        for place, page in enumerate(pages[:-1]):
            services.add_versions(article, Paste(page), datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=place))
        client = app.test_client()
        first = timed(client, article)
        again = [timed(client, article) for _ in range(REPEATS)]
        app.extensions["stet.database"].close()
    words = sum(len(page.split()) for page in pages) // len(pages)
    print(f"{versions} versions of {words} words on one page: {first:.0f} ms at first, then {median(again):.0f} ms")


def timed(client: FlaskClient, article: int) -> float:
    """Return how long the page of an article took, in milliseconds."""
    start = perf_counter()
    assert client.get(f"/articles/{article}").status_code == 200
    return (perf_counter() - start) * 1000


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2] or [VERSIONS]))
