"""`python -m tests.bench.beside_imports`: how long a comparison takes while hostile files are read (BAD_INPUT 29-33).

For each file, a client sends it again as soon as it was answered. Meanwhile, and before, one reader asks for a page of
a comparison that is kept, and for a comparison of two new texts of 400 words. Printed are medians in wall-clock time,
and what became of the file: a machine that does something else as well is slower by any factor.
"""

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection
from io import BytesIO
from itertools import count
from statistics import median
from threading import Event
from time import perf_counter

from rich.console import Console
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from tests.bench.busy import ask, served
from tests.bench.generate import REVISED, revised
from tests.bench.report import Sheet, as_rich
from tests.importers.page_files import page
from tests.importers.pdf_files import column, pdf_file
from tests.importers.word_files import archive, paragraph, word_file

ROUNDS = 60
WORDS = 400
PAGE = "/compare?old=1&new=2"
LAUGHS = '<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
TAGS = re.compile(rb"<[^>]+>|\s+")

Times = dict[str, list[float]]


def hostile_files() -> dict[str, tuple[str, bytes]]:
    """Return name and bytes of each file, by what it is."""
    deep = "<div>" * 100_000 + "The mayor said no."
    laughs = f"<!DOCTYPE w [{LAUGHS}]><w>&j;</w>"
    return {
        "a page nested 300 deep": ("a.html", page("<div>" * 300 + "<p>The mayor said no.</p>")),
        "a page nested 100,000 deep": ("b.html", page(deep)),
        "a cell over 9,000,000,000,000,000 columns": (
            "c.html",
            page("<table><td colspan=9000000000000000>The mayor said no."),
        ),
        "a body of 9 MB": ("d.html", page("<p>" + "The mayor said no. " * 470_000)),
        "a million paragraphs": ("e.docx", word_file("<w:p/>" * 1_000_000)),
        "a billion laughs": ("f.docx", archive({"[Content_Types].xml": "<Types/>", "word/document.xml": laughs})),
        "a part outside the archive": ("g.docx", archive({"[Content_Types].xml": "", "word/../../evil": ""})),
        "a Word file cut off": ("h.docx", word_file(paragraph("The mayor said no."))[:-40]),
        "a PDF with a circle of pages": ("i.pdf", pdf_file([column(["The mayor said no."])], kids="2 0 R")),
        "a PDF of 500 pages": ("j.pdf", pdf_file([column(["The mayor said no. " * 4] * 40)] * 500)),
    }


class Sender:
    """Sends files as the desk does while it is filled in. Nothing is stored."""

    def __init__(self, port: int, address: str) -> None:
        self._port, self._address = port, address
        _, headers, body = self._request("GET", "/")
        self._cookie = headers["Set-Cookie"].partition(";")[0]
        self._token = re.search(rb'name="csrf_token"[^>]*value="([^"]+)', body)[1].decode()  # type: ignore[index]

    def send(self, name: str, data: bytes) -> str:
        """Send a file; return the words of the answer."""
        form = {"csrf_token": self._token, "old_file": FileStorage(BytesIO(data), name)}
        boundary, body = encode_multipart(form)
        headers = {
            "Cookie": self._cookie,
            "Content-Type": f"multipart/form-data; boundary={boundary}",
            "HX-Request": "true",
        }
        status, _, answer = self._request("POST", "/-/looks/old", body, headers)
        assert status == 200, status
        return TAGS.sub(b" ", answer).decode().strip()

    def _request(
        self, method: str, path: str, body: bytes | None = None, headers: dict[str, str] | None = None
    ) -> tuple[int, dict[str, str], bytes]:
        connection = HTTPConnection("127.0.0.1", self._port, source_address=(self._address, 0))
        connection.request(method, path, body, headers or {})
        with connection.getresponse() as answer:
            found = answer.status, dict(answer.getheaders()), answer.read()
        connection.close()
        return found


@contextmanager
def sending(sender: Sender, name: str, data: bytes) -> Iterator[Callable[[], tuple[int, str]]]:
    """Send a file until the end of the block. Yield what tells how often, and the last answer."""
    is_over, answers = Event(), list[str]()

    def send() -> None:
        while not is_over.is_set():
            answers.append(sender.send(name, data))

    with ThreadPoolExecutor(1) as client:
        running = client.submit(send)
        try:
            yield lambda: (len(answers), answers[-1] if answers else "none in this time")
        finally:
            is_over.set()
        running.result()


def probe(port: int, seeds: Iterator[int]) -> Times:
    """Return the seconds of each kind of request, one after the other."""
    seconds: Times = {"page": [], "comparison": []}
    for _ in range(ROUNDS):
        seconds["page"].append(_timed(port, PAGE))
        pair = revised(REVISED, WORDS, next(seeds))
        seconds["comparison"].append(_timed(port, "/api/v1/comparisons", {"old": pair.old, "new": pair.new}))
    return seconds


def _timed(port: int, path: str, texts: dict[str, str] | None = None) -> float:
    body = {side: {"text": text} for side, text in texts.items()} if texts else None
    start = perf_counter()
    status, answer = ask(port, path, body)
    seconds = perf_counter() - start
    assert status == 200, (path, status, answer[:200])
    return seconds


def measure(port: int) -> list[list[str]]:
    seeds = count()
    sender = Sender(port, "127.0.0.2")
    probe(port, seeds)
    idle = probe(port, seeds)
    rows = [["nothing", *_medians(idle), "", "", "", ""]]
    for what, (name, data) in hostile_files().items():
        with sending(sender, name, data) as told:
            during = probe(port, seeds)
            sent, answer = told()
        ratios = [f"{median(during[kind]) / median(idle[kind]):.1f}" for kind in idle]
        rows.append([what, *_medians(during), *ratios, str(sent), answer])
    return rows


def _medians(seconds: Times) -> list[str]:
    return [f"{1000 * median(times):.1f}" for times in seconds.values()]


def main() -> None:
    with served() as port:
        rows = measure(port)
    head = ["read meanwhile", "page, ms", "comparison, ms", "ratio", "ratio", "times sent", "last answer"]
    console = Console(width=200)
    console.print(as_rich(Sheet("A page and a comparison beside hostile files, medians", head, rows)))
    console.print(f"Load of the machine: {os.getloadavg()[0]:.1f}", highlight=False)


if __name__ == "__main__":
    main()
