"""The words and marks of one side of a pair, as the flags look at them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from webapp.engine.changes.flags.quantities import Quantity, number_passages, quantities
from webapp.engine.edits.runs import SentenceRun
from webapp.engine.languages.language import Language
from webapp.engine.span import Span
from webapp.engine.text.forms import Form, Word
from webapp.engine.text.quotations import is_quoted
from webapp.patterns import lazy_pattern

_SYMBOL = lazy_pattern(r"\p{So}|\p{Extended_Pictographic}")

# A sentence with a larger share of its longer words capitalised is a headline: its capitals mark no names.
# Range: .30–.95 share of longer words
# Why: `test_a_headline_tells_nothing_of_names`
MAX_CAPITALISED = 0.6

# Length from which a headline capitalises a word.
# Range: 1–7 letters
# Why: headlines write short function words small
MIN_TITLE_WORD = 4

_ANY_WORD = lazy_pattern(r"\p{L}[\p{L}\p{M}\p{N}.'’-]*")


@dataclass(slots=True, eq=False)
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
        """Return whether a part is punctuation or a label; an emoji is not, though it is tokenised as a mark."""
        if self.is_label:
            return True
        return self.form.kind == "punctuation" and not _SYMBOL.match(self.form.text)

    @property
    def is_label(self) -> bool:
        """Return whether a part labels its line or points to a note: it counts for nothing in the text."""
        return self.index in self.side.labels

    @property
    def is_of_quantity(self) -> bool:
        """Return whether a part belongs to a number: the sign of a currency does, though it is tokenised as a mark."""
        return self.index in self.side.near_numbers and self.index in self.side.quantities_at

    @property
    def before(self) -> "Part | None":
        """The part before this one, if this is not the first of its pair."""
        return self.side.part(self.index - 1) if self.index else None


class PairSide:
    """One side of a pair, as parts; `is_speech`: a dash opens its paragraph, as it does a speech."""

    def __init__(
        self,
        run: SentenceRun,
        sentence_starts: frozenset[int],
        quoted: Sequence[Sequence[Span]],
        language: Language,
        is_speech: bool = False,
    ) -> None:
        self.forms = run.forms
        self.is_speech = is_speech
        self.sentence_starts = sentence_starts
        self.language = language
        self._quoted = quoted
        self._run = run

    def part(self, index: int) -> Part:
        """Return the part of a unit."""
        return Part(self, index, self.forms[index], self._run.starts[index])

    def parts(self, first: int, end: int) -> tuple[Part, ...]:
        """Return the parts of the units from `first` to `end`. They are not kept: parts lead back to their side."""
        return tuple(map(self.part, range(first, end)))

    @cached_property
    def _passages(self) -> tuple[range, ...]:
        return tuple(number_passages(self.forms, self.language))

    @cached_property
    def near_numbers(self) -> frozenset[int]:
        """The indexes of the parts that stand near a figure or a number word; no other belongs to a quantity."""
        return frozenset(chain.from_iterable(self._passages))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """The quantities of this side, in order."""
        found = chain.from_iterable(quantities(self.forms, passage, self.language) for passage in self._passages)
        return tuple(one for one in found if one.head not in self.labels)

    @cached_property
    def labels(self) -> frozenset[int]:
        """The indexes of the parts that are labels of lines and marks of notes."""
        starts = self._run.starts
        places = (range(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in self._run.labels)
        return frozenset(index for indexes in places for index in indexes)

    @cached_property
    def quantities_at(self) -> dict[int, list[Quantity]]:
        """The quantities that each part belongs to, by the part's index; a part of none is left out."""
        found: defaultdict[int, list[Quantity]] = defaultdict(list)
        for quantity in self.quantities:
            for index in range(quantity.start, quantity.end):
                found[index].append(quantity)
        return dict(found)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of all parts."""
        return frozenset([form.word.stem for form in self.forms])

    @cached_property
    def all_words(self) -> tuple[str, ...]:
        """The words of the whole block, also of what was equal and never cut."""
        return tuple(_ANY_WORD.findall(self._run.text, *self._run.block))

    @cached_property
    def is_title_case(self) -> bool:
        """Return whether this is a headline with nearly all longer words capitalised: capitals mark no names."""
        if self._run.text[slice(*self._run.block)].rstrip().endswith((".", "…")):
            return False
        long_words = [word for word in self.all_words if len(word) >= MIN_TITLE_WORD]
        capitalised = sum(word[0].isupper() for word in long_words)
        return len(long_words) > 1 and capitalised > MAX_CAPITALISED * len(long_words)

    @property
    def holds_marks_only(self) -> bool:
        """Return whether this side is nothing but punctuation."""
        return all(form.kind == "punctuation" and not _SYMBOL.match(form.text) for form in self.forms)

    @property
    def has_quotation(self) -> bool:
        """Return whether words of this side are inside quotation marks."""
        start, end = self._run.block
        return any(span.start < end and start < span.end for paragraph in self._quoted for span in paragraph)

    def within(self, span: Span | None) -> tuple[Part, ...]:
        """Return the parts that a change's span covers."""
        if span is None:
            return ()
        first, last = (bisect_left(self._run.starts, place) for place in span)
        return self.parts(first, last)

    def next_content(self, index: int, step: int) -> Part | None:
        """Return the nearest part with content before another (`step` -1) or behind it (1)."""
        at = bisect_left(self._content, index) - 1 if step < 0 else bisect_right(self._content, index)
        return self.part(self._content[at]) if 0 <= at < len(self._content) else None

    @cached_property
    def _content(self) -> tuple[int, ...]:
        """Indexes of the parts with content, ascending."""
        return tuple(index for index, form in enumerate(self.forms) if form.word.is_content)

    def is_quoted(self, part: Part) -> bool:
        """Return whether a part is inside quotation marks, which may have opened sentences before."""
        return any(is_quoted(paragraph, part.start) for paragraph in self._quoted)
