"""Tokens as they are compared: each distinct token is analysed once and becomes a Form, compared by identity.

form    a token as written                       one for Labour, another for labour; equal for the reader if `key` is
word    a token without case and spelling        one for labour, Labour and labor
"""

from dataclasses import dataclass

from webapp.engine.text.tokenise import TokenKind


@dataclass(slots=True, eq=False)
class Word:
    """A loose key: a content word, a function word or, if neither, punctuation; `skeleton` is it without accents."""

    text: str
    skeleton: str
    stem: str
    is_content: bool
    is_function: bool


@dataclass(slots=True, eq=False)
class Form:
    """A token as it is written. Equal keys are equal numbers, in all texts of one lexicon."""

    text: str
    kind: TokenKind
    key: int
    word: Word
