"""A change as its flags look at it: its words on both sides, inside the pair that it belongs to."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

import regex

from webapp.engine.changes.flags.amounts import Amount
from webapp.engine.changes.flags.namesakes import Namesakes
from webapp.engine.changes.flags.pairing import pair_words
from webapp.engine.edits.edit import Match
from webapp.engine.edits.pairs import Drawn, Run
from webapp.engine.languages import Language
from webapp.engine.span import Span
from webapp.engine.text.quotations import is_quoted
from webapp.engine.text.vocabulary import Form, Word

_SYMBOL = regex.compile(r"\p{So}|\p{Extended_Pictographic}")
# A sentence tells nothing of names when more than this share of its words of so many letters is capitalised; 0..1,
# defaults .6 and 4 letters, which leaves out what headlines write small.
MAX_CAPITALISED = 0.6
MIN_TITLE_WORD = 4

_ANY_WORD = regex.compile(r"\p{L}[\p{L}\p{M}\p{N}.'’-]*")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """One word or mark of a pair; `index` counts the pair's units."""

    side: "PairSide"
    index: int
    form: Form
    start: int

    @property
    def text(self) -> str:
        """The part as published."""
        return self.form.text

    @property
    def word(self) -> Word:
        """The part as compared."""
        return self.form.word

    @property
    def is_mark(self) -> bool:
        """Tell whether a part is punctuation; an emoji is none, though it is cut like one."""
        return self.form.kind == "punctuation" and not _SYMBOL.match(self.form.text)

    @property
    def before(self) -> "Part | None":
        """The part before this one, if this is not the first of its pair."""
        return self.side.part(self.index - 1) if self.index else None


Cue = Callable[[Part], str | None]


class PairSide:
    """One side of a pair, as parts."""

    def __init__(self, run: Run, sentence_starts: frozenset[int], quoted: Sequence[Sequence[Span]]) -> None:
        self.forms = run.forms
        self.sentence_starts = sentence_starts
        self.amounts: dict[int, Amount | None] = {}
        self._quoted = quoted
        self._run = run

    def part(self, index: int) -> Part:
        """Return one of the parts."""
        return Part(self, index, self.forms[index], self._run.starts[index])

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """All of them."""
        return tuple(map(self.part, range(len(self.forms))))

    @cached_property
    def all_words(self) -> tuple[str, ...]:
        """The words of the whole block, also of what was equal and never cut."""
        return tuple(_ANY_WORD.findall(self._run.text, *self._run.block))

    @cached_property
    def is_title_case(self) -> bool:
        """Tell whether this is a headline that capitalises nearly all its longer words, and tells no names by them."""
        if self._run.text[slice(*self._run.block)].rstrip().endswith((".", "…")):
            return False
        long_words = [word for word in self.all_words if len(word) >= MIN_TITLE_WORD]
        capitalised = sum(word[0].isupper() for word in long_words)
        return len(long_words) > 1 and capitalised > MAX_CAPITALISED * len(long_words)

    def within(self, span: Span | None) -> tuple[Part, ...]:
        """Return the parts that a change's span covers."""
        if span is None:
            return ()
        first, last = (bisect_left(self._run.starts, place) for place in span)
        return tuple(map(self.part, range(first, last)))

    def next_content(self, index: int, step: int) -> Part | None:
        """Return the nearest part with content before another (`step` -1) or behind it (1)."""
        at = bisect_left(self._content, index) - 1 if step < 0 else bisect_right(self._content, index)
        return self.part(self._content[at]) if 0 <= at < len(self._content) else None

    @cached_property
    def _content(self) -> tuple[int, ...]:
        """Indexes of the parts with content, ascending."""
        return tuple(index for index, form in enumerate(self.forms) if form.word.is_content)

    def is_quoted(self, part: Part) -> bool:
        """Tell whether a part stands inside quotation marks, which may have opened sentences before."""
        return any(is_quoted(paragraph, part.start) for paragraph in self._quoted)


class Balance(NamedTuple):
    """How often each cue stands on either side of a pair, and which stand there more often than on the other."""

    old: Counter[str]
    new: Counter[str]
    lost: Counter[str]
    found: Counter[str]


