"""Rebuilds either text from a comparison's segments: the proof that a result loses nothing."""

from webapp.engine.model import Comparison
from webapp.engine.span import Span


def old_text(comparison: Comparison) -> str:
    """Return the equal and deleted segments in old order, joined: exactly the old text, or the comparison is wrong."""
    return _join(comparison.old.text, [segment.old for segment in comparison.segments])


def new_text(comparison: Comparison) -> str:
    """Return the equal and inserted segments in new order, joined: exactly the new text, or the comparison is wrong."""
    return _join(comparison.new.text, [segment.new for segment in comparison.segments])


def _join(text: str, spans: list[Span | None]) -> str:
    return "".join(text[start:end] for start, end in sorted(span for span in spans if span is not None))
