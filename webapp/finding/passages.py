"""The sentence of a text that was found, with the words that were looked for marked in it."""

from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass

from webapp.engine.languages.language import NO_LANGUAGE
from webapp.engine.span import Span
from webapp.engine.text.paragraphs import lines_of
from webapp.engine.text.tokenise import tokeniser_for
from webapp.finding.queries import Wanted
from webapp.finding.words import terms_of, words_of

MAX_PASSAGE_CHARS = 240
"""Of the sentence that was found. Of a longer one, what is around the first word is shown."""

MAX_SEEN_CHARS = 100_000
"""Of a text, in which the sentence is looked for; that of a word that stands later is not shown."""

CHARS_BEFORE = 60
ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class PassagePart:
    """A piece of a passage. `is_marked`: it is one of the words that were looked for."""

    text: str
    is_marked: bool = False


def passage_of(text: str, wanted: Sequence[Wanted]) -> tuple[PassagePart, ...]:
    """Return the sentence with the most of what is wanted, of the first line with the most; empty if there is none."""
    line = _most(lines_of(text[:MAX_SEEN_CHARS]), lambda line: _count(text, line, wanted), len(wanted))
    cut = tokeniser_for(NO_LANGUAGE).sentences(text, line) if line else ()
    sentence = _most(cut, lambda sentence: _count(text, sentence, wanted), len(wanted))
    if sentence is None:
        return ()
    places = {place for each in wanted for place in _places(text, sentence, each)}
    return _marked(text, sentence, sorted(places))


def _most(spans: Iterable[Span], count: Callable[[Span], int], enough: int) -> Span | None:
    """Return the first of the stretches that count most, or None if all count nothing."""
    best, most = None, 0
    for span in spans:
        found = count(span)
        if found > most:
            best, most = span, found
        if most == enough:
            break
    return best


def _count(text: str, stretch: Span, wanted: Sequence[Wanted]) -> int:
    terms = terms_of(text[slice(*stretch)])
    known = set(terms)
    return sum(known.issuperset(each.terms[:-1]) and _stands_in(terms, known, each) for each in wanted)


def _stands_in(terms: Sequence[str], known: Set[str], wanted: Wanted) -> bool:
    last = wanted.terms[-1]
    if last not in known and not (wanted.is_prefix and any(term.startswith(last) for term in known)):
        return False
    return len(wanted.terms) == 1 or any(_begins(terms, at, wanted) for at in range(len(terms)))


def _places(text: str, sentence: Span, wanted: Wanted) -> list[Span]:
    words = list(words_of(text, *sentence))
    terms, length = [word.term for word in words], len(wanted.terms)
    return [Span(words[at].start, words[at + length - 1].end) for at in range(len(words)) if _begins(terms, at, wanted)]


def _begins(terms: Sequence[str], at: int, wanted: Wanted) -> bool:
    """Return whether what is wanted begins with this word."""
    *first, last = wanted.terms
    end = at + len(first)
    if end >= len(terms) or list(terms[at:end]) != first:
        return False
    return terms[end].startswith(last) if wanted.is_prefix else terms[end] == last


def _marked(text: str, sentence: Span, places: Sequence[Span]) -> tuple[PassagePart, ...]:
    if not places:
        return ()
    shown = _window(text, sentence, places[0])
    parts = [PassagePart(ELLIPSIS)] if shown.start > sentence.start else []
    done = shown.start
    for start, end in places:
        if start < done or end > shown.end:
            continue
        parts += [PassagePart(_one_line(text[done:start])), PassagePart(_one_line(text[start:end]), True)]
        done = end
    parts.append(PassagePart(_one_line(text[done : shown.end])))
    if shown.end < sentence.end:
        parts.append(PassagePart(ELLIPSIS))
    return tuple(part for part in parts if part.text)


def _window(text: str, sentence: Span, first: Span) -> Span:
    """Return the stretch of a sentence that is shown: all of it, or what is around the first place."""
    if sentence.end - sentence.start <= MAX_PASSAGE_CHARS:
        return sentence
    start = max(sentence.start, min(first.start - CHARS_BEFORE, sentence.end - MAX_PASSAGE_CHARS))
    end = min(sentence.end, max(start + MAX_PASSAGE_CHARS, first.end))
    if start > sentence.start:  # not within a word, if there is a space
        start = text.find(" ", start, first.start) + 1 or start
    if end < sentence.end:
        space = text.rfind(" ", first.end, end)
        end = space if space > 0 else end
    return Span(start, end)


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ")