class PairView:
    """A linked pair: both sides and which word stands for which."""

    def __init__(self, drawn: Drawn, old: PairSide, new: PairSide, language: Language) -> None:
        self.old, self.new = old, new
        self.language = language
        self._drawn = drawn
        self._balances: dict[str, Balance] = {}

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of both sides, as compared."""
        return frozenset(form.word.text for form in (*self.old.forms, *self.new.forms))

    @cached_property
    def names_in_new(self) -> Namesakes:
        """Which names of old stand in new."""
        return Namesakes(self.old.all_words, self.new.all_words, self.language)

    @cached_property
    def names_in_old(self) -> Namesakes:
        """Which names of new stand in old."""
        return Namesakes(self.new.all_words, self.old.all_words, self.language)

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """All words that stand for one another: equal, in another form, reordered or replaced."""
        return tuple(pair_words(self.old.forms, self.new.forms, self._drawn.matches))

    @cached_property
    def same_words(self) -> tuple[frozenset[int], frozenset[int]]:
        """Indexes of the words, on either side, that stand on the other too, if in another place or form."""
        same = [
            match
            for match in self.matches
            if match.is_equal or self.old.forms[match.old].word.stem == self.new.forms[match.new].word.stem
        ]
        return frozenset(match.old for match in same), frozenset(match.new for match in same)

    def balance(self, kind: str, cue: Cue) -> "Balance":
        """Count the cues of one kind on both sides; counted once, however many changes ask."""
        if kind not in self._balances:
            old, new = _count(self.old.parts, cue), _count(self.new.parts, cue)
            self._balances[kind] = Balance(old, new, old - new, new - old)
        return self._balances[kind]

    @cached_property
    def displaced(self) -> frozenset[Word]:
        """The words that are lost in one place and found in another."""
        edits = [edit for edit in self._drawn.edits if edit.op != "equal"]
        lost = {form.word for edit in edits for form in self.old.forms[edit.old_start : edit.old_end]}
        found = {form.word for edit in edits for form in self.new.forms[edit.new_start : edit.new_end]}
        return frozenset(lost & found)

    @cached_property
    def quoted_on_one_side(self) -> int:
        """How many equal words of content are quoted on one side and said on the other."""
        return sum(
            match.is_equal
            and self.old.forms[match.old].word.is_content
            and self.old.is_quoted(self.old.part(match.old)) != self.new.is_quoted(self.new.part(match.new))
            for match in self.matches
        )

    @cached_property
    def replacements(self) -> frozenset[tuple[tuple[str | None, ...], tuple[str | None, ...]]]:
        """The content of all changes, before and after."""
        return frozenset((_matter(drawn.old, _content), _matter(drawn.new, _content)) for drawn in self.drawn_changes())

    def drawn_changes(self) -> "Iterator[ChangeView]":
        """Yield the changes that the words of the pair leave between the equal ones, before any tidying."""
        for is_equal, run in groupby(self._drawn.edits, key=lambda edit: edit.op == "equal"):
            if not is_equal:
                edits = list(run)
                old = self.old.parts[edits[0].old_start : edits[-1].old_end]
                yield ChangeView(self, old, self.new.parts[edits[0].new_start : edits[-1].new_end])


def _count(parts: Iterable[Part], cue: Cue) -> Counter[str]:
    return Counter(name for part in parts if (name := cue(part)) is not None)


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change inside its pair."""

    pair: PairView
    old: tuple[Part, ...]
    new: tuple[Part, ...]

    @property
    def parts(self) -> tuple[Part, ...]:
        return (*self.old, *self.new)

    def unbalanced(self, kind: str, cue: Cue, counted: Cue | None = None) -> bool:
        """Tell whether the change holds a cue that one side of the pair has more often than the other.

        The whole pair is asked, not the change: a word that is lost here and found there was not lost, unless another
        of its kind stands in its place: "300 to Lyon and 120 to Nantes", "120 to Lyon and 300 to Nantes". Where a cue
        is made of several words, `counted` has it at one of them only.
        """
        old_cues, new_cues = ({cue(part) for part in parts} - {None} for parts in (self.old, self.new))
        if not (old_cues or new_cues):
            return False
        balance = self.pair.balance(kind, counted or cue)
        return not (old_cues.isdisjoint(balance.lost) and new_cues.isdisjoint(balance.found)) or self.sets_in_place(cue)

    def is_exchange(self) -> bool:
        """Tell whether the content that the change sets for other content stands in that one's place elsewhere."""
        if self.pair.displaced.isdisjoint(part.word for part in self.old if part.word.is_content):
            return False
        turned = (_matter(self.new, _content), _matter(self.old, _content))
        return turned in self.pair.replacements and self.sets_in_place(_content)

    def sets_in_place(self, cue: Cue) -> bool:
        """Tell whether the change sets cues against other cues and nothing else, and the content around it stands.

        In a moved clause other content stands around: "3 in Lyon and 5 in Nantes" for "5 in Nantes and 3 in Lyon".
        """
        old, new = _matter(self.old, cue), _matter(self.new, cue)
        if not (old and new) or None in (*old, *new) or set(old) == set(new):
            return False
        return all((before and before.word) is (after and after.word) for before, after in self.content_around())

    def content_around(self) -> tuple[tuple[Part | None, Part | None], ...]:
        """Return the nearest words of content on both sides, before the change and behind it."""
        old, new = self.pair.old, self.pair.new
        return (
            (old.next_content(self.old[0].index, -1), new.next_content(self.new[0].index, -1)),
            (old.next_content(self.old[-1].index, 1), new.next_content(self.new[-1].index, 1)),
        )


def _matter(parts: Iterable[Part], cue: Cue) -> tuple[str | None, ...]:
    """Return the cues of parts, and None for each part that has content and is no cue."""
    return tuple(name for part in parts if (name := cue(part)) is not None or part.word.is_content)


def _content(part: Part) -> str | None:
    return part.word.text if part.word.is_content else None
