"""What a reader has seen of each pair of samples after five seconds, as docs/design.md writes it down.

    ### Wire copy → back-translation

    83 % of the original’s words stand. …

    - quotations: letter ~~authored by China expressed "grave~~ **expresses “serious** concern

    Right. …

The verdict and the lines are the program's, the last paragraph is a person's judgement of them. `make cases` writes the
former anew; whoever runs it reads whether the latter still holds.
"""

from collections.abc import Iterator
from itertools import islice, permutations

from tests.engine.shared import ROOT, SAMPLES
from webapp.display.ledger import ledger
from webapp.display.model import Piece
from webapp.display.phrases.verdict import verdict_text
from webapp.engine import Comparison, compare

DOCUMENT = ROOT / "docs" / "design.md"
LINES = 3
NAMES = {
    "ctv-scrape": "wire copy",
    "back-translation": "back-translation",
    "nextshark-rewrite": "NextShark",
    "daily-caller-rewrite": "Daily Caller",
    "828cloud-archive": "archive page",
}
SIGNS = {"equal": "{}", "delete": "~~{}~~", "insert": "**{}**"}


def seen() -> dict[str, str]:
    """Return for the title of each pair what the page says first of it."""
    texts = {name: (SAMPLES / f"{name}.txt").read_bytes().decode("utf-8") for name in NAMES}
    return {
        f"{NAMES[old][:1].upper()}{NAMES[old][1:]} → {NAMES[new]}": _answer(compare(texts[old], texts[new]))
        for old, new in permutations(NAMES, 2)
    }


def written() -> dict[str, tuple[str, str]]:
    """Return for the title of each pair what the document says that the page says, and the judgement of it."""
    _, *sections = DOCUMENT.read_text(encoding="utf-8").split("\n### ")
    parted = [section.partition("\n") for section in sections]
    return {title: _parted(text.strip()) for title, _, text in parted if " → " in title}


def _parted(text: str) -> tuple[str, str]:
    answer, _, judgement = text.rpartition("\n\n")
    return answer, judgement


def _answer(comparison: Comparison) -> str:
    listed = "\n".join(islice(_lines(comparison), LINES))
    return f"{verdict_text(comparison)}\n\n{listed}"


def _lines(comparison: Comparison) -> Iterator[str]:
    for group in ledger(comparison).groups:
        for entry in group.entries:
            yield f"- {group.name}: {''.join(map(_signed, entry.pieces))}"


def _signed(piece: Piece) -> str:
    return SIGNS[piece.op].format(piece.text)


if __name__ == "__main__":
    text = DOCUMENT.read_text(encoding="utf-8")
    now = seen()
    for title, (answer, judgement) in written().items():
        text = text.replace(f"### {title}\n\n{answer}\n\n{judgement}", f"### {title}\n\n{now[title]}\n\n{judgement}")
    DOCUMENT.write_text(text, encoding="utf-8")
