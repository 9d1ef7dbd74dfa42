"""What is known of tokens and chunks in one language for one choice of what to ignore; kept between comparisons.

A chunk is what stands between white space. Most are cut into the same tokens wherever they stand, and are cut once:

    the  said,  (U.N.  co-operation”      always the same tokens
    Aug.  31  $  5,000  no.  東京          it depends on what is beside them, or they hardly recur: cut where they stand

Several threads may fill one lexicon: `setdefault` lets each token have one form, whoever makes it first.
"""

from collections.abc import Mapping
from functools import lru_cache
from itertools import count
from sys import maxsize
from typing import get_args

from webapp.engine.languages.language import Language
from webapp.engine.languages.scripts import in_one_script
from webapp.engine.languages.skeleton import skeleton
from webapp.engine.options import Ignorable
from webapp.engine.span import Span
from webapp.engine.text.forms import Form, Word
from webapp.engine.text.normalise import loose_key, stem, token_key
from webapp.engine.text.tokenise import Tokeniser, TokenKind, tokeniser_for

# Letters of the tokens of a lexicon; one that has more is not kept for the next comparison.
# Range: 2^14–2^20 letters
# Why: English news has 20,000 words of 8 letters in a million; a lexicon of so many takes 12 MB
MAX_LETTERS_KEPT = 1 << 17

# A lexicon with a longer token is not kept either.
# Range: 2^7–2^12 letters
# Why: `test_nothing_is_kept_of_long_words`; addresses of pages are shorter
MAX_TOKEN_LETTERS_KEPT = 1 << 10

# Lexicons that are kept, the least recently used goes first.
# Range: 1–20 lexicons
# Why: one for each language and choice of what to ignore; most sites have one or two
MAX_LEXICONS = 3

# Chunks that a lexicon holds; those met later are cut where they stand.
# Range: 2^12–2^18 chunks
# Why: two texts of 270,000 words that do not recur
MAX_CHUNKS = 1 << 15

# A longer chunk is cut where it stands.
# Range: 10–100 characters
# Why: addresses of pages and lines without spaces hardly recur
MAX_CHUNK_CHARS = 40

_DEPENDS = maxsize
"""More words than a text may have."""

_ONE_NUMBER = maxsize >> 16
"""The same, but a number of such are less than `_DEPENDS`."""

PLAIN_MARKS = ".,;:!?"
"""Marks that are tokens by themselves behind a word."""

Piece = tuple[int, int, Form]
"""(start, end, form): a token of a chunk, counted from the chunk's start."""


class Lexicon:
    """Interns tokens and chunks: `forms[kind][text]` is the same object for the same text.

    chunks  {chunk: its form if it is one token, else its pieces; None if these depend on its neighbours}
    counts  {chunk: how many words, numbers and dates it has; _ONE_NUMBER more if that depends on numbers and dates
            beside it, _DEPENDS if on anything else beside it}
    """

    def __init__(self, language: Language, ignore: frozenset[Ignorable]) -> None:
        self.tokeniser = tokeniser_for(language)
        self.forms: Mapping[TokenKind, Mapping[str, Form]] = {kind: _Forms(self, kind) for kind in get_args(TokenKind)}
        self.chunks: Mapping[str, Form | tuple[Piece, ...] | None] = _Chunks(self)
        self.counts: Mapping[str, int] = _Counts(self.tokeniser)
        self._language = language
        self._ignore = ignore
        self._keys: dict[str, int] = {}
        self._numbers = count()
        self._words: dict[str, Word] = {}
        self._letters = 0
        self._is_kept = True

    def count_words(self, text: str, span: Span) -> int:
        """Return how many words, numbers and dates `text[span]` has."""
        words = sum(map(self.counts.__getitem__, text[slice(*span)].split()))
        if words < _ONE_NUMBER:
            return words
        return words - _ONE_NUMBER if words < 2 * _ONE_NUMBER else self.tokeniser.count_words(text, span)

    def make_form(self, text: str, kind: TokenKind) -> Form:
        """Make the form of a new token."""
        key = token_key(text, self._ignore, self._language)
        key = text if key == text else key  # one string, not two equal ones: a long text has many words
        self._letters += len(text)
        if self._is_kept and (self._letters > MAX_LETTERS_KEPT or len(text) > MAX_TOKEN_LETTERS_KEPT):
            self._is_kept = False
            lexicon_for.cache_clear()  # dropped once the comparisons that use it are done
        return Form(text, kind, self._keys.setdefault(key, next(self._numbers)), self._word(text, kind))

    def _word(self, text: str, kind: TokenKind) -> Word:
        loose = loose_key(text, self._language)
        loose = text if loose == text else loose
        word = self._words.get(loose)
        if word is None:
            is_function = kind == "word" and loose in self._language.function_words
            is_content = kind != "punctuation" and not is_function
            bare = in_one_script(loose, self._language)
            bare = bare if self._language.marks_are_letters else skeleton(bare)
            word = self._words.setdefault(loose, Word(loose, bare, stem(bare), is_content, is_function))
        return word


