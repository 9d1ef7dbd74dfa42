"""Whether a change only respells its words: joined or divided in another way, accents left out, umlauts written out.

on Monday    onMonday       har- bour   harbour      e-mail   email
Wałęsa       Walesa         Müller      Mueller      Hawaiʻi  Hawaii    Његош  Njegoš
"""

from collections.abc import Iterator, Mapping
from functools import cache

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.languages.common import common
from webapp.engine.languages.language import Language
from webapp.engine.languages.letters import fold_case
from webapp.engine.languages.lookups import cue_words, number_values, spell_out
from webapp.engine.languages.scripts import in_one_script
from webapp.engine.languages.skeleton import has_accents, lacks_marks
from webapp.engine.model import Flag
from webapp.engine.text.forms import Word
from webapp.engine.text.normalise import without_possessive
from webapp.patterns import lazy_pattern

# Between digits white space and hyphens say something: 12 5 is not 125.
_BETWEEN = lazy_pattern(r"(?<=[\p{L}\p{M}]) ?[-‐‑­] ?(?=\p{L})|(?<=[\p{L}\p{M}])[-‐‑](?=\p{N})|(?<!\p{N}) | (?!\p{N})")
_APOSTROPHES = lazy_pattern(r"(?<=\p{L})['’‘`´ʻʼ](?=\p{L})")
_LETTER_APOSTROPHES = lazy_pattern(r"[ʻʼ]")


@cache
def _written_out() -> Mapping[int, str]:
    """Return what some write for a letter with an umlaut or a ring, small and capital."""
    letters = common("written_out").items()
    return {ord(case(letter)): case(other) for letter, other in letters for case in (str.lower, str.capitalize)}


def may_be_written_out(word: str) -> bool:
    """Return whether a word has an umlaut or the like, for which some write two letters."""
    return not word.isascii() and word.translate(_written_out()) != word


def is_respelling(old: str, new: str, pair: PairView) -> bool:
    """Return whether two texts of a pair are the same letters but for spaces, hyphens, accents and script."""
    old, new = in_one_script(old, pair.language), in_one_script(new, pair.language)
    if not (old and new):
        return False
    if _BETWEEN.sub("", old) == _BETWEEN.sub("", new) or _is_bare(old, new, pair) or _is_bare(new, old, pair):
        return True
    return _drops_apostrophe(old, new, pair.language) or _drops_apostrophe(new, old, pair.language)


def in_capitals(old: str, new: str) -> bool:
    """Return whether one side is set in capitals, where accents are left out: ΑΘΗΝΑ, Αθήνα; ETAT, État."""
    one, other = (old, new) if old.isupper() else (new, old)
    return one.isupper() and not other.isupper() and lacks_marks(fold_case(one), fold_case(other))


def _is_bare(bare: str, marked: str, pair: PairView) -> bool:
    if marked.isascii():  # without marks
        return False
    one, other = _BETWEEN.sub("", bare), _BETWEEN.sub("", marked)
    if lacks_marks(one, other.translate(_written_out())) and one != other and len(one) != len(other):
        return True
    return lacks_marks(one, other) and _may_leave_out(bare, marked, pair)


def _may_leave_out(bare: str, marked: str, pair: PairView) -> bool:
    """Return whether accents that one side leaves out make no other word.

    A name is the same without them; so is a word of a language without accents, and all of a text that has none.
    """
    own = [word for word in marked.split() if has_accents(word) and word not in bare.split()]
    if not own or not _uses_accents(pair.language):
        return True
    if all(word[:1].isupper() for word in own) and not pair.language.nouns_are_capitalised:
        return True
    return pair.leaves_accents_out and not pair.language.marks_are_letters


@cache
def _uses_accents(language: Language) -> bool:
    return any(map(has_accents, language.function_words))


def _drops_apostrophe(bare: str, full: str, language: Language) -> bool:
    """Return whether names lost their apostrophe and no other word differs."""
    if not _APOSTROPHES.search(full):
        return False
    pairs = list(zip(bare.split(), full.split(), strict=False))
    is_as_long = len(pairs) == len(bare.split()) == len(full.split())
    return is_as_long and all(one == other or _is_name_without(one, other, language) for one, other in pairs)


def _is_name_without(bare: str, full: str, language: Language) -> bool:
    """Return whether a name lost its apostrophe; a contraction without it is another word: we're, were."""
    dropped = _APOSTROPHES.sub("", full)
    if dropped == full or not (full[:1].isupper() or _LETTER_APOSTROPHES.search(full)):
        return False
    plain = full.casefold().replace("’", "'")
    if spell_out(plain, language) != plain or without_possessive(plain) != plain:
        return False
    return lacks_marks(bare, dropped)


def hidden_cues(change: ChangeView) -> Iterator[Flag]:
    """Yield what a respelling may hide: "negation" in notable for not able, "number" in often for of ten.

    A word that is torn, nobody in no body, hides nothing: its pieces are read as the word.
    """
    sides = [
        [piece for part in parts if not part.is_mark for piece in part.word.text.split("-")]
        for parts in (change.old, change.new)
    ]
    joined, pieces = sorted(sides, key=len)
    if len(joined) == len(pieces):
        return
    language = change.pair.language
    denies = language.negations
    if pieces[0] in denies and denies.isdisjoint(joined) and not joined[0].endswith(tuple(language.negative_endings)):
        yield "negation"
    numbers = number_values(language)
    if len(joined) == 1 and joined[0] not in numbers and any(word in numbers for word in pieces):
        yield "number"


def are_two_words(change: ChangeView) -> bool:
    """Return whether accents make another word of a word that the tables know: si and sí."""
    sides = [[part.word for part in parts if not part.is_mark] for parts in (change.old, change.new)]
    language = change.pair.language
    return len(sides[0]) == len(sides[1]) and any(
        in_one_script(old.text, language) != in_one_script(new.text, language)
        and _is_known(old, language)
        and _is_known(new, language)
        for old, new in zip(*sides, strict=True)
    )


def _is_known(word: Word, language: Language) -> bool:
    return word.is_function or word.text in cue_words(language)
