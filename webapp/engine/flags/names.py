"""Names and persons: a name replaced, respelled, dropped or added; a word that makes a person a man or a woman."""

from collections.abc import Iterable

from webapp.engine.document import Document
from webapp.engine.flags.dates import date_value
from webapp.engine.flags.numbers import number_value
from webapp.engine.flags.quote import QUOTATION_MARKS
from webapp.engine.flags.view import ChangeView, PairSide, Part
from webapp.engine.languages import Language

# China and Chinese, Geneva and Geneva-based are one name: so many first letters alike.
SAME_NAME_LETTERS = 4

# In a headline all words are capitalised: a sentence tells nothing of names when more than this share of its content
# words are; 0..1, default .6.
MAX_CAPITALISED = 0.6

_NO_WORDS = frozenset({"punctuation", "number"})
_FULL_STOPS = frozenset({".", "…", "..."})


class Names:
    """Which words are names in these two texts: capitalised inside a sentence, and nowhere written small."""

    def __init__(self, old: Document, new: Document) -> None:
        self._small = old.vocabulary.small_words()
        self._language = old.vocabulary.tokeniser.language

    def is_name(self, side: PairSide, part: Part) -> bool:
        """Tell whether a part is a name. The first word of a sentence is none, unless no capital is due there."""
        if not self._is_capitalised(part) or date_value(part, self._language) or number_value(part, self._language):
            return False
        if part.text.isupper() and len(part.text) > 1:
            return True
        if self._language.nouns_are_capitalised and not self._stands_by_a_name(side, part):
            return False
        return not (_opens_a_sentence(side, part) or _is_in_a_headline(side))

    def _is_capitalised(self, part: Part) -> bool:
        is_capitalised = part.unit.kind == "word" and part.text[:1].isupper() and not part.word.is_function
        return is_capitalised and part.word.text.removesuffix("'s") not in self._small

    def _stands_by_a_name(self, side: PairSide, part: Part) -> bool:
        """Where every noun has a capital, a name is known by another beside it: "Peter Schulze", "Frau Schulze"."""
        neighbours = (part.before, *side.parts[part.index + 1 : part.index + 2])
        return any(neighbour is not None and self._is_capitalised(neighbour) for neighbour in neighbours)


def _opens_a_sentence(side: PairSide, part: Part) -> bool:
    """Tell whether a part is the first word of a sentence, behind its marks and numbers, or of a quotation."""
    before = part.before
    if before is not None and before.text[:1] in QUOTATION_MARKS and side.is_quoted(part):
        return True
    while part.unit.start not in side.sentence_starts and before is not None and before.unit.kind in _NO_WORDS:
        part, before = before, before.before
    return part.unit.start in side.sentence_starts


def _is_in_a_headline(side: PairSide) -> bool:
    """Tell whether nearly all words are capitalised, and the line does not end as prose does."""
    if any(part.text in _FULL_STOPS for part in side.parts[-2:]):
        return False
    content = [part for part in side.parts if part.unit.kind == "word" and part.word.is_content]
    return len(content) > 1 and sum(part.text[:1].isupper() for part in content) > MAX_CAPITALISED * len(content)


def is_name_change(change: ChangeView, names: Names) -> bool:
    """Tell whether a name was lost, found or replaced, or a person became another."""
    return is_person_change(change) or _has_other_names(change, names)


def is_person_change(change: ChangeView) -> bool:
    """Tell whether a pronoun, a title or a role makes another person of somebody: her, his; spokesperson, spokesman."""
    old, new = (_genders(parts, change.pair.language) for parts in (change.old, change.new))
    return bool(old and new and old != new)


def _genders(parts: Iterable[Part], language: Language) -> set[str]:
    tables = {"m": language.masculine, "f": language.feminine, "n": language.neutral}
    return {gender for part in parts for gender, table in tables.items() if part.word.text in table}


def _has_other_names(change: ChangeView, names: Names) -> bool:
    old, new = change.pair.old, change.pair.new
    lost = [part for part in change.old if names.is_name(old, part) and not _stands_in(part, new.parts)]
    found = [part for part in change.new if names.is_name(new, part) and not _stands_in(part, old.parts)]
    return bool(lost or found)


def _stands_in(name: Part, parts: Iterable[Part]) -> bool:
    """Tell whether a name stands among parts: in another form, inside a compound, or by its initials."""
    return any(_is_same_name(name, part) for part in parts) or _has_initials(name.text, parts)


def _is_same_name(one: Part, other: Part) -> bool:
    old, new = _bare(one.word.text), _bare(other.word.text)
    return old == new or old[:SAME_NAME_LETTERS] == new[:SAME_NAME_LETTERS] and len(old) > SAME_NAME_LETTERS


def _has_initials(name: str, parts: Iterable[Part]) -> bool:
    """`UN` stands in "United Nations", and each word of it in `UN`."""
    capitals = "".join(part.text[0] for part in parts if part.text[:1].isupper())
    acronym = name.replace(".", "")
    if acronym.isupper() and len(acronym) > 1:
        return acronym in capitals
    acronyms = (part.text.replace(".", "") for part in parts)
    return any(text.isupper() and 1 < len(text) <= 6 and name[:1] in text for text in acronyms)


def _bare(word: str) -> str:
    return word.removesuffix("'s").replace(".", "")
