"""The floor: one pass of our tokeniser over the old text. No engine that looks at each word once can be faster."""

from tests.bench.timing import Measured, repeat
from webapp.engine.languages.detect import detect_language
from webapp.engine.span import Span
from webapp.engine.text.tokenise import tokeniser_for

NAME = "floor"


def version() -> str:
    return "one tokenising pass over the old text"


def measure(old: str, new: str) -> Measured:
    tokeniser = tokeniser_for(detect_language(old, new))
    seconds, _, peak = repeat(lambda old, _: list(tokeniser.tokens(old, Span(0, len(old)))), old, new)
    return Measured(seconds, None, peak)
