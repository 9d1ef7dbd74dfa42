"""`python -m tests.bench.adding`: how many articles a second `stet add FOLDER` stores, and how many it knows again.

The articles have 400 words each; of ten, eight are plain text, one is a web page and one a Word document. They are
added twice to an empty library, in wall-clock time: the first run reads and stores each, the second finds each stored.
"""

import os
import subprocess
import sys
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from rich.console import Console

from tests.bench.prose import Prose
from tests.bench.report import Sheet, as_rich
from tests.importers.page_files import page
from tests.importers.word_files import paragraph, word_file

ROOT = Path(__file__).parents[2]
ARTICLES = 10_000
WORDS = 400
IN_ONE_FOLDER = 1_000


def write_articles(folder: Path, count: int) -> None:
    """Write invented articles into folders of a folder."""
    prose = Prose(seed=12)
    for number in range(count):
        file = folder / f"{number // IN_ONE_FOLDER:03}" / f"{number:06}"
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = [" ".join(sentence.text for sentence in lines) for lines in prose.paragraphs(WORDS)]
        _write(file, number, [f"Story {number}", *lines])


def _write(file: Path, number: int, lines: list[str]) -> None:
    if number % 10 == 8:
        file.with_suffix(".html").write_bytes(page("".join(f"<p>{escape(line)}</p>" for line in lines)))
    elif number % 10 == 9:
        file.with_suffix(".docx").write_bytes(word_file("".join(paragraph(escape(line)) for line in lines)))
    else:
        file.with_suffix(".txt").write_text("\n\n".join(lines), encoding="utf-8")


def seconds_of(*command: str, data: str) -> float:
    """Run a command of Stet on the data in a folder. Return its wall-clock seconds."""
    start = perf_counter()
    environment = {**os.environ, "STET_DATA_DIR": data}
    subprocess.run(
        (sys.executable, "-m", "webapp", *command), cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
    )
    return perf_counter() - start


def main() -> None:
    """Print the table. The only argument is the number of articles, by default ARTICLES."""
    count = int(sys.argv[1]) if sys.argv[1:] else ARTICLES
    with TemporaryDirectory() as place:
        data, stories = str(Path(place) / "data"), Path(place) / "stories"
        write_articles(stories, count)
        seconds_of("seed", data=data)
        runs = [(name, seconds_of("add", str(stories), data=data)) for name in ("first run", "second run")]
    rows = [[name, f"{seconds:.1f} s", f"{count / seconds:,.0f}"] for name, seconds in runs]
    Console().print(as_rich(Sheet(f"stet add, {count:,} articles", ["", "time", "articles a second"], rows)))


if __name__ == "__main__":
    main()
