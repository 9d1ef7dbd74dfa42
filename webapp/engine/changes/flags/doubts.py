"""Doubts: a change that may belong to a group though it has no flag of it, so that the group cannot be said to stand.

    from Kiel, from Köln             names         capitals mark no names here: German, a first word, a headline
    Moskva, Moskvy                   names         one name in two cases, or two names: no table of endings
    said the captain, said the mate  attributions  a source that is in no table
    grave, serious                   sense         a contrary that is in no table, maybe
    A66, A69; George V, George VI    numbers       figures in a name
    — I saw him. — I shot him.       quotations    a dash opens speech, or the line of a list

Denials are few, and their tables have them all. Names, sources and contraries are too many for a table.
"""

from collections.abc import Collection, Iterator

import regex

from webapp.engine.changes.flags.attribution import is_word_of_saying
from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.dates import date_value
from webapp.engine.changes.flags.named import PairNames
from webapp.engine.changes.flags.names import Names
from webapp.engine.changes.flags.parts import PairSide, Part
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import voice_words
from webapp.engine.languages.number_lookups import unit_signs
from webapp.engine.languages.sense_lookups import meanings
from webapp.engine.model import Flag, GroupName

# Words of the shortest phrase that names a source.
# Range: 2–3 words
# Why: "police think"; an adjective or a noun alone names none
MIN_SOURCE_WORDS = 2

_FIGURES = regex.compile(r".*\p{Nd}.*|[IVXLC]++")


def doubts(change: ChangeView, raised: Collection[Flag], names: PairNames) -> Iterator[GroupName]:
    """Yield the groups that a change may belong to, beside those of the flags that it raised."""
    if "name" not in raised and names.may_lose_name(change):
        yield "names"
    if not {"number", "date"} & set(raised) and any(_may_be_number(part, change) for part in change.parts):
        yield "numbers"
    if "wording" not in raised:
        return
    if "quote" not in raised and any(part.side.is_speech for part in change.parts[:1]):
        yield "quotations"
    if any(_may_be_contrary(part, change, names) for part in change.parts):
        yield "sense"
    if not {"attribution", "hedge"} & set(raised) and _may_lose_source(change, names):
        yield "attributions"


def doubts_of_whole(side: PairSide, raised: Collection[Flag], names: Names, language: Language) -> Iterator[GroupName]:
    """Yield the groups that a sentence dropped or added whole may hold a member of, beside those of its flags."""
    if "name" not in raised and any(map(names.may_be_name, side.parts(0, len(side.forms)))):
        yield "names"
    if any(form.word.text in meanings(language) for form in side.forms):
        yield "sense"
    if "quote" not in raised and side.is_speech:
        yield "quotations"


def _may_be_contrary(part: Part, change: ChangeView, names: PairNames) -> bool:
    """Return whether a word of content is gone that is no value and no name, and of which no form is left."""
    is_known = part.word.text in meanings(part.side.language)  # then the flag was asked of it
    return _is_plain(part) and not (is_known or change.pair.is_elsewhere(part) or names.is_name(part))


def _is_plain(part: Part) -> bool:
    """Return whether a part is a word of content and no value."""
    is_value = part.is_of_quantity or date_value(part.form, part.side.language) is not None
    return part.form.kind == "word" and part.word.is_content and not is_value


def _may_be_number(part: Part, change: ChangeView) -> bool:
    """Return whether a word that is gone has figures in it, or tells an amount or a day without a number.

    Dozens came. He left a week later. They met yesterday.
    """
    language = change.pair.language
    is_scale = part.word.text in language.scales | language.moments or part.word.text in unit_signs(language)
    is_figure = part.form.kind == "word" and not part.word.is_function and _FIGURES.fullmatch(part.text) is not None
    return (is_scale or is_figure) and not (part.is_label or change.pair.is_elsewhere(part))


def _may_lose_source(change: ChangeView, names: PairNames) -> bool:
    """Return whether words that may name a source are gone: beside a word of saying, or several with a person."""
    for parts in (change.old, change.new):
        gone = [part for part in parts if not (part.is_mark or change.pair.is_elsewhere(part))]
        if len(gone) >= MIN_SOURCE_WORDS and any(_may_be_voice(part, names) for part in gone):
            return True
        if any(_is_plain(part) and _stands_by_saying(part) for part in gone):
            return True
    return False


def _may_be_voice(part: Part, names: PairNames) -> bool:
    return part.word.text in voice_words(part.side.language) or names.may_be_name(part)


def _stands_by_saying(part: Part) -> bool:
    around = (part.side.next_content(part.index, step) for step in (-1, 1))
    return any(one is not None and is_word_of_saying(one.word.text, part.side.language) for one in around)
