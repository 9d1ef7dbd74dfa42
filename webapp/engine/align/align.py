"""Which sentences of old became which of new.

    old   A  B  C     D  E  F  G         A, F   the same words: anchors
    new   A  G' B' X  DE    F            B-B'   edited          C dropped, X added
                                         D,E-DE two sentences joined into one
                                         G-G'   moved: off the chain that keeps the order

Sentences that stand word for word, once in each text, are anchors: their heaviest common order splits the texts into
gaps. In a gap sentences are linked by similarity along the heaviest chain of links that keeps their order; what the
chains leave over is looked for elsewhere (`moves.py`). Work is spent on gaps only, and on likely partners only.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from webapp.engine.align.anchors import extend, gaps_between, moved_whole, unique_same
from webapp.engine.align.corrections import Corrections
from webapp.engine.align.links import Link, heaviest_chain
from webapp.engine.align.moves import find_moves
from webapp.engine.align.similarity import Similarity
from webapp.engine.model import Degraded
from webapp.engine.options import Limits, Options
from webapp.engine.text.document import Document

# Two sentences are one another's partners from this similarity on; 0..1, default .25. Between .20 and .25 the samples'
# rewrites link sentences that share only their topic; up to .28 nothing is lost of simplified news.
MIN_LINK_SCORE = 0.25

# A sentence joins its neighbour in a link when the two together are that much more alike to the other side than the
# better one alone (0..1, default .03), or when each accounts for that share of itself in what the other leaves of the
# other side (0..1, default .15). The second finds simplified news, where one sentence becomes up to five short ones.
MIN_JOIN_GAIN = 0.03
MIN_JOIN_SHARE = 0.15
MAX_JOINED = 5

# Each part of a join is at least that much alike to the other side by itself; 0..1, default .10.
MIN_JOINED_SCORE = 0.10

# A partner elsewhere this much more alike than one in its own gap shows that the sentence was moved; 0..1, default .30.
MIN_MOVE_GAIN = 0.30

# Headlines above all other links are partners from this similarity on; 0..1, default .15: a headline is written anew by
# each outlet, and its place says more than its words.
MIN_HEADLINE_SCORE = 0.15

Scores = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class Alignment:
    """Links in order, links off that order, and the limit that kept the engine from looking at all likely partners."""

    in_order: tuple[Link, ...]
    moved: tuple[Link, ...]
    degraded: Degraded | None


class Aligner:
    """All that is known of two texts before links are chosen: anchors, whole sentences elsewhere, gaps and scores.

    Limit: a gap of more than `limits.max_gap_product` sentences of old times sentences of new is not looked at whole.
    """

    def __init__(self, old: Document, new: Document, limits: Limits, options: Options) -> None:
        self._old, self._new = old, new
        self._limits = limits
        self._finds_moves = options.moves
        self._corrections = Corrections(old, new, options)
        allow = self._corrections.allow
        same = [link for link in unique_same(old, new) if allow(link.old_start, link.new_start)]
        chain = [link._replace(score=1.0) for link in heaviest_chain(same)]
        self._anchors = [link for link in extend(old, new, chain) if allow(link.old_start, link.new_start)]
        self._moved = moved_whole(old, same, self._anchors) if options.moves else []
        self._gaps = list(gaps_between(self._anchors, len(old.sentences), len(new.sentences)))
        self._similarity = Similarity(old, new, self._gaps)
        scores, self._is_complete = self._similarity.score_partners(self._gaps, limits.max_gap_product)
        self._scores = self._free(scores)

    def align(self) -> Alignment:
        """Link the sentences of the two texts, as the reader's corrections allow."""
        return self._link(self._anchors, self._moved, self._scores)

    def align_within(self, old_story: Sequence[bool], new_story: Sequence[bool]) -> Alignment:
        """Link the sentences of the two stories.

        Links into furniture are not just dropped: they had taken sentences of the story from better partners.
        """

        def is_inside(link: Link) -> bool:
            return old_story[link.old_start] and new_story[link.new_start]

        scores = {(i, j): score for (i, j), score in self._scores.items() if old_story[i] and new_story[j]}
        return self._link(filter(is_inside, self._anchors), filter(is_inside, self._moved), scores)

    def link_headlines(self, alignment: Alignment, old_story: Sequence[bool], new_story: Sequence[bool]) -> Alignment:
        """Link the two lines above all links that are most alike, if both are headlines: they have one part to play."""
        links = (*alignment.in_order, *alignment.moved)
        most = self._limits.max_headlines
        all_old = _headlines(self._old, old_story, min((link.old_start for link in links), default=0))
        all_new = _headlines(self._new, new_story, min((link.new_start for link in links), default=0))
        if max(len(all_old), len(all_new)) > most and not alignment.degraded:
            alignment = replace(alignment, degraded=Degraded("too_many_headlines", most))
        old, new = all_old[-most:], all_new[-most:]
        pairs = [
            Link(i, i + 1, j, j + 1, self._similarity.score(range(i, i + 1), range(j, j + 1)))
            for i in old
            for j in new
            if self._corrections.allow(i, j)
        ]
        best = max(pairs, key=lambda link: link.score, default=None)
        if best is None or best.score < MIN_HEADLINE_SCORE:
            return alignment
        return replace(alignment, in_order=(best, *alignment.in_order))

    def _link(self, anchors: Iterable[Link], moved: Iterable[Link], scores: Scores) -> Alignment:
        in_order, crossing = self._corrections.settle([*anchors, *self._link_gaps(scores)])
        off_order = [*moved, *crossing]
        if self._finds_moves:
            off_order += find_moves([*in_order, *off_order], scores, self._similarity, self._old)
        degraded = None if self._is_complete else Degraded("too_many_sentences", self._limits.max_gap_product)
        return Alignment(tuple(in_order), tuple(sorted(off_order)), degraded)

    def _free(self, scores: Scores) -> Scores:
        """Leave out what stands word for word elsewhere, what the reader parted, and what a note is no partner of."""
        old_taken = {i for link in self._moved for i in link.old}
        new_taken = {j for link in self._moved for j in link.new}
        old_notes = {i for gap in self._gaps for i in gap[0] if self._old.is_note(i)}
        new_notes = {j for gap in self._gaps for j in gap[1] if self._new.is_note(j)}
        return {
            (i, j): score
            for (i, j), score in scores.items()
            if i not in old_taken
            and j not in new_taken
            and (i in old_notes) == (j in new_notes)
            and self._corrections.allow(i, j)
        }

    def _link_gaps(self, scores: Scores) -> Iterator[Link]:
        """Yield the links of each gap's heaviest chain."""
        gap_of_new = {j: number for number, gap in enumerate(self._gaps) for j in gap[1]}
        gap_of_old = {i: number for number, gap in enumerate(self._gaps) for i in gap[0]}
        inside: list[list[Link]] = [[] for _ in self._gaps]
        elsewhere: list[Link] = []
        for (i, j), score in scores.items():
            is_inside = gap_of_old[i] == gap_of_new[j]
            (inside[gap_of_old[i]] if is_inside else elsewhere).append(Link(i, i + 1, j, j + 1, score))
        best_elsewhere = _best(elsewhere)
        for links in inside:
            standing = [link for link in links if not _is_better(best_elsewhere, link)]
            chain = heaviest_chain(_with_joins(standing, self._similarity, self._old, self._new))
            best_across = _best(_left_out(links, chain))
            yield from (link for link in chain if not _is_better(best_across, link))


