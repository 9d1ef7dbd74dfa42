"""One text in two scripts: Serbian, Uzbek and Kazakh in Cyrillic and Latin letters, Chinese in two sets of characters.

    sr   Његош  Njegoš           zh   衛生部長  卫生部长

Keys to compare by are written in one of them; the tables know the words of a language in the scripts that they list.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from webapp.engine.languages.common import common
from webapp.engine.languages.language import Language

_BEGINNING = "^"


def in_one_script(text: str, language: Language) -> str:
    """Return the words of a text in one script of their language."""
    letters = _letters(language)
    if not letters or text.isascii():
        return text
    first = _first_letters(language)
    if first:
        text = " ".join(first.get(word[:1], word[:1]) + word[1:] for word in text.split(" "))
    return text.translate(letters)


@cache
def _letters(language: Language) -> Mapping[int, str]:
    if language.code == "zh":
        return _han()
    small = {letter: other for letter, other in _table(language).items() if not letter.startswith(_BEGINNING)}
    return {ord(letter): other for letter, other in _with_capitals(small).items()}


@cache
def _first_letters(language: Language) -> Mapping[str, str]:
    table = _table(language).items()
    return _with_capitals({letter[1:]: other for letter, other in table if letter.startswith(_BEGINNING)})


def _table(language: Language) -> Mapping[str, str]:
    table: Mapping[str, str] = common("two_scripts").get(language.code, {})
    return table


def _with_capitals(letters: Mapping[str, str]) -> dict[str, str]:
    return {**letters, **{letter.upper(): other.capitalize() for letter, other in letters.items()}}


def _han() -> Mapping[int, str]:
    """Return the simplified character of each traditional one: `han.txt` has them in turns, a line of each."""
    content = Path(__file__).with_name("han.txt").read_text(encoding="utf-8")
    lines = [line for line in content.splitlines() if not line.startswith("#")]
    return dict(zip(map(ord, "".join(lines[::2])), "".join(lines[1::2]), strict=True))
