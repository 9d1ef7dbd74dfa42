"""What a sentence held that was dropped or added whole: a name, a date, a source, a denial.

It is asked what a change inside a sentence is asked, but nothing stands against it: each word answers for itself, and
is asked once for all sentences that have it. Only names and quotations depend on the place.
"""

from collections.abc import Iterator

from webapp.engine.changes.flags.attribution import is_word_of_saying, may_open, openers
from webapp.engine.changes.flags.dates import date_value
from webapp.engine.changes.flags.facts import fact
from webapp.engine.changes.flags.hedge import is_hedge
from webapp.engine.changes.flags.names import Names
from webapp.engine.changes.flags.negation import is_denial, may_be_cue
from webapp.engine.changes.flags.numbers import number_value
from webapp.engine.changes.flags.parts import PairSide
from webapp.engine.languages.language import Language
from webapp.engine.languages.sense_lookups import turning_words
from webapp.engine.model import Flag
from webapp.engine.text.forms import Form


class WholeSentences:
    """Flags sentences without a partner."""

    def __init__(self, names: Names, language: Language) -> None:
        self._names = names
        self._language = language

    def flags(self, side: PairSide) -> set[Flag]:
        """Return what a sentence holds; a line of marks alone is punctuation."""
        if side.holds_marks_only:
            return {"punctuation"}
        forms = side.forms
        if side.labels:  # of no or one sentence in most texts
            forms = tuple(form for at, form in enumerate(forms) if at not in side.labels)
        held = [_held(form, self._language) for form in forms]
        return {*set[Flag]().union(*held), *self._by_place(side)}

    def _by_place(self, side: PairSide) -> Iterator[Flag]:
        language = self._language
        if side.has_quotation:
            yield "quote"
        if any(form.text[:1].isupper() and self._names.is_name(side.part(at)) for at, form in enumerate(side.forms)):
            yield "name"
        if is_hedge(side.part(0), language):
            yield "hedge"
        if may_open(side.forms, language) and openers(side.forms, language):
            yield "attribution"


@fact
def _held(form: Form, language: Language) -> frozenset[Flag]:
    """Return what a word is wherever it stands."""
    return frozenset(_flags(form, language)) if may_be_cue(form, language) else frozenset()


def _flags(form: Form, language: Language) -> Iterator[Flag]:
    word = form.word.text
    if date_value(form, language):
        yield "date"
    if number_value(form, language):
        yield "number"
    if is_denial(word, language):
        yield "negation"
    if word in language.hedges and not form.text[:1].isupper():
        yield "hedge"
    if is_word_of_saying(word, language):
        yield "attribution"
    if word in turning_words(language):
        yield "sense"
