"""Surface changes: spelling, typography, case, punctuation. The words are the same."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from webapp.engine.changes.flags.atoms import may_hold_number
from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.dates import written_date
from webapp.engine.changes.flags.facts import fact
from webapp.engine.changes.flags.numeric_dates import numeric_date
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.changes.flags.respelling import in_capitals, is_respelling, may_be_written_out
from webapp.engine.languages.language import Language
from webapp.engine.languages.letters import without_marks_in_words
from webapp.engine.languages.lookups import scale_values, spell_out, value_words
from webapp.engine.model import SurfaceFlag
from webapp.engine.text.forms import Form
from webapp.engine.text.normalise import fold_spelling, fold_typography
from webapp.patterns import lazy_pattern

Skinned = tuple[SurfaceFlag, ...]

SKINS: Skinned = ("spelling", "typography", "case", "punctuation")

# The fewest first: a quotation mark set in another way is typography, although without marks nothing differs either.
_SETS_OF_SKINS = [list(combinations(SKINS, size)) for size in range(1, len(SKINS) + 1)]

# If none of these explains a change, nothing does. Folded as far as can be, Mon day would be Monday and day, and a name
# without its capital is no name.
_MOST_FOLDED: tuple[Skinned, ...] = (SKINS, ("spelling", "case", "punctuation"), ("spelling",))

# Words that one word which is written in several ways may stand for.
# Range: 3–20 words
# Why: the longest names that the tables spell out have five
MAX_SPELLED_OUT = 6

_NO_LETTERS = lazy_pattern(r"[^\p{L}\p{M}]+")
_BRACKETS = str.maketrans("[]{}", "()()")


class Skins:
    """Finds which surface differences (skins) a change consists of; caches the folded forms of a comparison."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._bare_texts: dict[tuple[Form, Skinned], str] = {}

    def flags(self, change: ChangeView) -> Skinned:
        """Return the fewest differences that explain the whole change; empty if something else differs too.

        A change inside a quantity is explained if the whole quantity is: "euros" may have been a sign elsewhere in it.
        """
        found = self._skins(change.pair, change.old, change.new)
        if found or not any(part.is_of_quantity for part in change.parts):
            return found
        return self._skins(change.pair, *change.pair.widener.widen(change.old, change.new))

    def _skins(self, pair: PairView, old: Sequence[Part], new: Sequence[Part]) -> Skinned:
        if not any(self._is_respelt(skins, pair, old, new) for skins in _MOST_FOLDED):
            return ()
        for alike in _SETS_OF_SKINS:
            for is_same in (self._is_same, self._is_respelt):
                found = next((skins for skins in alike if is_same(skins, pair, old, new)), None)
                if found:
                    return found
        return ()

    def _is_same(self, folded: Skinned, _pair: PairView, old: Sequence[Part], new: Sequence[Part]) -> bool:
        return self._bare(old, folded) == self._bare(new, folded)

    def _is_respelt(self, folded: Skinned, pair: PairView, old: Sequence[Part], new: Sequence[Part]) -> bool:
        """Return whether two sides are the same under the skins, or spelling and case explain what is left."""
        if self._is_same(folded, pair, old, new):
            return True
        if "spelling" in folded and is_respelling(*self._both(old, new, _without("spelling", folded)), pair):
            return True
        return "case" in folded and in_capitals(*self._both(old, new, _without("case", folded)))

    def _both(self, old: Sequence[Part], new: Sequence[Part], folded: Skinned) -> tuple[str, str]:
        return self._bare(old, folded), self._bare(new, folded)

    def _bare(self, parts: Sequence[Part], folded: Skinned) -> str:
        """Return the parts' text with the named differences folded away."""
        counted = [part for part in parts if not ("punctuation" in folded and part.is_mark and not part.is_of_quantity)]
        has_quantity = "typography" in folded and any(part.is_of_quantity for part in counted)
        texts = self._values(counted, folded) if has_quantity else [self._bare_text(p.form, folded) for p in counted]
        text = " ".join(texts)
        text = _fold_percent(text, self._language) if "typography" in folded else text
        return spell_out(text, self._language) if "spelling" in folded else text

    def _values(self, parts: Sequence[Part], folded: Skinned) -> Iterator[str]:
        """Yield the parts' texts, one for a number with the words that belong to it: "$1.5 billion"."""
        end = parts[-1].index + 1
        done = 0
        for part in parts:
            if part.index < done:
                continue
            shown, done = _shown(part, end)
            yield self._bare_text(part.form, folded) if shown is None else shown

    def _bare_text(self, form: Form, folded: Skinned) -> str:
        known = self._bare_texts.get((form, folded))
        if known is None:
            known = self._bare_texts[form, folded] = _bare_text(form, folded, self._language)
        return known


