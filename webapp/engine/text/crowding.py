"""Texts of very many very short lines or sentences: neighbours are joined to stretches.

    7            7
    12           12      one stretch, compared word by word like a sentence
    9     ->     9
    40
    ...          40 ...  the next

A sentence costs the same whether it holds a letter or a hundred words, and two megabytes of lines of one sign would be
a million of them. The content of a line, not a count of lines, decides where a stretch ends: an added line changes its
own stretch, not all that follow.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from zlib import crc32

from webapp.engine.options import Limits
from webapp.engine.span import Span
from webapp.engine.text.paragraphs import lines_of
from webapp.engine.text.tokenise import Tokeniser

# A text of more sentences than `max_sentences` is crowded if they are shorter than this on average.
# Range: 8–64 characters
# Why: English news has 120 to a sentence, Chinese news 35
MIN_MEAN_CHARS = 32

# A sentence of a crowded text that is at least this long stays by itself.
# Range: 16–128 characters
# Why: `test_a_long_sentence_of_a_crowded_text_stands_alone`
MIN_CHARS_ALONE = 48

# Length from which a stretch of short sentences may end.
# Range: 48–512 characters
# Why: all words of two stretches are graded against each other
MIN_STRETCH = 64

# Length at which a stretch ends at any line.
# Range: 64–2,048 characters
# Why: lines that are all alike
MAX_STRETCH = 128

# One line in this many may end a stretch, chosen by what it says.
# Range: 2–64 lines
# Why: `test_a_line_added_to_a_crowded_text_changes_its_stretch_alone`
ENDING_ONE_IN = 4

_ENDS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029.!?…؟۔։:;\u037e።፧፡।॥།༎။។៕。！？｡．"


def is_crowded(text: str, tokeniser: Tokeniser, limits: Limits) -> bool:
    """Return whether a text has more than `limits.max_sentences` sentences that are very short on average."""
    most = max(limits.max_sentences, len(text) // MIN_MEAN_CHARS)
    # Every sentence but the last ends with one of these: most texts have too few, and need not be cut.
    if sum(map(text.count, _ENDS)) < most:
        return False
    sentences = (sentence for line in lines_of(text) for sentence in tokeniser.sentences(text, line))
    return next(islice(sentences, most, None), None) is not None


def gather(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans with the short ones among them joined to stretches; in order, like `spans`."""
    start = end = -1
    for span in spans:
        is_short = span.end - span.start < MIN_CHARS_ALONE
        if start >= 0 and not is_short:
            yield Span(start, end)
            start = -1
        if not is_short:
            yield span
            continue
        start, end = (span.start if start < 0 else start), span.end
        if _ends_stretch(text, start, span):
            yield Span(start, end)
            start = -1
    if start >= 0:
        yield Span(start, end)


def _ends_stretch(text: str, start: int, span: Span) -> bool:
    length = span.end - start
    if not MIN_STRETCH <= length < MAX_STRETCH:
        return length >= MAX_STRETCH
    return crc32(text[slice(*span)].encode("utf-8", "surrogatepass")) % ENDING_ONE_IN == 0
