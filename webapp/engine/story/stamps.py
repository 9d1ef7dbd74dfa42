"""Lines of a page that change by themselves.

Updated 9 minutes ago            a stamp
12 comments                      a stamp
Mar 3, 2026, 10:02 a.m. CST      a moment: it tells nothing else
"""

from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import calendar_words, stamp_words, times
from webapp.engine.story.lines import AFTER_LABEL, behind
from webapp.engine.text.document import Document, opening_pattern
from webapp.patterns import lazy_pattern

_WORD = lazy_pattern(r"\p{L}+")
_CLOCK = lazy_pattern(r"(?<!\p{N})\p{N}{1,2}[:.hH]\p{N}{2}(?!\p{N})")

# Letters of a line that tells when a page was updated.
# Range: 20–100 letters
# Why: Updated Monday, 3 May 2026, 10:30 a.m. BST
# Cases: none
MAX_STAMP_CHARS = 60

# Letters of a line that tells only moments.
# Range: 40–150 letters
# Why: Published: 07:01 GMT, 3 March 2026 | Updated: 08:45 GMT, 3 March 2026
# Cases: none
MAX_MOMENT_CHARS = 100

# Letters of a word that may stand beside a moment without being known.
# Range: 2–4 letters
# Why: GMT, Uhr, at, kl.; but not When, Start, Final
# Cases: none
MAX_LITTLE_WORD_CHARS = 3


def is_stamp(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line tells when the page was updated or how often it was read: words of it and a number.

    Behind a single word another of them follows, a day or a number: "Updated Monday", not "Updated figures: 3 dead".
    """
    start, end = document.line(sentence)
    opening = document.opening(sentence, language.stamps)
    if not opening or end - start > MAX_STAMP_CHARS or document.ends_as_prose(sentence):
        return False
    rest = behind(document, sentence, opening)
    goes_on = AFTER_LABEL.match(document.text, *rest) or opening_pattern(times(language)).match(document.text, *rest)
    return (" " in opening or goes_on is not None) and any(map(str.isdecimal, document.text[start:end]))


def is_moment(document: Document, sentence: int, language: Language) -> bool:
    """Return whether a line tells nothing but when its page was made or updated, by the clock or in words of stamps."""
    line = document.text[slice(*document.line(sentence))]
    if len(line) > MAX_MOMENT_CHARS or not any(map(str.isdecimal, line)):
        return False
    words = {word for word in _WORD.findall(line.casefold()) if len(word) > MAX_LITTLE_WORD_CHARS}
    of_stamps = words & stamp_words(language)
    return words - of_stamps <= calendar_words(language) and bool(of_stamps or _CLOCK.search(line))
