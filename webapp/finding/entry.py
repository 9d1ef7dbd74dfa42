"""What the index holds of an article: its words, and the checksums of its sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b

from webapp.engine.languages.language import NO_LANGUAGE
from webapp.engine.span import Span
from webapp.engine.text.paragraphs import split_paragraphs
from webapp.engine.text.tokenise import tokeniser_for
from webapp.finding.words import terms_of

# Words from which a sentence counts when articles are compared by their sentences.
# Range: 3–8 words
# Why: shorter ones are bylines, captions and calls to read more, which other stories have too
MIN_SENTENCE_WORDS = 5

KEY_BYTES = 8
CACHED_TEXTS = 4
"""Texts are read before a transaction begins, and their entries taken in it: nobody waits for the reading."""

PART_END = "\ue000"
"""Stands between parts of a description, so that no phrase goes across. No word has this character."""


@dataclass(frozen=True, slots=True)
class Findable:
    """What is found of an article.

    terms      its words, with a space between two
    sentences  a checksum of 64 bits, signed, for each of its sentences that is long enough; in ascending order
    """

    terms: str
    sentences: tuple[int, ...]


def entry_of(head: Iterable[str], text: str) -> Findable:
    """Return what is found of an article: by its description, line by line, and its text."""
    body = text_entry(text)
    parts = (" ".join(terms_of(line)) for line in head)
    return Findable(f" {PART_END} ".join([*filter(None, parts), body.terms]), body.sentences)


@lru_cache(CACHED_TEXTS)
def text_entry(text: str) -> Findable:
    """Return what is found of a text."""
    sentences = list(map(terms_of, sentences_of(text)))
    keys = {_key(terms) for terms in sentences if len(terms) >= MIN_SENTENCE_WORDS}
    return Findable(" ".join([term for terms in sentences for term in terms]), tuple(sorted(keys)))


def sentences_of(text: str) -> Iterator[str]:
    """Yield the sentences of a text, in order."""
    for paragraph in split_paragraphs(text):
        for start, end in tokeniser_for(NO_LANGUAGE).sentences(text, Span(*paragraph)):
            yield text[start:end]


def _key(terms: list[str]) -> int:
    """Return the checksum of a sentence. Marks, case and accents do not count."""
    digest = blake2b(" ".join(terms).encode(), digest_size=KEY_BYTES).digest()
    return int.from_bytes(digest, "big", signed=True)
