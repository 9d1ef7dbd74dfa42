"""What is only skin: spelling, typography, case, punctuation. The words of the change are the same beneath it."""

from collections.abc import Sequence
from itertools import combinations

from webapp.engine.flags.dates import date_value
from webapp.engine.flags.numbers import bare_value
from webapp.engine.flags.view import ChangeView, Part
from webapp.engine.languages import Language
from webapp.engine.model import SurfaceFlag
from webapp.engine.normalise import fold_spelling, fold_typography
from webapp.engine.vocabulary import Form

Skinned = tuple[SurfaceFlag, ...]

SKINS: Skinned = ("spelling", "typography", "case", "punctuation")

# The fewest first: a quotation mark set in another way is typography, although without marks nothing differs either.
_SETS_OF_SKINS = [skins for size in range(1, len(SKINS) + 1) for skins in combinations(SKINS, size)]

_BRACKETS = str.maketrans("[]{}", "()()")


class Skins:
    """Looks beneath the skins of changes. Made once for a comparison: what is beneath a form is looked up once."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bare_texts: dict[tuple[Form, Skinned], str] = {}

    def flags(self, change: ChangeView) -> Skinned:
        """Return the fewest differences that make up the whole change; empty where anything is left beneath them."""
        if not self._is_same(SKINS, change):
            return ()
        return next(skins for skins in _SETS_OF_SKINS if self._is_same(skins, change))

    def _is_same(self, folded: Skinned, change: ChangeView) -> bool:
        return self._bare(change.old, folded) == self._bare(change.new, folded)

    def _bare(self, parts: Sequence[Part], folded: Skinned) -> str:
        """Return the parts' text with the named differences folded away."""
        counted = [part for part in parts if not ("punctuation" in folded and part.is_mark)]
        text = " ".join(self._bare_text(part.form, folded) for part in counted)
        return _fold_percent(text, self._language) if "typography" in folded else text

    def _bare_text(self, form: Form, folded: Skinned) -> str:
        known = self._bare_texts.get((form, folded))
        if known is None:
            known = self._bare_texts[form, folded] = _bare_text(form, folded, self._language)
        return known


def _bare_text(form: Form, folded: Skinned, language: Language) -> str:
    text = "".join(form.text.split())
    if "typography" in folded:
        value = date_value(form, language) or bare_value(form, language)
        text = value or _fold_dots(fold_typography(text).translate(_BRACKETS))
    if "spelling" in folded:
        text = fold_spelling(text, language)
    return text.casefold() if "case" in folded else text


def _fold_percent(text: str, language: Language) -> str:
    """`8 per cent` is `8%`."""
    for words in language.percent:
        text = text.replace(f" {words}", "%")
    return text


def _fold_dots(text: str) -> str:
    """`U.N.` is `UN` and `Mr.` is `Mr`: full stops inside or after initials and abbreviations are typography."""
    letters = text.split(".")
    is_initials = len(letters) > 2 and all(len(letter) <= 1 for letter in letters)
    return "".join(letters) if any(letters) and (is_initials or letters[1:] == [""]) else text
