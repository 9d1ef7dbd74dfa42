"""Asks each kind of flag about each change."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from webapp.engine.document import Document
from webapp.engine.flags.cues import is_attribution_change, is_hedge_change, is_negation_change
from webapp.engine.flags.dates import is_date_change
from webapp.engine.flags.names import Names, is_name_change
from webapp.engine.flags.numbers import is_number_change
from webapp.engine.flags.quote import is_quote_change, quotes_otherwise
from webapp.engine.flags.surface import surface_flags
from webapp.engine.flags.view import ChangeView, PairSide, PairView
from webapp.engine.flags.wording import is_wording_change
from webapp.engine.model import FLAGS, Flag, Span
from webapp.engine.pairs import Drawn, PairResult, Run
from webapp.engine.quotations import quotations

# A pair of more words than this is no pair of sentences but a text without full stops: it is not flagged.
MAX_FLAGGED_UNITS = 4000

# In a rewritten sentence only tight changes are worth a flag: at most so many content words on either side.
MAX_TIGHT_WORDS = 4


class Flagger:
    """Flags the changes of one comparison; made once for it."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self._names = Names(old, new)
        self._view = lru_cache(maxsize=1)(self._make_view)

    def flags(self, result: PairResult, old: Span | None, new: Span | None) -> tuple[Flag, ...]:
        """Return the flags of a change, in the order of `FLAGS`; a sentence dropped or added whole has none."""
        if result.drawn is None or _is_too_long(result.drawn):
            return ()
        if self._is_blank(old, new):
            return ("spacing",)
        pair = self._view(result.drawn)
        raised: set[Flag] = set()
        for change in self._asked(result, pair, old, new):
            raised.update(self._flags_of(change))
        return tuple(flag for flag in FLAGS if flag in raised)

    def _is_blank(self, old: Span | None, new: Span | None) -> bool:
        before = self.old.text[slice(*old)] if old else ""
        after = self.new.text[slice(*new)] if new else ""
        return not (before + after).strip()

    def _asked(self, result: PairResult, pair: PairView, old: Span | None, new: Span | None) -> Iterator[ChangeView]:
        """Yield the change itself or, where a sentence is shown whole, the tight changes inside it."""
        if result.pair.relation != "rewritten":
            yield ChangeView(pair, pair.old.within(old), pair.new.within(new))
            return
        for change in pair.drawn_changes():
            sides = [sum(part.word.is_content for part in parts) for parts in (change.old, change.new)]
            if min(sides) > 0 and max(sides) <= MAX_TIGHT_WORDS:
                yield change

    def _flags_of(self, change: ChangeView) -> Iterator[Flag]:
        skin = surface_flags(change)
        if skin:
            yield from skin
            if "punctuation" in skin and is_quote_change(change) and quotes_otherwise(change):
                yield "quote"
            return
        questions: dict[Flag, Callable[[ChangeView], bool]] = {
            "quote": is_quote_change,
            "number": is_number_change,
            "date": is_date_change,
            "name": lambda change: is_name_change(change, self._names),
            "negation": is_negation_change,
            "hedge": is_hedge_change,
            "attribution": is_attribution_change,
            "wording": is_wording_change,
        }
        yield from (flag for flag, asks in questions.items() if asks(change))

    def _make_view(self, drawn: Drawn) -> PairView:
        words, language = self.old.vocabulary.words, self.old.vocabulary.tokeniser.language
        old, new = self._side(self.old, drawn.old), self._side(self.new, drawn.new)
        return PairView(drawn, old, new, words, language)

    def _side(self, document: Document, run: Run) -> PairSide:
        paragraphs = sorted({document.paragraph_of(sentence) for sentence in run.sentences})
        quoted = [span for index in paragraphs for span in quotations(document.text, document.paragraphs[index])]
        starts = frozenset(document.sentences[sentence].start for sentence in run.sentences)
        return PairSide(run, document.vocabulary.words, quoted, starts)


def _is_too_long(drawn: Drawn) -> bool:
    return len(drawn.old.units) + len(drawn.new.units) > MAX_FLAGGED_UNITS
