"""What it is worth to set a unit of old against a unit of new."""

from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from webapp.engine.text.forms import Form, Word
from webapp.engine.text.tokenise import TokenKind

# Grade of equal content words.
# Range: 1.1–5
# Why: word alignment; the order of the grades matters, the distances hardly
# Cases: 9: *rewritten-sentence*, *back-translation--nextshark-rewrite* …
EQUAL_CONTENT = 2.2

# Grade of the same word in other case, typography or spelling.
# Range: .5–2.2
# Why: word alignment
# Cases: 2: *daily-caller-rewrite--nextshark-rewrite*, *nextshark-rewrite--daily-caller-rewrite*
SAME_WORD = 2.0

# Grade of two words with one stem.
# Range: .5–2.2
# Why: word alignment
# Cases: 4: *828cloud-archive--back-translation*, *back-translation--nextshark-rewrite* …
SAME_STEM = 1.7

# Grade of two words of nearly the same letters.
# Range: .2–2
# Why: word alignment
# Cases: none
NEAR_SPELLING = 1.2

# Grade of equal function words.
# Range: .2–2.2
# Why: word alignment
# Cases: 8: *back-translation--nextshark-rewrite*, *nextshark-rewrite--back-translation* …
EQUAL_FUNCTION_WORD = 1.0

# Grade of a number beside a number, a date beside a date.
# Range: .1–2
# Why: word alignment
# Cases: none
SAME_KIND = 0.8

# Grade of equal marks.
# Range: .1–2
# Why: word alignment
# Cases: none
EQUAL_MARK = 0.5

# Past this many numbers, or dates, on a side they get no grade for being of one kind.
# Range: 8–200 numbers
# Why: among so many it is chance which faces which; sentences of 140 numbers took 14 times the time of prose
MAX_SAME_KIND = 24

# Two spellings of one word are this much alike.
# Range: .60–.95 similarity of letters
# Why: Uyghur and Uighur .83, Pekin and Peking .91; form and from .75
# Cases: none
MIN_NEAR_SPELLING = 0.8

# Shorter words are not compared by their letters.
# Range: 2–8 letters
# Why: short words are near one another by chance
# Cases: none
MIN_NEAR_LENGTH = 4

# Longer words are not compared by their letters.
# Range: 40–1,000 letters
# Why: nobody mistakes such spellings for each other; two words of 1.9 million letters took 44 seconds
# Cases: none
MAX_NEAR_LENGTH = 100


def grade_rows(old: Sequence[Form], new: Sequence[Form]) -> list[dict[int, float]]:
    """Return, for each form of old, the grades of the forms of new that are worth anything beside it."""
    partners = _Partners(new)
    rows = {form: partners.grades(form) for form in dict.fromkeys(old)}
    return [rows[form] for form in old]


def are_related(old: Form, new: Form) -> bool:
    """Return whether a form of new is worth anything beside a form of old, when both are alone."""
    word, other = old.word, new.word
    if word is other:
        return True
    if not (word.is_content and other.is_content):
        return False
    if old.kind != "word" or new.kind != "word":
        return old.kind == new.kind
    return word.stem == other.stem or _are_near(word, other)


class _Partners:
    """The units of new, found by what makes them worth something beside a form of old."""

    def __init__(self, new: Sequence[Form]) -> None:
        self._places: defaultdict[Form, list[int]] = defaultdict(list)
        self._by_stem: defaultdict[str, list[int]] = defaultdict(list)
        self._by_kind: defaultdict[TokenKind, list[int]] = defaultdict(list)
        for j, form in enumerate(new):
            self._places[form].append(j)
            if form.word.is_content and form.kind == "word":
                self._by_stem[form.word.stem].append(j)
            elif form.word.is_content:
                self._by_kind[form.kind].append(j)
        self._by_word: defaultdict[Word, list[Form]] = defaultdict(list)
        for form in self._places:
            self._by_word[form.word].append(form)
        self._spelt = {
            form: form.word.text for form in self._places if form.kind == "word" and _has_spelling(form.word)
        }

    def grades(self, old: Form) -> dict[int, float]:
        """Return {index of a unit of new: its grade beside `old`}; what is worth most is written last."""
        row: dict[int, float] = {}
        if old.word.is_content and old.kind == "word":
            for form in self._near_in_spelling(old):
                row.update(dict.fromkeys(self._places[form], NEAR_SPELLING))
            row.update(dict.fromkeys(self._by_stem[old.word.stem], SAME_STEM))
        elif old.word.is_content and len(self._by_kind[old.kind]) <= MAX_SAME_KIND:
            row.update(dict.fromkeys(self._by_kind[old.kind], SAME_KIND))
        for form in self._by_word[old.word]:
            row.update(dict.fromkeys(self._places[form], _grade_of_same(old, form)))
        return row

    def _near_in_spelling(self, old: Form) -> list[Form]:
        """Return the words spelt nearly alike, found by one call into the library, not by one for each."""
        if not _has_spelling(old.word):
            return []
        cutoff = MIN_NEAR_SPELLING
        near = extract(old.word.text, self._spelt, scorer=Indel.normalized_similarity, score_cutoff=cutoff, limit=None)
        return [form for _, _, form in near]


def _are_near(word: Word, other: Word) -> bool:
    if not (_has_spelling(word) and _has_spelling(other)):
        return False
    return Indel.normalized_similarity(word.text, other.text, score_cutoff=MIN_NEAR_SPELLING) > 0


def _has_spelling(word: Word) -> bool:
    return word.is_content and MIN_NEAR_LENGTH <= len(word.text) <= MAX_NEAR_LENGTH


def _grade_of_same(old: Form, new: Form) -> float:
    if old.word.is_content:
        return EQUAL_CONTENT if old.key == new.key else SAME_WORD
    return EQUAL_FUNCTION_WORD if old.word.is_function else EQUAL_MARK
