"""The figures of a comparison: all but furniture count the story alone."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from webapp.engine.edits.pairs import PairResult
from webapp.engine.model import FLAGS, Change, Flag, Furniture, Relation, Summary, WordCounts

SentenceCounts = Mapping[Relation | Literal["moved"], int]


def summarise(results: Iterable[PairResult], changes: Iterable[Change]) -> Summary:
    """Return the figures of the verdict."""
    story = [result for result in results if result.pair.scope == "story"]
    furniture = [result.words for result in results if result.pair.scope == "furniture"]
    old, new, equal = (sum(column) for column in zip((0, 0, 0), *(result.words for result in story), strict=True))
    return Summary(
        kept=round(equal / old, 4) if old else 1.0,
        words=WordCounts(old, new, equal, old - equal, new - equal),
        sentences=_count_sentences(story),
        flags=_count_flags(changes),
        furniture=Furniture(sum(words.old for words in furniture), sum(words.new for words in furniture)),
    )


def count_searched(results: Iterable[PairResult]) -> int:
    """Return how many words of old were searched for what matters: a passage too long for it is left out."""
    story = (result for result in results if result.pair.scope == "story")
    partnered = (result for result in story if result.pair.old and result.pair.new)
    return sum(result.words.old for result in partnered if not (result.degraded and result.degraded.is_unflagged))


def _count_sentences(story: Iterable[PairResult]) -> SentenceCounts:
    counts: Counter[Relation | Literal["moved"]] = Counter(dict.fromkeys((*get_args(Relation), "moved"), 0))
    for pair in (result.pair for result in story):
        counts[pair.relation] += len(pair.old) or len(pair.new)
        counts["moved"] += len(pair.old) if pair.moved else 0
    return dict(counts)


def _count_flags(changes: Iterable[Change]) -> Mapping[Flag, int]:
    counts = Counter(flag for change in changes if change.scope == "story" for flag in change.flags)
    return {flag: counts[flag] for flag in FLAGS if counts[flag]}
