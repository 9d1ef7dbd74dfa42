"""A pair as its flags look at it: both sides, and which word became which."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from webapp.engine.changes.flags.namesakes import Namesakes, has_capital
from webapp.engine.changes.flags.pairing import pair_words
from webapp.engine.changes.flags.parts import PairSide, Part
from webapp.engine.changes.flags.widening import Widener
from webapp.engine.edits.edit import Match
from webapp.engine.edits.runs import Drawn
from webapp.engine.languages.language import Language
from webapp.engine.languages.skeleton import has_accents
from webapp.engine.text.forms import Form, Word

# Accents that one side of a pair has and the other left out, all of them: it was written without any.
# Range: 2–5 words
# Why: one word may be another: forderte, förderte
# Cases: 0
MIN_ACCENTS_LEFT_OUT = 2

Parts = tuple[Part, ...]
Matter = tuple[str | None, ...]


class Balance(NamedTuple):
    """How often each cue occurs on either side of a pair, and which occur more often there than on the other."""

    old: Counter[str]
    new: Counter[str]
    lost: Counter[str]
    found: Counter[str]


def _are_forms_of_one(old: Word, new: Word) -> bool:
    """Return whether two words begin alike; if accents are all that differs, they are two: forderte, förderte."""
    return old is new or (old.stem == new.stem and old.skeleton != new.skeleton)


class PairView:
    """A linked pair: both sides and which word became which."""

    def __init__(self, drawn: Drawn, old: PairSide, new: PairSide, language: Language) -> None:
        self.old, self.new = old, new
        self.language = language
        self._drawn = drawn
        self._balances: dict[Cue, Balance] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of both sides, as compared."""
        return frozenset(form.word.text for form in (*self.old.forms, *self.new.forms))

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All matched words: equal, in another form, reordered or replaced."""
        return tuple(pair_words(self.old.forms, self.new.forms, tuple(self._drawn.matches)))

    @cached_property
    def widener(self) -> Widener:
        """What widens a change of this pair to whole quantities."""
        return Widener(self.old, self.new, self._drawn.edits)

    @cached_property
    def leaves_accents_out(self) -> bool:
        """Whether one side has no accent at all and the other several: one more says little of a single word."""
        counts = [sum(has_accents(form.word.text) for form in side.forms) for side in (self.old, self.new)]
        return min(counts) == 0 and max(counts) >= MIN_ACCENTS_LEFT_OUT

    @cached_property
    def all_parts(self) -> tuple[Parts, Parts]:
        """All parts of both sides."""
        return self.old.parts(0, len(self.old.forms)), self.new.parts(0, len(self.new.forms))

    @cached_property
    def namesakes(self) -> tuple[Namesakes, Namesakes]:
        """Which names of old occur in new, and which of new in old."""
        old, new = self.old.all_words, self.new.all_words
        return Namesakes(old, new, self.language), Namesakes(new, old, self.language)

    def stands_for(self, part: Part) -> bool:
        """Return whether a word is an acronym that the other side spells out, or a word of one: no other name."""
        return has_capital(part.text) and self.namesakes[part.side is not self.old].stands_for(part.text)

    def is_elsewhere(self, part: Part) -> bool:
        """Return whether a word of one side is on the other too, maybe in another place or form."""
        is_old = part.side is self.old
        if part.word.stem not in (self.new if is_old else self.old).stems:
            return False
        return part.index in self._same_words[not is_old]

    def stands(self, part: Part) -> bool:
        """Return whether a word is equal at its place on the other side, though its sentence may be shown whole."""
        return part.index in self._standing[part.side is not self.old]

    @cached_property
    def _standing(self) -> tuple[frozenset[int], frozenset[int]]:
        equal = [edit for edit in self._drawn.edits if edit.op == "equal"]
        return (
            frozenset(index for edit in equal for index in range(edit.old_start, edit.old_end)),
            frozenset(index for edit in equal for index in range(edit.new_start, edit.new_end)),
        )

    @cached_property
    def _same_words(self) -> tuple[frozenset[int], frozenset[int]]:
        """Indexes of the words on either side that are on the other too, maybe in another place or form."""
        same = [
            match
            for match in self.matches
            if match.is_equal or _are_forms_of_one(self.old.forms[match.old].word, self.new.forms[match.new].word)
        ]
        return frozenset(match.old for match in same), frozenset(match.new for match in same)

    def balance(self, cue: "Cue") -> Balance:
        """Count the cues of one kind on both sides; cached per kind."""
        if cue not in self._balances:
            old, new = (self._count(parts, cue) for parts in self.all_parts)
            self._balances[cue] = Balance(old, new, old - new, new - old)
        return self._balances[cue]

    def _count(self, parts: Iterable[Part], cue: "Cue") -> Counter[str]:
        return Counter(name for part in parts if (name := cue(part, self)) is not None)

    @cached_property
    def displaced(self) -> frozenset[Word]:
        """The words that are lost in one place and found in another."""
        edits = [edit for edit in self._drawn.edits if edit.op != "equal"]
        lost = {form.word for edit in edits for form in self.old.forms[edit.old_start : edit.old_end]}
        found = {form.word for edit in edits for form in self.new.forms[edit.new_start : edit.new_end]}
        return frozenset(lost & found)

    @cached_property
    def quoted_on_one_side(self) -> int:
        """How many equal content words are inside quotation marks on one side only; words of a title do not count."""
        return sum(
            match.is_equal
            and self.old.forms[match.old].word.is_content
            and not self._may_be_of_title(self.old.forms[match.old])
            and self.old.is_quoted(self.old.part(match.old)) != self.new.is_quoted(self.new.part(match.new))
            for match in self.matches
        )

    def _may_be_of_title(self, form: Form) -> bool:
        """Return whether a word may be one of a title, "War and Peace", which is set in marks or in another type."""
        return form.text[:1].isupper() and not self.language.nouns_are_capitalised

    @cached_property
    def replacements(self) -> frozenset[tuple[Matter, Matter]]:
        """The content of all changes, before and after."""
        return frozenset((self.matter(old, content), self.matter(new, content)) for old, new in self.drawn_changes)

    @cached_property
    def drawn_changes(self) -> tuple[tuple[Parts, Parts], ...]:
        """The parts between the equal words of the pair, before and after, before any tidying."""
        changes: list[tuple[Parts, Parts]] = []
        for is_equal, run in groupby(self._drawn.edits, key=lambda edit: edit.op == "equal"):
            if not is_equal:
                edits = list(run)
                old = self.old.parts(edits[0].old_start, edits[-1].old_end)
                changes.append((old, self.new.parts(edits[0].new_start, edits[-1].new_end)))
        return tuple(changes)

    def matter(self, parts: Iterable[Part], cue: "Cue") -> Matter:
        """Return the cues of parts, and None for each part that has content and is no cue."""
        return tuple(name for part in parts if (name := cue(part, self)) is not None or part.word.is_content)


Cue = Callable[[Part, PairView], str | None]
"""What a part counts for under one kind of flag, by name: "no" for each negation; None for nothing."""


def content(part: Part, _pair: PairView) -> str | None:
    """Name each word of content by itself."""
    return part.word.text if part.word.is_content else None
