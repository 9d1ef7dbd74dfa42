"""Who said it and how: a word of saying, a headline's source, or the source before a word of saying."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import PairSide, Part
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import opener_words, verbs_of_saying
from webapp.engine.text.forms import Form
from webapp.engine.text.normalise import stem
from webapp.engine.text.tokenise import HAS_UNSPACED

_SOURCE_MARKS = frozenset(":–—-")


def is_attribution_change(change: ChangeView) -> bool:
    """Return whether a word of saying or who said it was lost, found or replaced, or a headline's source."""
    if change.unbalanced(_saying):
        return True
    return _changes_opener(change) or _loses_source(change) or _is_said_by_another(change)


def _saying(part: Part, pair: PairView) -> str | None:
    """Name a word of saying by its verb: "claims" for "claimed" is no change. Most forms of one verb begin alike."""
    word, language = part.word.text, pair.language
    return verbs_of_saying(language).get(word, stem(word)) if is_word_of_saying(word, language) else None


def is_word_of_saying(word: str, language: Language) -> bool:
    """Return whether a word is one of saying, in any of its forms."""
    return word in language.attributions


def _changes_opener(change: ChangeView) -> bool:
    """Return whether a phrase that names a source was lost or found; one that only moved is in the pair twice."""
    language = change.pair.language
    old, new = (openers((part.form for part in parts), language) for parts in (change.old, change.new))
    if old == new:
        return False
    return openers(change.pair.old.forms, language) != openers(change.pair.new.forms, language)


def openers(forms: Iterable[Form], language: Language) -> set[str]:
    """Return the phrases among the forms that name a source behind them: "according to"."""
    words = [form.word.text for form in forms]
    spaced, unspaced = f" {' '.join(words)} ", "".join(words)
    found = {opener for opener in language.source_openers if f" {opener} " in spaced}
    return found | {opener for opener in _unspaced_openers(language) if opener in unspaced}


def may_open(forms: Iterable[Form], language: Language) -> bool:
    """Return whether a phrase that names a source may be among the forms, at little cost."""
    words = (form.word.text for form in forms)
    return bool(_unspaced_openers(language)) or not opener_words(language).isdisjoint(words)


@cache
def _unspaced_openers(language: Language) -> frozenset[str]:
    """Return the openers in scripts without spaces, whose tokens are pieces of them."""
    return frozenset(filter(HAS_UNSPACED.search, language.source_openers))


def _loses_source(change: ChangeView) -> bool:
    """A headline names its source after a colon or a dash. One on one side only was lost or added."""
    old, new = (_sources_behind_marks(parts, change.pair.language) for parts in (change.old, change.new))
    return old != new


def _sources_behind_marks(parts: Sequence[Part], language: Language) -> set[str]:
    return {
        after.word.text
        for before, after in pairwise(parts)
        if before.text[:1] in _SOURCE_MARKS and after.word.text in language.sources
    }


def _is_said_by_another(change: ChangeView) -> bool:
    """Return whether another source says it: "the ministry said", "rebels said"; "according to the army", "... police".

    One of the two must be a word for sources, since adverbs too come before a word of saying. A name for such a word
    may be the same person, and is a change of name anyway; a spokeswoman for a spokesman is not another source.
    """
    language = change.pair.language
    lost, found = ([part for part in parts if part.word.is_content] for parts in (change.old, change.new))
    if not (lost and found) or language.sources.isdisjoint(part.word.text for part in (*lost, *found)):
        return False
    if _has_name(lost) != _has_name(found) or _says_of_them(lost, language) == _says_of_them(found, language):
        return False
    sides = ((change.pair.old, lost), (change.pair.new, found))
    before_saying = all(_stands_before_saying(side, parts[-1], language) for side, parts in sides)
    return before_saying or all(_stands_behind_opener(side, parts[0], language) for side, parts in sides)


def _has_name(parts: Sequence[Part]) -> bool:
    return any(part.text[:1].isupper() and part.start not in part.side.sentence_starts for part in parts)


def _says_of_them(parts: Sequence[Part], language: Language) -> set[str]:
    persons = language.masculine | language.feminine | language.neutral
    return {part.word.stem for part in parts if part.word.text not in persons}


def _stands_before_saying(side: PairSide, part: Part, language: Language) -> bool:
    following = [form.word.text for form in side.forms[part.index + 1 : part.index + 3]]
    if following and following[0] in language.auxiliaries:
        del following[0]
    return bool(following) and following[0] in language.attributions


def _stands_behind_opener(side: PairSide, part: Part, language: Language) -> bool:
    """Only function words may come between: "according to the"."""
    start = part.index
    while start and side.forms[start - 1].word.is_function:
        start -= 1
    before = " ".join(form.word.text for form in side.forms[max(start - 1, 0) : part.index])
    return any(f" {opener} " in f" {before} " for opener in language.source_openers)
