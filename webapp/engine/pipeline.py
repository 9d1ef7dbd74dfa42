"""The stages of a comparison in their order: cut, align, find the story, compare each pair, name its changes, judge."""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from webapp.engine.align.candidates import find_candidates
from webapp.engine.align.choice import Alignment, choose, link_to_itself
from webapp.engine.align.headlines import with_headlines
from webapp.engine.align.order import Place, reading_order
from webapp.engine.align.retold import also_in, with_retold
from webapp.engine.changes.classify import flag_changes
from webapp.engine.changes.judgement import judge, judgeable_groups
from webapp.engine.changes.summary import count_searched, summarise
from webapp.engine.context import Context
from webapp.engine.edits.pairs import PairEdits, PairResult, blank_side, compare_place, lone_place
from webapp.engine.edits.refine import refine
from webapp.engine.languages.detect import detect_language
from webapp.engine.model import Comparison, Languages
from webapp.engine.options import Degraded, Limits, Options
from webapp.engine.span import join_kept
from webapp.engine.story.scope import Scope, find_scope, has_strays
from webapp.engine.text.document import Document, cut_texts

# Raised whenever the same two texts may give another result than before.
ENGINE_VERSION = "3"


@contextmanager
def _paused_collection() -> Iterator[None]:
    """Pause Python's search for cycles of objects; of comparisons at the same time, the one that paused it resumes it.

    The engine makes very many objects and no cycles (`test_a_comparison_leaves_no_cycles`), so that all are freed
    without it. The search would look at each of them again and again: a fifth of the time at 100,000 words.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@_paused_collection()
def compare(old_text: str, new_text: str, options: Options | None = None, limits: Limits | None = None) -> Comparison:
    """Return what became of `old_text` in `new_text`.

    Shape: the promises of `Comparison`; the same input gives the same result, on every machine.
    Limit: past a limit of `limits` the result is coarser and `degraded` says why; it is never wrong.
    """
    context = Context(detect_language(old_text, new_text), options or Options(), limits or Limits())
    old, new = cut_texts(old_text, new_text, context)
    alignment, scope = _align(old, new, context)
    named = flag_changes(_compare_all(old, new, alignment, scope, context), old, new, context)
    segments, changes, results = named.segments, named.changes, named.results
    degraded = _degraded(old.is_crowded, alignment, results, context.limits)
    pairs = tuple(result.pair for result in results)
    also = also_in(alignment, pairs)
    language = context.language
    judgeable = judgeable_groups(old_text, pairs, language.has_table, language.knows_senses, degraded)
    return Comparison(
        engine=ENGINE_VERSION,
        options=context.options,
        degraded=degraded,
        shares_story=scope.is_shared,
        old=old.side(sum(result.words.old for result in results), join_kept(old.sentences, scope.old)),
        new=new.side(sum(result.words.new for result in results), join_kept(new.sentences, scope.new)),
        pairs=pairs,
        segments=refine(segments, old, new) if context.options.granularity == "character" else segments,
        changes=changes,
        summary=summarise(results, changes, also),
        languages=Languages(context.language.code, context.language.code),
        ledger=judge(changes, pairs, judgeable - named.doubted, count_searched(results)),
        also=also,
    )


def _align(old: Document, new: Document, context: Context) -> tuple[Alignment, Scope]:
    """Link the sentences of both stories. The candidates take much memory and are freed before words are compared."""
    options = context.options
    if old is new and not (options.apart or options.together or options.old_story or options.new_story):
        alignment = link_to_itself(old)
        return alignment, find_scope(old, new, alignment, context)
    candidates = find_candidates(old, new, context)
    alignment = choose(candidates, context)
    scope = find_scope(old, new, alignment, context)
    if has_strays(alignment, scope):
        alignment = choose(candidates, context, scope.bounds)
    alignment = with_headlines(alignment, candidates, context, scope.bounds)
    return with_retold(alignment, candidates, scope.bounds), scope


def _compare_all(
    old: Document, new: Document, alignment: Alignment, scope: Scope, context: Context
) -> Iterator[PairEdits]:
    """Yield all pairs in reading order, dropping the units of compared ones: those of a long text take much memory."""
    places = list(reading_order(alignment, len(old.sentences), len(new.sentences)))
    changes = 0
    for index, place in enumerate(places):
        is_story = scope.holds(place.old, place.new)
        is_past = changes >= context.limits.max_changes
        if place.old and place.new:
            edits = compare_place(old, new, place, index, context, is_past)
        else:
            edits = lone_place(old, new, place, index, context.limits, is_story, is_past)
        changes += len([segment for segment in edits.segments if segment.op != "equal"])
        yield _in_scope(edits, place, is_story)
        old.drop_units(place.old)
        new.drop_units(place.new)
    if not (old.sentences and new.sentences) and (old.text or new.text):
        yield blank_side(old, new, len(places), context.options)


def _in_scope(edits: PairEdits, place: Place, is_story: bool) -> PairEdits:
    if is_story and not place.moved:
        return edits
    pair = replace(edits.result.pair, moved=place.moved, scope="story" if is_story else "furniture")
    return edits._replace(result=edits.result._replace(pair=pair))


def _degraded(crowded: bool, alignment: Alignment, results: Iterable[PairResult], limits: Limits) -> Degraded | None:
    """Return the passed limit; that of the flags first, since it is what keeps the ledger from judging."""
    passed = [result.degraded for result in results if result.degraded]
    crowding = Degraded("too_many_short_sentences", limits.max_sentences) if crowded else None
    unflagged = next((one for one in passed if one.is_unflagged), None)
    return unflagged or crowding or alignment.degraded or next(iter(passed), None)
