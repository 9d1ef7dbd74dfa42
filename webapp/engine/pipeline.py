"""The stages in their order: cut, align, find the story, edit and tidy each pair, group into changes, flag, count."""

from collections.abc import Iterable, Iterator

from webapp.engine.align.align import Aligner, Alignment
from webapp.engine.align.order import Place, reading_order
from webapp.engine.changes.classify import name_changes
from webapp.engine.changes.judgement import judge, tellable
from webapp.engine.changes.summary import count_searched, summarise
from webapp.engine.edits.pairs import (
    PairResult,
    PairWords,
    added_pair,
    dropped_pair,
    linked_pair,
    runs_of,
    verbatim_pair,
)
from webapp.engine.edits.refine import refine
from webapp.engine.languages.detect import detect_language
from webapp.engine.model import Comparison, Degraded, Languages, Pair, Segment
from webapp.engine.options import Limits, Options
from webapp.engine.span import Span, join_kept
from webapp.engine.story.scope import Scope, find_scope, given, has_strays, whole
from webapp.engine.text.crowding import is_crowded
from webapp.engine.text.document import Document
from webapp.engine.text.tokenise import tokeniser_for
from webapp.engine.text.vocabulary import Vocabulary

# Raised whenever the same two texts may give another result than before.
ENGINE_VERSION = "3"


def compare(old_text: str, new_text: str, options: Options | None = None, limits: Limits | None = None) -> Comparison:
    """Return what became of `old_text` in `new_text`.

    Shape: the promises of `Comparison`; the same input gives the same result, on every machine.
    Limit: past a limit of `limits` the result is coarser and `degraded` says why; it is never wrong.
    """
    options, limits = options or Options(), limits or Limits()
    language = detect_language(old_text, new_text)
    vocabulary = Vocabulary(tokeniser_for(language), options)
    crowded = any(is_crowded(text, vocabulary.tokeniser, limits) for text in {old_text, new_text})
    old = Document(old_text, vocabulary, crowded)
    new = Document(new_text, vocabulary, crowded) if new_text != old_text else old
    alignment, scope = _align(old, new, limits, options)
    results = _compare_all(old, new, alignment, scope, limits)
    segments, changes, counted = name_changes(results, old, new)
    degraded = _degraded(crowded, alignment, counted, limits)
    told = tellable(old_text, bool(language.function_words), degraded)
    return Comparison(
        engine=ENGINE_VERSION,
        options=options,
        degraded=degraded,
        shares_story=scope.is_shared,
        old=old.side(sum(result.words.old for result in counted), join_kept(old.sentences, scope.old)),
        new=new.side(sum(result.words.new for result in counted), join_kept(new.sentences, scope.new)),
        pairs=tuple(result.pair for result in counted),
        segments=refine(segments, old, new) if options.granularity == "character" else segments,
        changes=changes,
        summary=summarise(counted, changes),
        languages=Languages(language.code, language.code),
        ledger=judge(changes, told, count_searched(counted)),
    )


def _align(old: Document, new: Document, limits: Limits, options: Options) -> tuple[Alignment, Scope]:
    """Link the sentences of both stories. What the aligner knows of them goes with it, before words are compared."""
    aligner = Aligner(old, new, limits, options)
    alignment = aligner.align()
    scope = _scope(old, new, alignment, options)
    if has_strays(alignment, scope):
        alignment = aligner.align_within(scope.old, scope.new)
    return aligner.link_headlines(alignment, scope.old, scope.new), scope


def _scope(old: Document, new: Document, alignment: Alignment, options: Options) -> Scope:
    if options.old_story or options.new_story:
        return given(old, new, options.old_story, options.new_story)
    return find_scope(old, new, alignment) if options.scope and old is not new else whole(old, new)


def _compare_all(
    old: Document, new: Document, alignment: Alignment, scope: Scope, limits: Limits
) -> Iterator[PairResult]:
    places = list(reading_order(alignment, len(old.sentences), len(new.sentences)))
    changes = 0
    for index, place in enumerate(places):
        result = _compare_place(old, new, place, index, limits, changes >= limits.max_changes)
        changes += sum(segment.op != "equal" for segment in result.segments)
        yield _in_scope(result, place, scope)
        old.drop_units(place.old)
        new.drop_units(place.new)
    if not (old.sentences and new.sentences) and (old.text or new.text):
        yield _blank_side(old, new, len(places))


def _compare_place(
    old: Document, new: Document, place: Place, index: int, limits: Limits, is_past_changes: bool
) -> PairResult:
    if not place.new:
        return dropped_pair(old, place.old[0], index)
    if not place.old:
        return added_pair(new, place.new[0], index)
    if _is_verbatim(old, new, place):
        return verbatim_pair(old, new, place.old[0], place.new[0], index)
    is_whole = is_past_changes or old.vocabulary.options.granularity == "sentence"
    runs = runs_of(old, new, place.old, place.new, is_whole)
    result = linked_pair(*runs, place.score, index, old.vocabulary, limits, is_whole)
    if is_past_changes and result.pair.relation == "edited":
        return result._replace(degraded=Degraded("too_many_changes", limits.max_changes))
    return result


def _in_scope(result: PairResult, place: Place, scope: Scope) -> PairResult:
    is_story = any(scope.old[i] for i in place.old) or any(scope.new[j] for j in place.new)
    if is_story and not place.moved:
        return result
    pair = result.pair
    return result._replace(
        pair=Pair(pair.old, pair.new, pair.relation, pair.similarity, place.moved, "story" if is_story else "furniture")
    )


def _is_verbatim(old: Document, new: Document, place: Place) -> bool:
    """Tell by the cheap keys, or where white space counts by the text itself, that nothing in the pair differs."""
    if len(place.old) > 1 or len(place.new) > 1:
        return False
    i, j = place.old[0], place.new[0]
    if "spacing" in old.vocabulary.options.ignore:
        return old.sentence_keys[i] == new.sentence_keys[j]
    return old.text[slice(*old.block(i))] == new.text[slice(*new.block(j))]


def _blank_side(old: Document, new: Document, index: int) -> PairResult:
    """A text of white space alone has no sentence to hang on, yet must come back whole: it gets a pair of its own."""
    old_span = Span(0, len(old.text)) if not old.sentences else None
    new_span = Span(0, len(new.text)) if not new.sentences else None
    ignores_spacing = "spacing" in old.vocabulary.options.ignore
    if old_span and new_span and (ignores_spacing or old.text == new.text):
        segments = [Segment("equal", old_span, new_span, index)]
    else:
        segments = [Segment("delete", old_span, None, index)] if old_span and old.text else []
        segments += [Segment("insert", None, new_span, index)] if new_span and new.text else []
    return PairResult(Pair((), (), "verbatim", 1.0), tuple(segments), PairWords(0, 0, 0))


def _degraded(crowded: bool, alignment: Alignment, results: Iterable[PairResult], limits: Limits) -> Degraded | None:
    """Name the limit that was passed; first that of the flags, without which no number or name may be said to stand."""
    passed = [result.degraded for result in results if result.degraded]
    crowding = Degraded("too_many_short_sentences", limits.max_sentences) if crowded else None
    unflagged = next((one for one in passed if one.reason == "too_many_words_to_flag"), None)
    return unflagged or crowding or alignment.degraded or next(iter(passed), None)
