"""The figures of a comparison: all but furniture count the story alone."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from webapp.engine.edits.pairs import PairResult
from webapp.engine.model import FLAGS, AlsoIn, Change, Flag, Furniture, Relation, SentenceCount, Summary, WordCounts


def summarise(results: Sequence[PairResult], changes: Iterable[Change], also: Sequence[AlsoIn]) -> Summary:
    """Return the figures of the verdict. A retold sentence is neither dropped nor added."""
    retold = sum(one.old[0] not in results[one.pair].pair.old for one in also)
    story = [result for result in results if result.pair.scope == "story"]
    furniture = [result.words for result in results if result.pair.scope == "furniture"]
    old, new, equal = (sum(column) for column in zip((0, 0, 0), *(result.words for result in story), strict=True))
    return Summary(
        kept=round(equal / old, 4) if old else 1.0,
        words=WordCounts(old, new, equal, old - equal, new - equal),
        sentences=_count_sentences(story, retold, len(also) - retold),
        flags=_count_flags(changes),
        furniture=Furniture(sum(words.old for words in furniture), sum(words.new for words in furniture)),
    )


def count_searched(results: Iterable[PairResult]) -> int:
    """Return how many words of old were searched for what matters: a passage too long for it is left out."""
    story = (result for result in results if result.pair.scope == "story")
    return sum(result.words.old for result in story if not (result.degraded and result.degraded.is_unflagged))


def _count_sentences(story: Iterable[PairResult], retold: int, retold_of_new: int) -> Mapping[SentenceCount, int]:
    counts: Counter[SentenceCount] = Counter(dict.fromkeys((*get_args(Relation), "moved"), 0))
    for pair in (result.pair for result in story):
        counts[pair.relation] += len(pair.old) or len(pair.new)
        counts["moved"] += len(pair.old) if pair.moved else 0
    counts["also"] = retold
    counts["dropped"] -= retold
    counts["added"] -= retold_of_new
    return dict(counts)


def _count_flags(changes: Iterable[Change]) -> Mapping[Flag, int]:
    counts = Counter(flag for change in changes if change.scope == "story" for flag in change.flags)
    return {flag: counts[flag] for flag in FLAGS if counts[flag]}
