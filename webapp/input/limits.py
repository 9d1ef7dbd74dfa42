"""The size limits of input that more than one module needs.

The limits of a text are settings; their defaults are here too.
"""

from dataclasses import dataclass
from typing import Protocol

from webapp.fetching.model import FetchRules

MAX_LINE_CHARS = 300
"""Of a line about a text: a title, an outlet, a byline."""

MAX_COLLECTION_CHARS = 100
"""Of the name of a collection, which stands in lists."""

MAX_NOTE_CHARS = 2_000
"""Of a note about an article or a link."""

MAX_QUERY_CHARS = 200
"""Of a search on a page; what is longer is cut."""

MAX_ECHO_CHARS = 40
"""Of what a message repeats of unusable input."""

CHANGES_ONLY_WORDS = 20_000
"""Words of both texts together above which a page opens with the changes only, without another setting."""


class TextLimits(Protocol):
    """The longest text of one side, the largest file, and what may be fetched. The settings are such limits."""

    @property
    def max_text_bytes(self) -> int:
        """In bytes of UTF-8."""

    @property
    def max_text_words(self) -> int:
        """In words."""

    @property
    def max_upload_bytes(self) -> int:
        """Of the file that the text comes from, in bytes."""

    @property
    def fetch_rules(self) -> FetchRules:
        """Of the address that the text comes from."""


@dataclass(frozen=True, slots=True)
class DefaultTextLimits:
    """The limits without settings."""

    max_text_bytes: int = 2_000_000
    max_text_words: int = 300_000
    max_upload_bytes: int = 10_000_000  # of which pictures in a Word document take most
    fetch_rules: FetchRules = FetchRules()


DEFAULT_LIMITS = DefaultTextLimits()
