"""The tokens of both texts as units: a unit is a form at its place, with the white space after it."""

import re
from array import array
from collections.abc import Sequence
from itertools import chain, compress
from typing import NamedTuple

from webapp.engine.context import Context
from webapp.engine.span import Span
from webapp.engine.text.forms import Form
from webapp.engine.text.lexicon import lexicon_for
from webapp.engine.text.normalise import on_one_line

_CHUNK = re.compile(r"\S+")


class Units(NamedTuple):
    """The units of a stretch, in three columns. A token is `[start, end)`; its unit ends where the next one starts.

    The offsets are 32-bit arrays: as objects those of two million marks would take a quarter of a gigabyte.
    """

    forms: tuple[Form, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def where(self, wanted: Sequence[object]) -> "Units":
        """Return the units that are wanted."""
        starts, ends = (array("I", compress(places, wanted)) for places in (self.starts, self.ends))
        return Units(tuple(compress(self.forms, wanted)), starts, ends)


def join_units(parts: Sequence[Units]) -> Units:
    """Return the units of neighbouring stretches as those of one."""
    if len(parts) == 1:
        return parts[0]
    starts = array("I", chain.from_iterable(part.starts for part in parts))
    ends = array("I", chain.from_iterable(part.ends for part in parts))
    return Units(tuple(chain.from_iterable(part.forms for part in parts)), starts, ends)


class Vocabulary:
    """Cuts both texts of a comparison: stretches into units, by the kept lexicon, and paragraphs into sentences."""

    def __init__(self, context: Context) -> None:
        self._lexicon = lexicon_for(context.language, context.options.ignore)
        self.tokeniser = self._lexicon.tokeniser
        self.has_ordinal_dot = context.language.ordinal_dot
        self._keeps_marks = "punctuation" not in context.options.ignore
        self._paragraphs: dict[str, list[tuple[int, int, str]]] = {}

    def units(self, text: str, span: Span) -> Units:
        """Return the units of `text[span]`, at least one; marks only where the reader does not ignore them."""
        units = self._all_units(text, span)
        if self._keeps_marks:
            return units
        is_word = [form.kind != "punctuation" for form in units.forms]
        return units.where(is_word if any(is_word) else [True])

    def _all_units(self, text: str, span: Span) -> Units:
        """Return the tokens that `tokens` of the tokeniser gives; chunks that are known are not cut again."""
        chunks = self._lexicon.chunks
        forms: list[Form] = []
        starts, ends = array("I"), array("I")
        done = span.start
        for match in _CHUNK.finditer(text, *span):
            start, end = match.span()
            if start < done:
                continue
            pieces = chunks[match[0]]
            if pieces is None:
                done = self._cut_from(start, text, span.end, forms, starts, ends)
            elif isinstance(pieces, Form):
                forms.append(pieces)
                starts.append(start)
                ends.append(end)
            else:
                for first, last, form in pieces:
                    forms.append(form)
                    starts.append(start + first)
                    ends.append(start + last)
        return Units(tuple(forms), starts, ends)

    def _cut_from(
        self, place: int, text: str, stop: int, forms: list[Form], starts: "array[int]", ends: "array[int]"
    ) -> int:
        """Add the tokens from a chunk's start on to the first that ends where a chunk does; return its end."""
        end = place
        for start, end, kind in self.tokeniser.tokens(text, Span(place, stop)):
            forms.append(self._lexicon.forms[kind][text[start:end]])
            starts.append(start)
            ends.append(end)
            if end == stop or text[end].isspace():
                break
        return end

    def count_words(self, text: str, span: Span) -> int:
        """Return how many words, numbers and dates `text[span]` has."""
        return self._lexicon.count_words(text, span)

    def sentences(self, paragraph: str) -> Sequence[tuple[int, int, str]]:
        """Return (start, end, text on one line) of a paragraph's sentences; equal paragraphs are cut once."""
        if paragraph not in self._paragraphs:
            spans = self.tokeniser.sentences(paragraph, Span(0, len(paragraph)))
            self._paragraphs[paragraph] = [(*span, on_one_line(paragraph[slice(*span)])) for span in spans]
        return self._paragraphs[paragraph]
