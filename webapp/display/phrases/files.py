"""The words that files have beside the two texts."""

from datetime import date, datetime

from webapp.display.phrases.figures import grouped, minute
from webapp.engine.model import Comparison, Relation

ROLES = ("Original", "Compared with")
"""What the old and the new text are called."""

OF_THE_PAGE = "(of the page around the story)"
OTHER_SCRIPT = "(in a script that this picture cannot show)"
NOTHING = "(nothing)"
NO_CHANGES = "No changes."


def figures(comparison: Comparison) -> str:
    """Count words and changes: 34 words deleted, 41 inserted, 12 changes."""
    words = comparison.summary.words
    return (
        f"{grouped(words.deleted)} words deleted, {grouped(words.inserted)} inserted, {_changes(comparison)} changes."
    )


def figures_in_full(comparison: Comparison) -> str:
    """Count words and changes: 90 of the original's 124 words stand, 34 were deleted, 41 inserted; 12 changes."""
    words = comparison.summary.words
    return (
        f"{grouped(words.equal)} of the original's {grouped(words.old)} words stand, {grouped(words.deleted)} were "
        f"deleted, {grouped(words.inserted)} inserted; {_changes(comparison)} changes."
    )


def made_by(comparison: Comparison, moment: date) -> str:
    """Say by which engine and when a comparison was made; to the minute if `moment` has a time, which is in UTC."""
    when = minute(moment) if isinstance(moment, datetime) else moment.isoformat()
    return f"Compared by Stet, engine {comparison.engine}, {when}."


def moved_here(paragraph: int) -> str:
    """Say from which paragraph a sentence was moved."""
    return f"(a sentence was moved here from paragraph {paragraph})"


def also_in(paragraph: int, relation: Relation) -> str:
    """Say where the other side has what a sentence without a partner says."""
    of_old = " of the original" if relation == "added" else ""
    return f"(what a sentence says here is also in paragraph {paragraph}{of_old})"


def _changes(comparison: Comparison) -> str:
    """Count the changes of the story; those of the pages around it are not counted."""
    return grouped(sum(change.scope == "story" for change in comparison.changes))
