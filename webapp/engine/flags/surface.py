"""What is only skin: spelling, typography, case, punctuation. The words of the change are the same beneath it."""

from collections.abc import Sequence

from webapp.engine.flags.dates import date_value
from webapp.engine.flags.view import ChangeView, Part
from webapp.engine.languages import Language
from webapp.engine.model import SurfaceFlag
from webapp.engine.normalise import fold_spelling, fold_typography

SKINS: tuple[SurfaceFlag, ...] = ("spelling", "typography", "case", "punctuation")

_BRACKETS = str.maketrans("[]{}", "()()")


def surface_flags(change: ChangeView) -> tuple[SurfaceFlag, ...]:
    """Return the differences that make up the whole change; empty where anything is left beneath them."""
    language = change.pair.language
    if _bare(change.old, SKINS, language) != _bare(change.new, SKINS, language):
        return ()
    needed = tuple(skin for skin in SKINS if not _is_same_without(skin, change, language))
    return needed or ("punctuation",)


def _is_same_without(skin: SurfaceFlag, change: ChangeView, language: Language) -> bool:
    folded = tuple(other for other in SKINS if other != skin)
    return _bare(change.old, folded, language) == _bare(change.new, folded, language)


def _bare(parts: Sequence[Part], folded: Sequence[SurfaceFlag], language: Language) -> str:
    """Return the parts' text with the named differences folded away."""
    counted = [part for part in parts if not ("punctuation" in folded and part.is_mark)]
    return " ".join(_bare_text(part, folded, language) for part in counted)


def _bare_text(part: Part, folded: Sequence[SurfaceFlag], language: Language) -> str:
    text = "".join(part.text.split())
    if "typography" in folded:
        text = _fold_dots(date_value(part, language) or fold_typography(text).translate(_BRACKETS))
    if "spelling" in folded:
        text = fold_spelling(text, language)
    return text.casefold() if "case" in folded else text


def _fold_dots(text: str) -> str:
    """`U.N.` is `UN`: full stops inside or after initials are typography."""
    letters = text.split(".")
    return "".join(letters) if len(letters) > 2 and all(len(letter) <= 1 for letter in letters) else text
