"""The reader's corrections among the options: one more, none, or those for the sides exchanged.

A function that adds one returns None if there would be too many, or if a side would be empty.
"""

from collections.abc import Set
from dataclasses import replace

from webapp.engine.model import Comparison, Side
from webapp.engine.options import Options
from webapp.engine.span import Span, join_kept
from webapp.input.places import MAX_PLACES

CORRECTIONS = ("old_story", "new_story", "apart", "together")
"""The options that are corrections: all name places in the texts."""


def uncorrected(options: Options) -> Options:
    """Return the options without corrections."""
    plain = Options()
    return replace(options, **{name: getattr(plain, name) for name in CORRECTIONS})


def swapped(options: Options) -> Options:
    """Return the options for the sides exchanged: the places of each side become those of the other."""
    return replace(
        options,
        old_story=options.new_story,
        new_story=options.old_story,
        apart=frozenset((new, old) for old, new in options.apart),
        together=frozenset((new, old) for old, new in options.together),
    )


def put_apart(comparison: Comparison, pair: int) -> Options | None:
    """Say that the sentences of a pair are not the same."""
    old, new, options = comparison.old, comparison.new, comparison.options
    linked = comparison.pairs[pair]
    places = {(old.sentences[i].start, new.sentences[j].start) for i in linked.old for j in linked.new}
    return _checked(replace(options, apart=options.apart | places, together=options.together - places))


def as_story(comparison: Comparison, pairs: Set[int]) -> Options | None:
    """Say that the sentences of these pairs belong to the story."""
    return _with_story(comparison, pairs, is_story=True)


def not_as_story(comparison: Comparison, pairs: Set[int]) -> Options | None:
    """Say that the sentences of these pairs are page furniture."""
    return _with_story(comparison, pairs, is_story=False)


def _with_story(comparison: Comparison, pairs: Set[int], is_story: bool) -> Options | None:
    """Both sides are written out: to the engine a side without a stretch is story from end to end."""
    chosen = [pair for index, pair in enumerate(comparison.pairs) if index in pairs]
    old = _story(comparison.old, {i for pair in chosen for i in pair.old}, is_story)
    new = _story(comparison.new, {j for pair in chosen for j in pair.new}, is_story)
    if not (old and new):
        return None
    return _checked(replace(comparison.options, old_story=old, new_story=new))


def _story(side: Side, sentences: Set[int], is_story: bool) -> tuple[Span, ...]:
    held = [any(span.start <= sentence.start < span.end for span in side.story) for sentence in side.sentences]
    kept = [is_story if number in sentences else was for number, was in enumerate(held)]
    return join_kept(side.sentences, kept)


def _checked(options: Options) -> Options | None:
    return options if all(len(getattr(options, name)) <= MAX_PLACES for name in CORRECTIONS) else None
