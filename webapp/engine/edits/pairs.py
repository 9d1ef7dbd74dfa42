"""One pair of sentences: its relation, its segments, its counts of words."""

from dataclasses import replace
from typing import NamedTuple

from webapp.engine.align.order import Place
from webapp.engine.context import Context
from webapp.engine.edits.divide import divide
from webapp.engine.edits.edit import Edit, edits_of
from webapp.engine.edits.relations import PairWords, count_pair, relation_of
from webapp.engine.edits.runs import Drawn, SentenceRun
from webapp.engine.edits.segments import segments_of
from webapp.engine.edits.tidy import tidy
from webapp.engine.edits.trim import NO_TRIM, find_trim
from webapp.engine.edits.words import align_words
from webapp.engine.model import Pair, Segment
from webapp.engine.options import Degraded, Limits, Options
from webapp.engine.span import Span
from webapp.engine.text.document import Document
from webapp.engine.text.normalise import as_seen

PAST_CHANGES = {"max_graded_product": 0, "max_flagged_words": 0}
"""Limits of a pair past `max_changes`: it is neither graded nor flagged."""


class PairResult(NamedTuple):
    """A pair, its counts, and the limit that was passed inside it."""

    pair: Pair
    words: PairWords
    degraded: Degraded | None = None


class PairEdits(NamedTuple):
    """A compared pair on its way to its changes.

    `drawn` is what its flags are decided from, of a lone sentence its run. It is None if nothing changed, if
    the pair is too long to be flagged or past the limit of changes, or if it is a line of furniture without a partner.
    """

    result: PairResult
    segments: tuple[Segment, ...]
    drawn: Drawn | SentenceRun | None = None


def compare_place(
    old: Document, new: Document, place: Place, index: int, context: Context, is_past_changes: bool
) -> PairEdits:
    """Compare the sentences of one place, linked, as pair `index`.

    Past the limit of changes a changed pair is shown whole, and neither graded nor flagged.
    """
    if _is_verbatim(old, new, place, context.options):
        return _verbatim(old, new, place.old[0], place.new[0], index)
    is_whole = is_past_changes or context.options.granularity == "sentence"
    if is_past_changes:
        context = replace(context, limits=replace(context.limits, **PAST_CHANGES))
    edits = _linked(*_runs(old, new, place, is_whole), place.score, index, context, is_whole)
    if is_past_changes and edits.result.pair.relation != "verbatim":
        degraded = Degraded("too_many_changes", context.limits.max_changes)
        return edits._replace(result=edits.result._replace(degraded=degraded))
    return edits


def lone_place(
    old: Document, new: Document, place: Place, index: int, limits: Limits, is_story: bool, is_past_changes: bool
) -> PairEdits:
    """Return pair `index` for a place with one empty side: sentences that were dropped or added.

    Only those of the story are flagged. What is not flagged is not cut into units.
    """
    document, sentences = (old, place.old) if place.old else (new, place.new)
    is_flagged = is_story and not is_past_changes
    run = SentenceRun(document, sentences) if is_flagged else None
    degraded = Degraded("too_many_changes", limits.max_changes) if is_past_changes else None
    if run and len(run.forms) > limits.max_flagged_words:
        run, degraded = None, Degraded("too_many_words_to_flag", limits.max_flagged_words)
    words = sum(map(document.count_words, sentences))
    block = Span(document.block(sentences[0]).start, document.block(sentences[-1]).end)
    pair = Pair(tuple(place.old), tuple(place.new), "dropped" if place.old else "added", 0.0)
    counts = PairWords(words, 0, 0) if place.old else PairWords(0, words, 0)
    segment = Segment("delete", block, None, index) if place.old else Segment("insert", None, block, index)
    return PairEdits(PairResult(pair, counts, degraded), (segment,), run)


