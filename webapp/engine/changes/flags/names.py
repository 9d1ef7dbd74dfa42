"""Which words are names."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from webapp.engine.changes.flags.dates import date_value
from webapp.engine.changes.flags.namesakes import bare, has_capital, is_acronym
from webapp.engine.changes.flags.numbers import number_value
from webapp.engine.changes.flags.parts import PairSide, Part
from webapp.engine.changes.flags.quote import QUOTATION_MARKS
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import cue_words
from webapp.engine.text.document import Document
from webapp.engine.text.forms import Form
from webapp.patterns import lazy_pattern

_SMALL_WORD = lazy_pattern(r"(?<!\p{L})\p{Ll}[\p{L}\p{M}'’]*")

_PLAIN_MARKS = '.,;:!?()[]"“”'

_INNER_CAPITAL = lazy_pattern(r"(?<=\p{Ll},?[ \u00a0])\p{Lu}[\p{L}\p{M}'’-]*")

_NO_WORDS = frozenset({"punctuation", "number"})


class Names:
    """Which words are names in these two texts: capitalised inside a sentence, and nowhere written small."""

    def __init__(self, old: Document, new: Document, language: Language) -> None:
        self._texts = (old.text, new.text)
        self._language = language

    def is_name(self, part: Part) -> bool:
        """Return whether a part is a name. The first word of a sentence must have a capital elsewhere too."""
        side, language = part.side, self._language
        if not self._is_capitalised(part) or date_value(part.form, language) or number_value(part.form, language):
            return False
        if is_acronym(part.text) or _is_initialled(side, part):
            return True
        if _is_title(side, part, language):
            return False
        if language.nouns_are_capitalised and not self._stands_by_a_name(side, part):
            return False
        is_due = _opens_a_sentence(side, part) and not self._is_capitalised_inside(part)
        return not (is_due or side.is_title_case)

    def may_be_name(self, part: Part) -> bool:
        """Return whether a part may be a name: capitalised, nowhere written small, and no word of the tables."""
        language = self._language
        if not self._is_capitalised(part) or date_value(part.form, language) or number_value(part.form, language):
            return False
        return not (part.word.text in cue_words(language) or _is_title(part.side, part, language))

    def _is_capitalised(self, part: Part) -> bool:
        is_capitalised = part.form.kind == "word" and has_capital(part.text) and not part.word.is_function
        is_capitalised = is_capitalised and not part.is_label
        return is_capitalised and bare(part.text) not in self._small_words

    @cached_property
    def _small_words(self) -> frozenset[str]:
        """All words written with a small first letter; computed for the first name."""
        chunks = set(self._texts[0].split())
        chunks.update(self._texts[1].split())
        return frozenset(_small_words(chunks))

    def _is_capitalised_inside(self, part: Part) -> bool:
        """Return whether a word has a capital where grammar requires none; not in German, where all nouns have one."""
        return not self._language.nouns_are_capitalised and bare(part.text) in self._inner_capitals

    @cached_property
    def _inner_capitals(self) -> frozenset[str]:
        """All words written with a capital behind a small word or a comma."""
        words = {word for text in self._texts for word in _INNER_CAPITAL.findall(text)}
        return frozenset(bare("\n".join(words)).split("\n"))

    def _stands_by_a_name(self, side: PairSide, part: Part) -> bool:
        """Where every noun has a capital, a name is known by another beside it: "Peter Schulze", "Frau Schulze"."""
        first, end = max(part.index - 1, 0), min(part.index + 2, len(side.forms))
        return any(self._is_capitalised(one) for one in side.parts(first, end) if one.index != part.index)


def _small_words(chunks: Iterable[str]) -> Iterator[str]:
    """Yield the bare words of chunks that begin with a small letter. Most chunks are one plain word and maybe marks."""
    others: list[str] = []
    for chunk in chunks:
        word = chunk.strip(_PLAIN_MARKS)
        if not (word.isascii() and word.isalpha()):
            others.append(chunk)
        elif word.islower():
            yield word
    yield from bare("\n".join(filter(str.islower, _SMALL_WORD.findall(" ".join(others))))).split("\n")


def _is_initialled(side: PairSide, part: Part) -> bool:
    """Return whether a part is the initial of a name or stands behind one: both of "J. Feldmann", in headlines too."""
    following = side.forms[part.index + 1 : part.index + 3]
    if _is_initial(part.text, following):
        return True
    before = side.forms[max(part.index - 2, 0) : part.index]
    return len(before) == 2 and _is_initial(before[0].text, (*before[1:], part.form))


def _is_title(side: PairSide, part: Part, language: Language) -> bool:
    """Return whether a part is the title of the name behind it: President Macron; but Martin Luther King."""
    following = side.forms[part.index + 1 : part.index + 2]
    return part.word.text in language.titles and bool(following) and has_capital(following[0].text)


def _is_initial(text: str, following: Sequence[Form]) -> bool:
    is_followed = len(following) == 2 and following[0].text == "." and following[1].text[:1].isupper()
    return len(text) == 1 and text.isupper() and is_followed


def _opens_a_sentence(side: PairSide, part: Part) -> bool:
    """Return whether a part is the first word of a sentence, behind its marks and numbers, or of a quotation."""
    before = part.before
    if before is not None and before.text[:1] in QUOTATION_MARKS and side.is_quoted(part):
        return True
    while part.start not in side.sentence_starts and before is not None and before.form.kind in _NO_WORDS:
        part, before = before, before.before
    return part.start in side.sentence_starts