@lru_cache(MAX_LEXICONS)
def lexicon_for(language: Language, ignore: frozenset[Ignorable]) -> Lexicon:
    """Return the lexicon of a language for one choice of what to ignore."""
    return Lexicon(language, ignore)


class _Forms(dict[str, Form]):
    """The forms of one kind, made at the first look-up."""

    def __init__(self, lexicon: Lexicon, kind: TokenKind) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._kind = kind

    def __missing__(self, text: str) -> Form:
        return self.setdefault(text, self._lexicon.make_form(text, self._kind))


class _Chunks(dict[str, Form | tuple[Piece, ...] | None]):
    """The pieces of each chunk, cut at the first look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, chunk: str) -> Form | tuple[Piece, ...] | None:
        if len(chunk) > MAX_CHUNK_CHARS or len(self) >= MAX_CHUNKS:
            return None
        return self.setdefault(chunk, self._cut(chunk))

    def _cut(self, chunk: str) -> Form | tuple[Piece, ...] | None:
        forms, tokeniser = self._lexicon.forms, self._lexicon.tokeniser
        if tokeniser.is_plain(chunk):
            return forms["word"][chunk]
        if chunk[-1] in PLAIN_MARKS and tokeniser.is_plain(chunk[:-1]):
            end = len(chunk) - 1
            return (0, end, forms["word"][chunk[:end]]), (end, end + 1, forms["punctuation"][chunk[end]])
        if tokeniser.depends_on_neighbours(chunk):
            return None
        tokens = tokeniser.tokens(chunk, Span(0, len(chunk)))
        pieces = tuple((start, end, forms[kind][chunk[start:end]]) for start, end, kind in tokens)
        # A character that nobody sees may stand before the only token, which then is not the whole chunk.
        is_one = len(pieces) == 1 and pieces[0][:2] == (0, len(chunk))
        return pieces[0][2] if is_one else pieces


class _Counts(dict[str, int]):
    """How many words each chunk has, counted at the first look-up."""

    def __init__(self, tokeniser: Tokeniser) -> None:
        super().__init__()
        self._tokeniser = tokeniser

    def __missing__(self, chunk: str) -> int:
        if len(chunk) > MAX_CHUNK_CHARS or len(self) >= MAX_CHUNKS:
            return _DEPENDS
        return self.setdefault(chunk, self._count(chunk))

    def _count(self, chunk: str) -> int:
        tokeniser = self._tokeniser
        if tokeniser.is_plain(chunk.rstrip(PLAIN_MARKS)):
            return 1
        if tokeniser.depends_beside_words(chunk):
            return _DEPENDS
        words = tokeniser.count_words(chunk, Span(0, len(chunk)))
        return words + _ONE_NUMBER if tokeniser.depends_on_neighbours(chunk) else words
