"""`python -m tests.bench.importing`: the CPU time of reading web pages and PDF files, beside the peers installed.

Pages are those of `tests/importers/news_pages.py`: their text alone, and with what they say of themselves, as
trafilatura extracts either. PDF files have ten pages in two columns, as pdfplumber reads them. A peer that is not
installed is left out. Readers are called in this process, each once before it is measured: their start is no part of
it.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from io import BytesIO
from time import process_time
from typing import Any

from resiliparse.parse.html import HTMLTree
from rich.console import Console

from tests.bench.prose import Prose
from tests.bench.report import Sheet, as_rich
from tests.importers.news_pages import NEWS_PAGES
from tests.importers.pdf_files import column, pdf_file
from webapp.importers.pages import page
from webapp.importers.pages.text import PageText
from webapp.importers.pdf import document
from webapp.importers.texts.encodings import decode_labelled

FILES = 10
PAGES_A_FILE = 10
LINES_A_COLUMN = 40
LINE_CHARS = 40
ROUNDS = 5

Read = Callable[[bytes], object]


def pages() -> list[bytes]:
    """Return the first capture of each news page."""
    return [one.capture(is_new=False) for one in NEWS_PAGES]


def files() -> list[bytes]:
    """Return invented stories set in two columns."""
    return [pdf_file(_leaves(seed)) for seed in range(FILES)]


def _leaves(seed: int) -> Iterator[list[Any]]:
    words = Prose(seed)
    for _ in range(PAGES_A_FILE):
        lines = [_line(words) for _ in range(2 * LINES_A_COLUMN)]
        yield [*column(lines[:LINES_A_COLUMN]), *column(lines[LINES_A_COLUMN:], x=320)]


def _line(prose: Prose) -> str:
    line = prose.word()
    while len(line) < LINE_CHARS:
        line = f"{line} {prose.word()}"
    return line


def _page(data: bytes) -> object:
    return page.read(data, "page.html")


def _pdf(data: bytes) -> object:
    return document.read(data, "file.pdf")


def _text(data: bytes) -> object:
    """Return the text of a page alone: nothing is asked of its head."""
    tree = HTMLTree.parse(decode_labelled(data, page.label_in(data)).text)
    return PageText(tree.document.html if tree.document else "", "page.html").text


def _trafilatura(data: bytes) -> object:
    return import_module("trafilatura").extract(data, with_metadata=True)


def _trafilatura_text(data: bytes) -> object:
    return import_module("trafilatura").extract(data)


def _pdfplumber(data: bytes) -> object:
    with import_module("pdfplumber").open(BytesIO(data)) as document:
        return [leaf.extract_text() for leaf in document.pages]


def seconds(read: Read, inputs: Sequence[bytes]) -> float | None:
    """Return the least CPU seconds that a reader takes for all inputs; None if it is not installed."""
    try:
        read(inputs[0])
    except ModuleNotFoundError:
        return None
    return min(_once(read, inputs) for _ in range(ROUNDS))


def _once(read: Read, inputs: Sequence[bytes]) -> float:
    start = process_time()
    for data in inputs:
        read(data)
    return process_time() - start


def main() -> None:
    """Print the table."""
    rows = []
    for title, inputs, ours, peer, theirs in (
        ("news pages, the text", pages(), _text, "trafilatura", _trafilatura_text),
        ("news pages, with title, author and day", pages(), _page, "trafilatura", _trafilatura),
        ("PDF files of ten pages", files(), _pdf, "pdfplumber", _pdfplumber),
    ):
        own = seconds(ours, inputs) or 0.0
        other = seconds(theirs, inputs)
        beside = [peer, f"{other:.2f}", f"{own / other:.3f}"] if other else [f"{peer} is not installed", "", ""]
        rows.append([f"{len(inputs)} {title}", f"{own:.3f}", *beside])
    title = f"CPU seconds of reading, the least of {ROUNDS} rounds"
    Console().print(as_rich(Sheet(title, ["", "Stet", "peer", "seconds", "ratio"], rows)))


if __name__ == "__main__":
    main()
