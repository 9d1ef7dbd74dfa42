"""Asks each kind of flag about each change."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from webapp.engine.changes.flags.attribution import is_attribution_change
from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.dates import is_date_change
from webapp.engine.changes.flags.doubts import doubts, doubts_of_whole
from webapp.engine.changes.flags.hedge import is_hedge_change
from webapp.engine.changes.flags.named import PairNames, is_name_change
from webapp.engine.changes.flags.names import Names
from webapp.engine.changes.flags.namesakes import has_capital
from webapp.engine.changes.flags.negation import is_negation_change, may_be_cue
from webapp.engine.changes.flags.numbers import is_number_change
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import PairSide
from webapp.engine.changes.flags.quote import is_quote_change, quotes_otherwise
from webapp.engine.changes.flags.respelling import are_two_words, hidden_cues
from webapp.engine.changes.flags.surface import Skins, have_other_values, have_other_words
from webapp.engine.changes.flags.turns import is_sense_change
from webapp.engine.changes.flags.voices import changes_voice
from webapp.engine.changes.flags.whole import WholeSentences
from webapp.engine.changes.flags.wording import is_wording_change
from webapp.engine.context import Context
from webapp.engine.edits.pairs import PairEdits
from webapp.engine.edits.runs import Drawn, SentenceRun
from webapp.engine.model import FLAGS, Flag, GroupName
from webapp.engine.span import Span
from webapp.engine.text.document import Document
from webapp.engine.text.quotations import quotations

# In a rewritten pair changes with at most this many content words a side are asked by themselves too.
# Range: 1–10 content words
# Why: on the rewrites false alarms fell from 34 of 69 to 7 of 26 in a trial
# Cases: 12: *828cloud-archive--nextshark-rewrite*, *back-translation--nextshark-rewrite* …
MAX_TIGHT_WORDS = 4

_DASHES = frozenset("—–―")

Question = Callable[[ChangeView], bool]

# The other questions need digits, marks or words of a table; most changes have none of these.
_ASKED_OF_ANY_WORD: dict[Flag, Question] = {"quote": is_quote_change, "wording": is_wording_change}
_ASKED_OF_CUES: dict[Flag, Question] = {
    "number": is_number_change,
    "date": is_date_change,
    "negation": is_negation_change,
    "hedge": is_hedge_change,
    "attribution": lambda change: is_attribution_change(change) or changes_voice(change),
    "sense": is_sense_change,
}
_QUESTIONS = _ASKED_OF_ANY_WORD | _ASKED_OF_CUES


class Flagger:
    """What the flags of all pairs of one comparison share; `doubted`: the groups that a change may belong to."""

    def __init__(self, old: Document, new: Document, context: Context) -> None:
        self.old, self.new = old, new
        self.names = Names(old, new, context.language)
        self.skins = Skins(context.language)
        self.language = context.language
        self.doubted: set[GroupName] = set()
        self._whole = WholeSentences(self.names, context.language)
        self._quotations: dict[tuple[bool, int], tuple[Span, ...]] = {}

    def of_pair(self, edits: PairEdits) -> "PairFlagger | WholeFlagger | None":
        """Return the flagger of one pair; None if its words were not drawn: no change of it has a flag."""
        pair = edits.result.pair
        if edits.drawn is None:
            return None
        if isinstance(edits.drawn, SentenceRun):
            side = self._side(pair.relation == "added", edits.drawn)
            raised = in_order(self._whole.flags(side))
            self.doubted.update(doubts_of_whole(side, raised, self.names, self.language))
            return WholeFlagger(raised)
        return PairFlagger(self, edits.drawn, pair.relation == "rewritten")

    def view(self, drawn: Drawn) -> PairView:
        """Return a pair as its flags look at it."""
        return PairView(drawn, self._side(False, drawn.old), self._side(True, drawn.new), self.language)

    def _side(self, is_new: bool, run: SentenceRun) -> PairSide:
        document = self.new if is_new else self.old
        paragraphs = sorted({document.paragraph_of(sentence) for sentence in run.sentences})
        quoted = [spans for index in paragraphs if (spans := self._quotations_of(is_new, index))]
        starts = frozenset([document.sentences[sentence].start for sentence in run.sentences])
        is_speech = any(document.text[document.paragraphs[index].start] in _DASHES for index in paragraphs)
        return PairSide(run, starts, quoted, self.language, is_speech)

    def _quotations_of(self, is_new: bool, paragraph: int) -> tuple[Span, ...]:
        """Return the quotations of a paragraph of new or old; each paragraph is searched once."""
        known = self._quotations.get((is_new, paragraph))
        if known is None:
            document = self.new if is_new else self.old
            known = tuple(quotations(document.text, document.paragraphs[paragraph]))
            self._quotations[is_new, paragraph] = known
        return known


def in_order(flags: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return flags in the order of `FLAGS`."""
    return tuple(sorted(flags, key=FLAGS.index))


