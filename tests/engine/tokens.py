"""The tokens of a text with the white space between them: together they are the text again."""

from typing import Literal, NamedTuple

from webapp.engine.span import Span
from webapp.engine.text.tokenise import Tokeniser, TokenKind


class Token(NamedTuple):
    """A token of the engine, or a run of white space; offsets are code points into the text."""

    start: int
    end: int
    kind: TokenKind | Literal["space"]


def all_tokens(cutter: Tokeniser, text: str, span: Span | None = None) -> list[Token]:
    """Return the tokens of `text[span]`, white space among them; they tile the span."""
    start, end = span or (0, len(text))
    tokens: list[Token] = []
    for token in cutter.tokens(text, Span(start, end)):
        if start < token[0]:
            tokens.append(Token(start, token[0], "space"))
        tokens.append(Token(*token))
        start = token[1]
    return [*tokens, Token(start, end, "space")] if start < end else tokens
