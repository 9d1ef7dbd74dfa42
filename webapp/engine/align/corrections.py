"""What the reader corrected: sentences that are not the same, and sentences that are.

Both are named by places in the texts, not by numbers of sentences: the texts never change, the cutting may.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from webapp.engine.align.links import Link
from webapp.engine.options import Options
from webapp.engine.text.document import Document


class Corrections:
    """The reader's corrections, as sentences. `together` are links that are kept whatever their score."""

    def __init__(self, old: Document, new: Document, options: Options) -> None:
        self._apart = {(_sentence_at(old, i), _sentence_at(new, j)) for i, j in options.apart}
        pairs = sorted({(_sentence_at(old, i), _sentence_at(new, j)) for i, j in options.together})
        self.together = tuple(_disjoint(Link(i, i + 1, j, j + 1, 1.0) for i, j in pairs if i >= 0 and j >= 0))
        self._old_taken = {link.old_start for link in self.together}
        self._new_taken = {link.new_start for link in self.together}

    def allow(self, i: int, j: int) -> bool:
        """Return whether the engine may link two sentences."""
        return (i, j) not in self._apart and i not in self._old_taken and j not in self._new_taken

    def settle(self, in_order: Iterable[Link]) -> tuple[list[Link], list[Link]]:
        """Return the links in order with the reader's among them, and those of the reader's that cross them."""
        ordered, crossing = sorted(in_order), []
        for link in self.together:
            at = bisect_left(ordered, link)
            around = ordered[max(at - 1, 0) : at + 1]  # links further off keep the order of these
            if any((link.old_start < other.old_start) != (link.new_start < other.new_start) for other in around):
                crossing.append(link)
            else:
                ordered.insert(at, link)
        return ordered, crossing


def _sentence_at(document: Document, place: int) -> int:
    return bisect_right(document.sentences, place, key=lambda sentence: sentence.start) - 1


def _disjoint(links: Iterable[Link]) -> Iterable[Link]:
    """Yield the links without a second one for any sentence: the first wins."""
    old_taken: set[int] = set()
    new_taken: set[int] = set()
    for link in links:
        if link.old_start not in old_taken and link.new_start not in new_taken:
            old_taken.add(link.old_start)
            new_taken.add(link.new_start)
            yield link
