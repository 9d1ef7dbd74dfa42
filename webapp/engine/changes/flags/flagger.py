"""Asks each kind of flag about each change."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial

from webapp.engine.changes.flags.attribution import is_attribution_change
from webapp.engine.changes.flags.cues import is_hedge_change, is_negation_change, is_plain_word
from webapp.engine.changes.flags.dates import is_date_change
from webapp.engine.changes.flags.names import Names, is_name_change
from webapp.engine.changes.flags.numbers import is_number_change
from webapp.engine.changes.flags.quote import is_quote_change, quotes_otherwise
from webapp.engine.changes.flags.surface import Skins
from webapp.engine.changes.flags.view import ChangeView, PairSide, PairView
from webapp.engine.changes.flags.wording import is_wording_change
from webapp.engine.edits.pairs import Drawn, PairResult, Run
from webapp.engine.model import FLAGS, Flag
from webapp.engine.span import Span
from webapp.engine.text.document import Document
from webapp.engine.text.quotations import quotations

# In a rewritten sentence only tight changes are worth a flag: at most so many content words on either side.
MAX_TIGHT_WORDS = 4


Question = Callable[[ChangeView], bool]

# The other questions hang on capitals, digits, marks or words of a table: most changes of a word have none of them.
_ASKED_OF_ANY_WORD: dict[Flag, Question] = {"quote": is_quote_change, "wording": is_wording_change}


class Flagger:
    """Flags the changes of one comparison; made once for it."""

    def __init__(self, old: Document, new: Document) -> None:
        self.old, self.new = old, new
        self._names = Names(old, new)
        self._skins = Skins(old.vocabulary.tokeniser.language)
        self._quotations = cache(self._find_quotations)
        self._view = lru_cache(maxsize=1)(self._make_view)
        self._is_plain = cache(partial(is_plain_word, language=old.vocabulary.tokeniser.language))
        self._questions: dict[Flag, Question] = {
            **_ASKED_OF_ANY_WORD,
            "number": is_number_change,
            "date": is_date_change,
            "name": lambda change: is_name_change(change, self._names),
            "negation": is_negation_change,
            "hedge": is_hedge_change,
            "attribution": is_attribution_change,
        }

    def flags(self, result: PairResult, old: Span | None, new: Span | None) -> tuple[Flag, ...]:
        """Return the flags of a change, in the order of `FLAGS`; what has no words drawn has none."""
        if result.drawn is None:
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
        skin = self._skins.flags(change)
        if skin:
            yield from skin
            if "punctuation" in skin and is_quote_change(change) and quotes_otherwise(change):
                yield "quote"
            return
        is_plain = all(self._is_plain(part.form) for part in change.parts)
        questions = _ASKED_OF_ANY_WORD if is_plain else self._questions
        yield from (flag for flag, asks in questions.items() if asks(change))

    def _make_view(self, drawn: Drawn) -> PairView:
        old, new = self._side(self.old, drawn.old), self._side(self.new, drawn.new)
        return PairView(drawn, old, new, self.old.vocabulary.tokeniser.language)

    def _side(self, document: Document, run: Run) -> PairSide:
        paragraphs = sorted({document.paragraph_of(sentence) for sentence in run.sentences})
        quoted = [self._quotations(document, index) for index in paragraphs]
        starts = frozenset(document.sentences[sentence].start for sentence in run.sentences)
        return PairSide(run, starts, quoted)

    def _find_quotations(self, document: Document, paragraph: int) -> tuple[Span, ...]:
        return tuple(quotations(document.text, document.paragraphs[paragraph]))
