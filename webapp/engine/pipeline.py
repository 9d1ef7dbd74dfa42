"""The stages in their order: cut, align, edit and tidy each pair, group into changes, count."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple, get_args

from webapp.engine.align import Alignment, Link, align
from webapp.engine.classify import group_changes
from webapp.engine.document import Document, Vocabulary
from webapp.engine.languages import detect_language
from webapp.engine.model import (
    Comparison,
    Degraded,
    Limits,
    Options,
    Pair,
    Relation,
    Segment,
    Span,
    Summary,
    WordCounts,
)
from webapp.engine.pairs import (
    PairResult,
    PairWords,
    Run,
    added_pair,
    dropped_pair,
    linked_pair,
    verbatim_pair,
)
from webapp.engine.tokenise import tokeniser_for

# Raised whenever the same two texts may give another result than before.
ENGINE_VERSION = "1"


def compare(old_text: str, new_text: str, options: Options | None = None, limits: Limits | None = None) -> Comparison:
    """Return what became of `old_text` in `new_text`.

    Shape: the promises of `Comparison`; the same input gives the same result, on every machine.
    Limit: past a limit of `limits` the result is coarser and `degraded` says why; it is never wrong.
    """
    options, limits = options or Options(), limits or Limits()
    vocabulary = Vocabulary(tokeniser_for(detect_language(old_text, new_text)), options)
    old = Document(old_text, vocabulary)
    new = Document(new_text, vocabulary) if new_text != old_text else old
    alignment = align(old, new, limits)
    results = _compare_all(old, new, alignment.links, limits)
    segments, changes = group_changes(
        (segment for result in results for segment in result.segments), old_text, new_text
    )
    pairs = tuple(result.pair for result in results)
    words = [result.words for result in results]
    return Comparison(
        engine=ENGINE_VERSION,
        options=options,
        degraded=_degraded(alignment, results, limits),
        old=old.side(sum(count.old for count in words)),
        new=new.side(sum(count.new for count in words)),
        pairs=pairs,
        segments=segments,
        changes=changes,
        summary=_summary(pairs, words),
    )


class Place(NamedTuple):
    """Neighbouring sentences of either side that are read together; one of the sides may be empty."""

    old: range
    new: range
    score: float = 0.0


def reading_order(links: Iterable[Link], old_count: int, new_count: int) -> Iterator[Place]:
    """Yield all sentences in new's order, with what was dropped at its old place, before what took that place."""
    i = j = 0
    for link in [*links, Link(old_count, old_count, new_count, new_count, 0.0)]:
        yield from (Place(range(k, k + 1), range(j, j)) for k in range(i, link.old_start))
        yield from (Place(range(link.old_start, link.old_start), range(k, k + 1)) for k in range(j, link.new_start))
        i, j = link.old_end, link.new_end
        if link.old_start < i:
            yield Place(range(link.old_start, i), range(link.new_start, j), link.score)


def _compare_all(old: Document, new: Document, links: Iterable[Link], limits: Limits) -> list[PairResult]:
    places = reading_order(links, len(old.sentences), len(new.sentences))
    results = [_compare_place(old, new, place, index, limits) for index, place in enumerate(places)]
    if not (old.sentences and new.sentences) and (old.text or new.text):
        results += _blank_side(old, new, len(results))
    return results


def _compare_place(old: Document, new: Document, place: Place, index: int, limits: Limits) -> PairResult:
    if not place.new:
        return dropped_pair(old, place.old[0], index)
    if not place.old:
        return added_pair(new, place.new[0], index)
    if _is_verbatim(old, new, place):
        return verbatim_pair(old, new, place.old[0], place.new[0], index)
    return linked_pair(Run(old, place.old), Run(new, place.new), place.score, index, old.vocabulary, limits)


def _is_verbatim(old: Document, new: Document, place: Place) -> bool:
    """Tell by the cheap keys, or where white space counts by the text itself, that nothing in the pair differs."""
    if len(place.old) > 1 or len(place.new) > 1:
        return False
    i, j = place.old[0], place.new[0]
    if "spacing" in old.vocabulary.options.ignore:
        return old.sentence_keys[i] == new.sentence_keys[j]
    return old.text[slice(*old.block(i))] == new.text[slice(*new.block(j))]


def _blank_side(old: Document, new: Document, index: int) -> Iterator[PairResult]:
    """A text of white space alone has no sentence to hang on, yet must come back whole: it gets a pair of its own."""
    old_span = Span(0, len(old.text)) if not old.sentences else None
    new_span = Span(0, len(new.text)) if not new.sentences else None
    ignores_spacing = "spacing" in old.vocabulary.options.ignore
    if old_span and new_span and (ignores_spacing or old.text == new.text):
        segments = [Segment("equal", old_span, new_span, index)]
    else:
        segments = [Segment("delete", old_span, None, index)] if old_span and old.text else []
        segments += [Segment("insert", None, new_span, index)] if new_span and new.text else []
    yield PairResult(Pair((), (), "verbatim", 1.0), tuple(segments), PairWords(0, 0, 0))


def _degraded(alignment: Alignment, results: Iterable[PairResult], limits: Limits) -> Degraded | None:
    if alignment.coarse:
        return Degraded("too_many_candidates", limits.max_gap_candidates)
    if any(result.is_coarse for result in results):
        return Degraded("too_many_words", limits.max_exact_product)
    return None


def _summary(pairs: Iterable[Pair], words: Iterable[PairWords]) -> Summary:
    old, new, equal = map(sum, zip(*words, strict=True)) if words else (0, 0, 0)
    sentences = Counter[Relation](dict.fromkeys(get_args(Relation), 0))
    for pair in pairs:
        sentences[pair.relation] += len(pair.old) or len(pair.new)
    kept = round(equal / old, 4) if old else 1.0
    return Summary(kept, WordCounts(old, new, equal, old - equal, new - equal), sentences)