def _headlines(document: Document, story: Sequence[bool], end: int) -> list[int]:
    """Return the headlines of a story's top."""
    return [sentence for sentence in range(end) if story[sentence] and document.is_headline(sentence)]


Best = Mapping[tuple[bool, int], float]


def _best(links: Iterable[Link]) -> Best:
    """Return the best score of each sentence of old (False) and of new (True)."""
    best: dict[tuple[bool, int], float] = {}
    for link in links:
        for place in ((False, link.old_start), (True, link.new_start)):
            best[place] = max(link.score, best.get(place, 0.0))
    return best


def _is_better(best: Best, link: Link) -> bool:
    """Tell whether a sentence of a link has another partner, so much more alike that it must have been moved."""
    ends = [(False, i) for i in link.old] + [(True, j) for j in link.new]
    return max(best.get(place, 0.0) for place in ends) >= link.score + MIN_MOVE_GAIN


def _left_out(links: Iterable[Link], chain: Iterable[Link]) -> Iterator[Link]:
    """Yield the links that cross a chain, and of which one end at least is free."""
    old_taken = {i for link in chain for i in link.old}
    new_taken = {j for link in chain for j in link.new}
    yield from (link for link in links if link.old_start not in old_taken or link.new_start not in new_taken)


def _with_joins(links: Sequence[Link], similarity: Similarity, old: Document, new: Document) -> list[Link]:
    """Add the links that take in neighbours on one side, and leave out those that are too weak."""
    known = {(link.old_start, link.new_start): link.score for link in links}
    likely = [link for link in links if link.score >= MIN_JOINED_SCORE]
    joined = [wider for link in likely for wider in _grown(link, False, old, known, similarity)]
    joined += [wider for link in likely for wider in _grown(link, True, new, known, similarity)]
    return [link for link in [*links, *joined] if link.score >= MIN_LINK_SCORE]


def _grown(link: Link, is_new: bool, document: Document, known: Scores, similarity: Similarity) -> Iterator[Link]:
    """Yield `link` with the next sentences of one side, as long as each of them belongs to the other side too.

    A headline joins nothing: it repeats what the paragraph below it says.
    """
    if document.is_headline((link.new if is_new else link.old)[-1]):
        return
    while len(link.new if is_new else link.old) < MAX_JOINED:
        wider = link._replace(new_end=link.new_end + 1) if is_new else link._replace(old_end=link.old_end + 1)
        alone = known.get((wider.old_start, wider.new_end - 1) if is_new else (wider.old_end - 1, wider.new_start))
        if alone is None or alone < MIN_JOINED_SCORE or document.is_headline((wider.new if is_new else wider.old)[-1]):
            return
        wider = wider._replace(score=similarity.score(wider.old, wider.new))
        is_more_alike = wider.score >= max(link.score, alone) + MIN_JOIN_GAIN
        if not is_more_alike and similarity.least_share(wider.old, wider.new, is_new) < MIN_JOIN_SHARE:
            return
        yield wider
        link = wider
