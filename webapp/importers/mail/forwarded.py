"""Mails in a mail: which of them is the story."""

from collections.abc import Sequence
from dataclasses import replace

from webapp.importers.imported import Imported

FORWARDED = "This is the mail that was forwarded. What stands above it is left out."
NOT_FORWARDED = "The mail forwards another one, which has less text and is left out."


def longest(own: Imported, forwarded: Sequence[Imported]) -> Imported:
    """Return what stands in a mail itself, or the longest of those that it forwards."""
    best = max(forwarded, key=_length, default=None)
    if best is None:
        return own
    if _length(own) > _length(best):
        return replace(own, warnings=(*own.warnings, NOT_FORWARDED))
    return replace(best, warnings=(*best.warnings, FORWARDED)) if own.text.strip() else best


def _length(story: Imported) -> int:
    return len(story.text)
