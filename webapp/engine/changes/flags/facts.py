"""Facts about a token that no text changes: whether it is a number, a date, a denial. Each is found once.

Tokens are kept by the lexicon from one comparison to the next (`text/lexicon.py`), and so are the facts about them.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

from webapp.engine.languages.language import Language
from webapp.engine.text.forms import Form

Fact = TypeVar("Fact")

# Tokens of which a fact is kept; the least recently used go first.
# Range: 2^12–2^17 tokens
# Why: English news of 100,000 words has 12,000; each fact of so many takes 2 MB
MAX_TOKENS = 1 << 14

# Of longer tokens none is kept, since the cache would hold their text.
# Range: 40–1,000 letters
# Why: one line of 2 MB without a space
MAX_LETTERS = 100


def fact(find: Callable[[Form, Language], Fact]) -> Callable[[Form, Language], Fact]:
    """Keep what a function finds of a token in a language."""
    kept = lru_cache(MAX_TOKENS)(find)

    @wraps(find)
    def known(form: Form, language: Language) -> Fact:
        return kept(form, language) if len(form.text) <= MAX_LETTERS else find(form, language)

    return known
