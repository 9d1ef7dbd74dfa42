"""Plain text, 80 columns: [-deleted-], {+inserted+}, a line before a sentence that was moved."""

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from webapp.display.invisible import visible_text
from webapp.display.model import InlineRow, Piece
from webapp.display.rows import inline
from webapp.display.shortening import one_line
from webapp.engine.model import Op
from webapp.exporters.model import Sheet, SheetSide

COLUMNS = 80
NO_COLUMN = ("Mn", "Me")
MARKS: dict[Op, str] = {"equal": "{}", "delete": "[-{}-]", "insert": "{{+{}+}}"}


def write(sheet: Sheet) -> bytes:
    """Return the file."""
    return ("\n".join([*_head(sheet), "=" * COLUMNS, *_body(sheet)]) + "\n").encode()


def _head(sheet: Sheet) -> Iterator[str]:
    comparison = sheet.comparison
    words = comparison.summary.words
    yield from _wrapped(sheet.heading)
    yield from _wrapped(sheet.note)
    yield ""
    yield from _tell("Original", sheet.old, comparison.old.sha256)
    yield from _tell("Compared with", sheet.new, comparison.new.sha256)
    yield from _wrapped(
        f"{words.equal:,} of the original's {words.old:,} words stand, {words.deleted:,} were deleted, "
        f"{words.inserted:,} inserted; {sheet.changes:,} changes."
    )
    yield from _wrapped(
        f"Compared by Stet, engine {comparison.engine}, {sheet.made_at:%Y-%m-%d %H:%M} UTC. {sheet.link}"
    )


def _tell(role: str, source: SheetSide, digest: str) -> Iterator[str]:
    told = (source.title, source.outlet, str(source.published or ""), source.captured)
    yield from _wrapped(f"{role}: {'; '.join(filter(None, told))}")
    yield f"  SHA-256 {digest}"


def _body(sheet: Sheet) -> Iterator[str]:
    for row in inline.rows(sheet.comparison):
        yield ""
        if row.scope == "furniture":
            yield "(of the page around the story)"
        yield from _moves(row)
        yield from _wrapped("".join(map(_marked, row.cell.pieces)))


def _moves(row: InlineRow) -> Iterator[str]:
    for passage in row.cell.passages:
        if passage.move and not passage.departed:
            yield f"(a sentence was moved here from paragraph {passage.move.old_paragraph})"


def _marked(piece: Piece) -> str:
    return MARKS[piece.op].format(piece.text)


def _wrapped(text: str) -> list[str]:
    """Break a text into lines; a word that no line has room for is broken too."""
    lines: list[str] = []
    room = 0
    for part in (part for word in visible_text(one_line(text)).split(" ") for part in _parts(word)):
        width = _columns(part)
        if lines and width < room:
            lines[-1] += f" {part}"
            room -= width + 1
        elif part:
            lines.append(part)
            room = COLUMNS - width
    return lines


def _parts(word: str) -> Iterator[str]:
    """Cut a word into parts that a line has room for. All but the last leave no room for another with its space."""
    part, width = "", 0
    for letter in word if _columns(word) > COLUMNS else ():
        if width + _columns(letter) > COLUMNS:
            yield part
            part, width = "", 0
        part += letter
        width += _columns(letter)
    yield part or word


def _columns(text: str) -> int:
    """Return how many columns a text takes: letters of East Asian scripts take two, marks upon letters none."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(letter) in "WF" else category(letter) not in NO_COLUMN for letter in text)