def blank_side(old: Document, new: Document, index: int, options: Options) -> PairEdits:
    """Return a pair for texts without a sentence: white space alone must come back whole too."""
    old_span = Span(0, len(old.text)) if not old.sentences else None
    new_span = Span(0, len(new.text)) if not new.sentences else None
    ignores_spacing = "spacing" in options.ignore
    if old_span and new_span and (ignores_spacing or as_seen(old.text) == as_seen(new.text)):
        segments = [Segment("equal", old_span, new_span, index)]
    else:
        segments = [Segment("delete", old_span, None, index)] if old_span and old.text else []
        segments += [Segment("insert", None, new_span, index)] if new_span and new.text else []
    return PairEdits(PairResult(Pair((), (), "verbatim", 1.0), PairWords(0, 0, 0)), tuple(segments))


def _verbatim(old: Document, new: Document, old_sentence: int, new_sentence: int, index: int) -> PairEdits:
    words = old.count_words(old_sentence)
    result = PairResult(Pair((old_sentence,), (new_sentence,), "verbatim", 1.0), PairWords(words, words, words))
    return PairEdits(result, (Segment("equal", old.block(old_sentence), new.block(new_sentence), index),))


def _is_verbatim(old: Document, new: Document, place: Place, options: Options) -> bool:
    """Tell by the sentences' keys, or by the text itself if white space counts, that nothing in the pair differs."""
    if len(place.old) > 1 or len(place.new) > 1:
        return False
    i, j = place.old[0], place.new[0]
    if "spacing" in options.ignore:
        return old.sentence_keys[i] == new.sentence_keys[j]
    blocks = old.text[slice(*old.block(i))], new.text[slice(*new.block(j))]
    return as_seen(blocks[0]) == as_seen(blocks[1])


def _runs(old: Document, new: Document, place: Place, is_whole: bool) -> tuple[SentenceRun, SentenceRun]:
    """Return both sides of a pair; of one linked at sight and not shown whole, only what differs is cut into units."""
    trim = NO_TRIM
    if place.at_sight and not is_whole:
        old_block, new_block = old.block(place.old[0]), new.block(place.new[0])
        trim = find_trim(old.text[slice(*old_block)], new.text[slice(*new_block)])
    return SentenceRun(old, place.old, trim), SentenceRun(new, place.new, trim)


def _linked(
    old: SentenceRun, new: SentenceRun, score: float, index: int, context: Context, is_whole: bool
) -> PairEdits:
    """Compare sentences whose words may differ; `is_whole` shows edited ones before and after."""
    limits = context.limits
    matches, is_complete = align_words(old.forms, new.forms, limits)
    edits = edits_of(matches, len(old.forms), len(new.forms))
    is_flagged = len(old.forms) + len(new.forms) <= limits.max_flagged_words
    drawn = Drawn(old, new, matches, tuple(edits)) if is_flagged else None
    relation = relation_of(edits, old, new, score)
    if relation == "rewritten" or (relation == "edited" and is_whole):
        edits = _whole(old, new)
    elif relation == "edited":
        edits = divide(tidy(edits, old.forms, new.forms, old.is_cut_at_ends), matches, old.forms, new.forms)
    counts_spacing = "spacing" not in context.options.ignore
    segments = segments_of(edits, old, new, index, counts_spacing)
    if counts_spacing and relation == "verbatim" and len(segments) > 1:
        relation = "edited"
    similarity = 1.0 if relation == "verbatim" else round(score, 4)
    pair = Pair(old.sentences, new.sentences, relation, similarity)
    degraded = None if is_complete else Degraded("too_many_words", limits.max_exact_product)
    if not is_flagged and relation != "verbatim":
        degraded = Degraded("too_many_words_to_flag", limits.max_flagged_words)
    return PairEdits(PairResult(pair, count_pair(edits, old, new), degraded), segments, drawn)


def _whole(old: SentenceRun, new: SentenceRun) -> list[Edit]:
    old_count, new_count = len(old.forms), len(new.forms)
    return [Edit("delete", 0, old_count, 0, 0), Edit("insert", old_count, old_count, 0, new_count)]