@dataclass(frozen=True, slots=True)
class WholeFlagger:
    """Flags the one change of a sentence that was dropped or added whole."""

    found: tuple[Flag, ...]

    def flags(self, _old: Span | None, _new: Span | None) -> tuple[Flag, ...]:
        """Return the flags of the sentence, in the order of `FLAGS`."""
        return self.found


class PairFlagger:
    """Flags the changes of one pair."""

    def __init__(self, flagger: Flagger, drawn: Drawn, is_rewritten: bool) -> None:
        self._flagger = flagger
        self._is_rewritten = is_rewritten
        self._pair = flagger.view(drawn)
        self._names = PairNames(flagger.names, self._pair)

    def flags(self, old: Span | None, new: Span | None) -> tuple[Flag, ...]:
        """Return the flags of a change, in the order of `FLAGS`."""
        if self._is_blank(old, new):
            return ("spacing",)
        raised: set[Flag] = set()
        for change in self._asked(old, new):
            raised.update(self._flags_of(change))
        return in_order(raised)

    def _is_blank(self, old: Span | None, new: Span | None) -> bool:
        before = self._flagger.old.text[slice(*old)] if old else ""
        after = self._flagger.new.text[slice(*new)] if new else ""
        return not (before + after).strip()

    def _asked(self, old: Span | None, new: Span | None) -> Iterator[ChangeView]:
        """Yield the change itself and, where a sentence is shown whole, the tight changes inside it."""
        pair = self._pair
        yield ChangeView(pair, pair.old.within(old), pair.new.within(new))
        if not self._is_rewritten:
            return
        for before, after in pair.drawn_changes:
            sides = [sum(part.word.is_content for part in parts) for parts in (before, after)]
            if min(sides) > 0 and max(sides) <= MAX_TIGHT_WORDS:
                yield ChangeView(pair, before, after)

    def _flags_of(self, change: ChangeView) -> Iterator[Flag]:
        is_of_quantity = any(part.is_of_quantity for part in change.parts)
        skin = self._skin(change, is_of_quantity)
        if skin:
            yield from skin
            if "punctuation" in skin and is_quote_change(change) and quotes_otherwise(change):
                yield "quote"
            if "spelling" in skin:
                yield from self._hidden_by_spelling(change)
            return
        language = self._flagger.language
        has_cue = is_of_quantity or any(may_be_cue(part.form, language) for part in change.parts)
        questions = _QUESTIONS if has_cue else _ASKED_OF_ANY_WORD
        raised: list[Flag] = [flag for flag, asks in questions.items() if asks(change)]
        may_name = has_cue or any(has_capital(part.text) for part in change.parts)
        if may_name and is_name_change(change, self._names):
            raised.append("name")
        self._flagger.doubted.update(doubts(change, raised, self._names))
        yield from raised

    def _skin(self, change: ChangeView, is_of_quantity: bool) -> tuple[Flag, ...]:
        if not (change.old and change.new) and not is_of_quantity:
            return ("punctuation",) if all(part.is_mark for part in change.parts) else ()
        sides = (change.old, change.new, self._flagger.language)
        # Of a quantity one side may be empty: "de dólares" was a sign elsewhere in it.
        is_other = (change.old and change.new and have_other_words(*sides)) or have_other_values(*sides)
        if is_other and not all(part.is_label for part in change.parts):
            return ()
        return self._flagger.skins.flags(change)

    def _hidden_by_spelling(self, change: ChangeView) -> Iterator[Flag]:
        yield from hidden_cues(change)
        if are_two_words(change):
            yield from (flag for flag, asks in _ASKED_OF_CUES.items() if asks(change))
