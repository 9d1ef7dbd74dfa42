"""A change as its flags look at it: its words on both sides, inside the pair that it belongs to."""

from dataclasses import dataclass

from webapp.engine.changes.flags.pair import Cue, PairView, Parts, content
from webapp.engine.changes.flags.parts import Part


@dataclass(slots=True, eq=False)
class ChangeView:
    """One change inside its pair."""

    pair: PairView
    old: Parts
    new: Parts

    @property
    def parts(self) -> Parts:
        return (*self.old, *self.new)

    def unbalanced(self, cue: Cue, counted: Cue | None = None) -> bool:
        """Return whether the change holds a cue that one side of the pair has more often than the other.

        Cues are counted over the whole pair: a word that is lost here and found there was not lost, unless another of
        its kind took its place: "300 to Lyon and 120 to Nantes", "120 to Lyon and 300 to Nantes". If a cue has several
        words, `counted` returns it for one of them only.
        """
        old_cues, new_cues = ({cue(part, self.pair) for part in parts} - {None} for parts in (self.old, self.new))
        if not (old_cues or new_cues):
            return False
        balance = self.pair.balance(counted or cue)
        return not (old_cues.isdisjoint(balance.lost) and new_cues.isdisjoint(balance.found)) or self.sets_in_place(cue)

    def is_exchange(self) -> bool:
        """Return whether the change swaps content words that were swapped back elsewhere in the pair."""
        if self.pair.displaced.isdisjoint(part.word for part in self.old if part.word.is_content):
            return False
        turned = (self.pair.matter(self.new, content), self.pair.matter(self.old, content))
        return turned in self.pair.replacements and self.sets_in_place(content)

    def sets_in_place(self, cue: Cue) -> bool:
        """Return whether the change replaces cues by other cues and nothing else, between equal content words.

        In a moved clause the content around differs: "3 in Lyon and 5 in Nantes" for "5 in Nantes and 3 in Lyon".
        """
        old, new = self.pair.matter(self.old, cue), self.pair.matter(self.new, cue)
        if not (old and new) or None in (*old, *new) or set(old) == set(new):
            return False
        return all((before and before.word) is (after and after.word) for before, after in self.content_around())

    def content_around(self) -> tuple[tuple[Part | None, Part | None], ...]:
        """Return the nearest words of content on both sides, before the change and behind it."""
        old, new = self.pair.old, self.pair.new
        return (
            (old.next_content(self.old[0].index, -1), new.next_content(self.new[0].index, -1)),
            (old.next_content(self.old[-1].index, 1), new.next_content(self.new[-1].index, 1)),
        )
