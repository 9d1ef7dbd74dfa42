"""Names and persons: a name replaced, respelled, dropped or added; a word that makes a person a man or a woman."""

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache, partial
from itertools import groupby

import regex

from webapp.engine.changes.flags.dates import date_value
from webapp.engine.changes.flags.namesakes import Namesakes, bare
from webapp.engine.changes.flags.numbers import number_value
from webapp.engine.changes.flags.quote import QUOTATION_MARKS
from webapp.engine.changes.flags.view import ChangeView, PairSide, PairView, Part
from webapp.engine.languages import Language
from webapp.engine.text.document import Document
from webapp.engine.text.vocabulary import Word

_SMALL_WORD = regex.compile(r"(?<!\p{L})\p{Ll}[\p{L}\p{M}'’]*")

_INNER_CAPITAL = regex.compile(r"(?<=\p{Ll},?[ \u00a0])\p{Lu}[\p{L}\p{M}'’-]*")

Words = tuple[Word, ...]

_NO_WORDS = frozenset({"punctuation", "number"})


class Names:
    """Which words are names in these two texts: capitalised inside a sentence, and nowhere written small."""

    def __init__(self, old: Document, new: Document) -> None:
        self._texts = (old.text, new.text)
        self._language = old.vocabulary.tokeniser.language
        self.exchanged = lru_cache(maxsize=1)(self._find_exchanged)

    def is_name(self, side: PairSide, part: Part) -> bool:
        """Tell whether a part is a name. The first word of a sentence is one only when it has its capital elsewhere."""
        language = self._language
        if not self._is_capitalised(part) or date_value(part.form, language) or number_value(part.form, language):
            return False
        if part.text.isupper() and len(part.text) > 1:
            return True
        if language.nouns_are_capitalised and not self._stands_by_a_name(side, part):
            return False
        is_due = _opens_a_sentence(side, part) and not self._is_capitalised_inside(part)
        return not (is_due or side.is_title_case)

    def is_lost(self, part: Part, other: Namesakes) -> bool:
        """Tell whether a part is a name that does not stand on the other side."""
        return self.is_name(part.side, part) and not other.has(part.text)

    def _find_exchanged(self, pair: PairView) -> frozenset[Word]:
        """Return the names of a pair that changed places around words that stand; "A and B" may be "B and A"."""
        around = set(self._neighbours(pair.old))
        turned = ((second, between, first) for first, between, second in self._neighbours(pair.new))
        return frozenset(word for first, _, second in around.intersection(turned) for word in (*first, *second))

    def _neighbours(self, side: PairSide) -> Iterator[tuple[Words, Words, Words]]:
        """Yield each name of a side with the next one, and the words between them where there is content in these."""
        stretches = [
            (is_name, tuple(part.word for part in run if part.form.kind == "word"))
            for is_name, run in groupby(side.parts, partial(self.is_name, side))
        ]
        for (is_name, first), (_, between), (_, second) in zip(stretches, stretches[1:], stretches[2:], strict=False):
            if is_name and any(word.is_content for word in between):
                yield first, between, second

    def _is_capitalised(self, part: Part) -> bool:
        is_capitalised = part.form.kind == "word" and part.text[:1].isupper() and not part.word.is_function
        return is_capitalised and bare(part.text) not in self._small_words

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """All words written with a small first letter; looked up once a name is asked for."""
        return frozenset().union(*map(_small_words, self._texts))

    def _is_capitalised_inside(self, part: Part) -> bool:
        """Tell whether a word has its capital where none is due; where every noun has one, that tells nothing."""
        return not self._language.nouns_are_capitalised and bare(part.text) in self._inner_capitals

    @cached_property
    def _inner_capitals(self) -> frozenset[str]:
        """All words written with a capital behind a small word or a comma."""
        words = {word for text in self._texts for word in _INNER_CAPITAL.findall(text)}
        return frozenset(bare("\n".join(words)).split("\n"))

    def _stands_by_a_name(self, side: PairSide, part: Part) -> bool:
        """Where every noun has a capital, a name is known by another beside it: "Peter Schulze", "Frau Schulze"."""
        neighbours = (part.before, *side.parts[part.index + 1 : part.index + 2])
        return any(neighbour is not None and self._is_capitalised(neighbour) for neighbour in neighbours)


def _small_words(text: str) -> list[str]:
    chunks = " ".join(set(text.split()))
    return bare("\n".join(_SMALL_WORD.findall(chunks))).split("\n")


def _opens_a_sentence(side: PairSide, part: Part) -> bool:
    """Tell whether a part is the first word of a sentence, behind its marks and numbers, or of a quotation."""
    before = part.before
    if before is not None and before.text[:1] in QUOTATION_MARKS and side.is_quoted(part):
        return True
    while part.start not in side.sentence_starts and before is not None and before.form.kind in _NO_WORDS:
        part, before = before, before.before
    return part.start in side.sentence_starts


def is_name_change(change: ChangeView, names: Names) -> bool:
    """Tell whether a name was lost, found or replaced, two changed places, or a person became another."""
    return is_person_change(change) or _has_other_names(change, names) or _is_exchange(change, names)


def is_person_change(change: ChangeView) -> bool:
    """Tell whether a pronoun, a title or a role makes another person of somebody: her, his; spokesperson, spokesman."""
    old, new = (_genders(parts, change.pair.language) for parts in (change.old, change.new))
    return bool(old and new and old != new)


def _genders(parts: Iterable[Part], language: Language) -> set[str]:
    tables = {"m": language.masculine, "f": language.feminine, "n": language.neutral}
    return {gender for part in parts for gender, table in tables.items() if part.word.text in table}


def _has_other_names(change: ChangeView, names: Names) -> bool:
    pair = change.pair
    is_lost = any(names.is_lost(part, pair.names_in_new) for part in change.old)
    return is_lost or any(names.is_lost(part, pair.names_in_old) for part in change.new)


def _is_exchange(change: ChangeView, names: Names) -> bool:
    """Tell whether a name gave way to another in its place, or two stand the other way round: A sued B, B sued A."""
    displaced = [part for part in change.parts if part.word in change.pair.displaced]
    own = {part.word for part in displaced if names.is_name(part.side, part)}
    if not own:
        return False
    if change.is_exchange():
        return not any(part and names.is_name(part.side, part) for parts in change.content_around() for part in parts)
    return not own.isdisjoint(names.exchanged(change.pair))
