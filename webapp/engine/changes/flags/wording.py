"""Wording: a word of content was lost, added or replaced, which may turn the sense."""

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.dates import is_same_date
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.changes.flags.persons import is_person_change
from webapp.engine.languages.sense_lookups import opposite_words


def is_wording_change(change: ChangeView) -> bool:
    """Return whether a word of content was lost or found, or a word of degree.

    Of function words only opposites count, and only as direct replacements: for, against; rose to, rose by. But if
    nobody knows which words of the language deny, each word that is lost or found may be one.
    """
    gone = [part for part in change.parts if _is_gone(part, change.pair)]
    if any(part.word.is_content for part in gone) or (gone and not change.pair.language.negations):
        return True
    if is_person_change(change) or change.unbalanced(_degree):
        return True
    return _says_the_opposite(change) or change.is_exchange()


def _is_gone(part: Part, pair: PairView) -> bool:
    return not (part.is_mark or pair.is_elsewhere(part) or pair.stands_for(part) or is_same_date(part, pair))


def _degree(part: Part, pair: PairView) -> str | None:
    return part.word.text if part.word.text in pair.language.degree_words else None


def _says_the_opposite(change: ChangeView) -> bool:
    words = [tuple(part.word.text for part in parts if not part.is_mark) for parts in (change.old, change.new)]
    opposites = opposite_words(change.pair.language)
    return len(words[0]) == len(words[1]) and any(pair in opposites for pair in zip(*words, strict=True))
