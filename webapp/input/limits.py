"""How long a text may be: what the settings say, or without any setting the default."""

from dataclasses import dataclass
from typing import Protocol


class TextLimits(Protocol):
    """The longest text of one side. The settings are such limits."""

    @property
    def max_text_bytes(self) -> int:
        """In bytes of UTF-8."""

    @property
    def max_text_words(self) -> int:
        """In words."""


@dataclass(frozen=True, slots=True)
class DefaultTextLimits:
    """The limits where nobody sets others."""

    max_text_bytes: int = 2_000_000
    max_text_words: int = 300_000


DEFAULT_LIMITS = DefaultTextLimits()