def _shown(part: Part, end: int) -> tuple[str | None, int]:
    """Return the quantity that begins at a part and ends before `end`, and where it ends; None for no such."""
    own = part.side.quantities_at.get(part.index, ())
    if len(own) == 1 and own[0].start == part.index and own[0].end <= end:
        whole = all(len(part.side.quantities_at[index]) == 1 for index in range(own[0].start, own[0].end))
        return (own[0].shown, own[0].end) if whole else (None, part.index + 1)
    return None, part.index + 1


def have_other_words(old: Sequence[Part], new: Sequence[Part], language: Language) -> bool:
    """Return whether a side has words that the other has not, however its letters are joined, torn or respelt.

    That settles most changes before anything is folded. A word that is written in several ways may stand for some bare
    words: U.S.S.R.
    """
    for own, other in ((old, new), (new, old)):
        letters = _NO_LETTERS.sub("", "".join([part.word.skeleton for part in other]))
        missing = sum(_is_plain(part.form, language) and part.word.skeleton not in letters for part in own)
        if missing and missing > MAX_SPELLED_OUT * sum(not _is_plain(part.form, language) for part in other):
            return True
    return False


def have_other_values(old: Sequence[Part], new: Sequence[Part], language: Language) -> bool:
    """Return whether both sides have numbers, and of another value. A date in figures may be written in words."""
    before, after = _values_in(old), _values_in(new)
    if not (before and after) or before == after:
        return False
    numbers = [part.text for part in (*old, *new) if part.form.kind == "number"]
    return not any(numeric_date(text, language) for text in numbers)


def _values_in(parts: Sequence[Part]) -> list[str]:
    found = {quantity for part in parts for quantity in part.side.quantities_at.get(part.index, ())}
    return sorted(quantity.key for quantity in found)


@fact
def _is_plain(form: Form, language: Language) -> bool:
    """Return whether a word of letters is written in one way only, but for case and accents."""
    word = form.word.text
    is_letters = form.text.isalpha() and word == form.text.casefold() and word not in value_words(language)
    is_letters = is_letters and not (may_hold_number(form, language) or may_be_written_out(form.text))
    return is_letters and spell_out(word, language) == word


def _without(kept: SurfaceFlag, folded: Skinned) -> Skinned:
    return tuple(skin for skin in folded if skin != kept)


def _bare_text(form: Form, folded: Skinned, language: Language) -> str:
    text = "".join(form.text.split())
    if "punctuation" in folded:
        text = without_marks_in_words(text)
    if "typography" in folded:
        text = written_date(form, language) or _in_figures(form, language) or _fold_marks(text)
    if "spelling" in folded:
        text = fold_spelling(text, language)
    return text.casefold() if "case" in folded else text


def _fold_percent(text: str, language: Language) -> str:
    """Behind an unchanged number `per cent` is `percent`."""
    text = f" {text} "
    for words in language.percent:
        text = text.replace(f" {words} ", " % ")
    return text


def _in_figures(form: Form, language: Language) -> str | None:
    """Behind an unchanged number `Mrd.` is `Milliarden`."""
    if form.kind != "word":
        return None
    scale = scale_values(language).get(form.word.text.rstrip("."))
    return None if scale is None else str(scale)


def _fold_marks(text: str) -> str:
    return _fold_dots(fold_typography(text).translate(_BRACKETS))


def _fold_dots(text: str) -> str:
    """`U.N.` is `UN` and `Mr.` is `Mr`: full stops inside or after initials and abbreviations are typography."""
    letters = text.split(".")
    is_initials = len(letters) > 2 and all(len(letter) <= 1 for letter in letters)
    return "".join(letters) if any(letters) and (is_initials or letters[1:] == [""]) else text
