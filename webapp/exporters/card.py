"""A comparison, or one change of it, as the picture that a chat shows with a link: PNG, 1200 by 630.

Chats show it at half that size or less, so it has few words, and none smaller than 30 px. The text of a change is
cut to the lines that fit, around the change. If the font lacks the script of a text, the card says so instead of
showing boxes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from itertools import islice

from PIL import Image, ImageDraw, ImageFont

from webapp.display.excerpt import Excerpt, plain_text
from webapp.display.invisible import visible_text
from webapp.display.model import Piece
from webapp.display.phrases.files import NOTHING, OTHER_SCRIPT
from webapp.engine.model import Op

WIDTH, HEIGHT, MARGIN = 1200, 630, 56
ROOM = WIDTH - 2 * MARGIN
BODY, LABEL, FIGURE = 40, 30, 150
WORDMARK = 120
"""What the name of this program takes of the first line, with the space before it."""

LINE = 54
MAX_LINES = 3
WORDS_BEFORE = 9
MAX_WORD_CHARS = 36
PAPER, INK, MUTED = "#fbfaf6", "#1d1b18", "#655f55"
INKS: dict[Op, str] = {"equal": INK, "delete": "#84450a", "insert": "#0a4a86"}
GROUNDS: dict[Op, str] = {"equal": PAPER, "delete": "#fbedd8", "insert": "#e2eefa"}
COLOURS = 64


@dataclass(frozen=True, slots=True)
class CardWord:
    """A run of letters with one mark; `space` is False if the next mark touches it."""

    text: str
    op: Op
    space: bool
    is_ours: bool


def draw_change(found: Excerpt, sides: tuple[str, str], label: str) -> bytes:
    """Return the card of one change: what kind it is, then before and after. `sides` are the names of the two texts."""
    canvas, draw = _sheet()
    y = _line(draw, MARGIN, label, BODY, "Semibold")
    for name, pieces in zip(sides, (found.old.pieces, found.new.pieces), strict=True):
        y = _line(draw, y + 30, name, LABEL, ink=MUTED)
        words = _words(pieces, found.change.id) if can_draw(visible_text(plain_text(pieces))) else []
        y = _passage(draw, y + 10, words) if words else _line(draw, y + 10, _nothing(pieces), BODY, ink=MUTED)
    return _png(canvas)


def draw_whole(sides: tuple[str, str], figure: str, lines: Iterable[str], small: str) -> bytes:
    """Return the card of a whole comparison: the two names, one figure, what it says, and a `small` line."""
    canvas, draw = _sheet()
    y: float = MARGIN
    for name in sides:
        y = _line(draw, y, name, BODY, "Semibold") + 6
    draw.text((MARGIN, y + 20), figure, fill=INKS["insert"], font=_font("Semibold", FIGURE))
    y += FIGURE + 50
    for line in lines:
        y = _line(draw, y, line, BODY)
    _line(draw, y + 6, small, LABEL, ink=MUTED)
    return _png(canvas)


def can_draw(text: str) -> bool:
    """Return whether the font has every character of a text."""
    font = _font("Regular", LABEL)
    missing = bytes(font.getmask("\uffff"))
    return all(bytes(font.getmask(character)) != missing for character in set(text) if not character.isspace())


def _sheet() -> tuple[Image.Image, ImageDraw.ImageDraw]:
    canvas = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(canvas)
    draw.text((WIDTH - MARGIN, MARGIN), "Stet", fill=MUTED, font=_font("Semibold", BODY), anchor="ra")
    return canvas, draw


def _png(canvas: Image.Image) -> bytes:
    """Return the picture as PNG. With few colours and no dithering, text on plain paper takes some 30 KB."""
    file = BytesIO()
    canvas.quantize(COLOURS, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


@lru_cache(maxsize=8)
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    with (files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.ttf").open("rb") as file:
        return ImageFont.truetype(BytesIO(file.read()), size)


def _line(draw: ImageDraw.ImageDraw, y: float, text: str, size: int, weight: str = "Regular", ink: str = INK) -> float:
    """Draw a text in at most two lines; return where the next may begin."""
    font = _font(weight, size)
    words = [CardWord(word, "equal", True, False) for word in (text if can_draw(text) else OTHER_SCRIPT).split()]
    room = ROOM - WORDMARK if y < MARGIN + BODY else ROOM
    for line in islice(_broken(words, font, room), 2):
        draw.text((MARGIN, y), " ".join(word.text for word in line), fill=ink, font=font)
        y += size * 1.3
    return y


def _nothing(pieces: tuple[Piece, ...]) -> str:
    return OTHER_SCRIPT if pieces else NOTHING


def _passage(draw: ImageDraw.ImageDraw, y: float, words: list[CardWord]) -> float:
    font = _font("Regular", BODY)
    lines = list(islice(_broken(words, font), MAX_LINES + 1))
    if len(lines) > MAX_LINES:
        lines = lines[:MAX_LINES]
        lines[-1] = [*lines[-1][:-1], CardWord("…", "equal", False, False)]
    for line in lines:
        x = float(MARGIN)
        for word, follower in zip(line, [*line[1:], None], strict=True):
            _word(draw, x, y, word, font, follower is not None and follower.op == word.op)
            x += font.getlength(word.text + (" " if word.space else ""))
        y += LINE
    return y


def _word(
    draw: ImageDraw.ImageDraw, x: float, y: float, word: CardWord, font: ImageFont.FreeTypeFont, goes_on: bool
) -> None:
    """Draw a word with its mark: colour, a line below an insertion or through a deletion, a ground if it is ours."""
    end = x + font.getlength(word.text + (" " if word.space and goes_on else ""))
    if word.is_ours:
        draw.rectangle([(x - 2, y + 2), (end + 2, y + LINE - 3)], fill=GROUNDS[word.op])
    if word.op != "equal":
        middle = y + (LINE - 7 if word.op == "insert" else LINE * 0.56)
        draw.line([(x, middle), (end, middle)], fill=INKS[word.op], width=4 if word.is_ours else 2)
    draw.text((x, y), word.text, fill=INKS[word.op], font=font)


def _words(pieces: Iterable[Piece], change_id: str) -> list[CardWord]:
    """Return the words of a passage, from a few before the change on."""
    words: list[CardWord] = []
    for piece in pieces:
        if words and piece.text[:1].isspace():
            words[-1] = replace(words[-1], space=True)
        for match in re.finditer(r"(\S+)(\s*)", visible_text(piece.text)):
            words.append(CardWord(_cut(match[1]), piece.op, bool(match[2]), piece.change == change_id))
    first = next((position for position, word in enumerate(words) if word.is_ours), 0)
    if first <= WORDS_BEFORE:
        return words
    return [CardWord("…", "equal", True, False), *words[first - WORDS_BEFORE :]]


def _cut(word: str) -> str:
    """Shorten a word that is longer than a line."""
    return word if len(word) <= MAX_WORD_CHARS else f"{word[:MAX_WORD_CHARS]}…"


def _broken(words: Iterable[CardWord], font: ImageFont.FreeTypeFont, room: float = ROOM) -> Iterator[list[CardWord]]:
    """Break words into lines that fit."""
    line: list[CardWord] = []
    width = 0.0
    for word in words:
        length = font.getlength(word.text + " ")
        if line and width + length > room:
            yield line
            line, width = [], 0.0
        line.append(word)
        width += length
    if line:
        yield line
