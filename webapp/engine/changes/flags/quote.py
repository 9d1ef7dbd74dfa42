"""Quotations: words between quotation marks that differ, or words that became a quotation or ceased to be one."""

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.parts import Part

QUOTATION_MARKS = frozenset("\"“”„«»「」『』'‘’‚״")

# A moved quotation mark counts from this many words on that are quoted on one side only.
# Range: 1–5 words
# Why: *statement-becomes-quotation*; a "disaster" is another thing than a disaster
# Cases: 1: *statement-becomes-quotation*
MIN_WORDS_BETWEEN = 1


def is_quote_change(change: ChangeView) -> bool:
    """Return whether the change is to what somebody is quoted with."""
    alters = any(
        part.side.is_quoted(part) and not change.pair.stands(part) for part in change.parts if not part.is_mark
    )
    return alters or (any(map(_is_quotation_mark, change.parts)) and quotes_otherwise(change))


def quotes_otherwise(change: ChangeView) -> bool:
    """Return whether equal words of the pair are quoted on one side and said on the other.

    Speech that a dash opened and marks enclose now is quoted on both sides.
    """
    marks_speech_anew = change.pair.old.is_speech != change.pair.new.is_speech
    return not marks_speech_anew and change.pair.quoted_on_one_side >= MIN_WORDS_BETWEEN


def _is_quotation_mark(part: Part) -> bool:
    return part.is_mark and part.text[:1] in QUOTATION_MARKS
