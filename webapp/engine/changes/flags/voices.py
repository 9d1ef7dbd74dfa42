"""Who says it, as a group of words: "a source close to the mayor" said, according to "police sources".

A voice stands before a word of saying, behind one that follows a mark, or behind a phrase that opens a source.
"""

from collections.abc import Iterator, Sequence

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.parts import PairSide
from webapp.engine.languages.language import Language
from webapp.engine.text.forms import Form

# Words of a voice.
# Range: 3–15 words
# Why: "a senior official close to the talks in Geneva"
MAX_VOICE = 8

Forms = Sequence[Form]


def changes_voice(change: ChangeView) -> bool:
    """Return whether a voice gained or lost the word for a source: "police sources" for "police".

    A pronoun for a source is no change: both sides must name somebody.
    """
    language = change.pair.language
    here = {_key(part.form, language) for part in change.parts if part.word.text in language.sources}
    if not here:
        return False
    old, new = (tuple(_voices(side, language)) for side in (change.pair.old, change.pair.new))
    if not all(any(form.word.is_content for voice in voices for form in voice) for voices in (old, new)):
        return False
    return not here.isdisjoint(_sources(old, language) ^ _sources(new, language))


def _sources(voices: Sequence[Forms], language: Language) -> set[str]:
    return {_key(form, language) for voice in voices for form in voice if form.word.text in language.sources}


def _key(form: Form, language: Language) -> str:
    """Name a source; a spokeswoman and a spokesman are one."""
    word = form.word.text
    is_person = word in language.masculine or word in language.feminine or word in language.neutral
    return "" if is_person else form.word.stem


def _voices(side: PairSide, language: Language) -> Iterator[Forms]:
    forms = side.forms
    for index, form in enumerate(forms):
        if form.word.text in language.attributions:
            before = tuple(_until_mark(forms[max(index - MAX_VOICE, 0) : index][::-1]))
            yield _named(before, language) if before else tuple(_until_mark(forms[index + 1 : index + 1 + MAX_VOICE]))
        if any(_ends_here(opener.split(), forms, index) for opener in language.source_openers):
            yield tuple(_until_mark(forms[index + 1 : index + 1 + MAX_VOICE]))


def _named(before: Forms, language: Language) -> Forms:
    """Return a voice, read backwards from its word of saying; a pronoun names nobody: "the ministry, where he said"."""
    nearest = next((form for form in before if form.word.text not in language.auxiliaries), None)
    return before if nearest and nearest.word.is_content else ()


def _ends_here(words: Sequence[str], forms: Forms, index: int) -> bool:
    start = index + 1 - len(words)
    return start >= 0 and [form.word.text for form in forms[start : index + 1]] == words


def _until_mark(forms: Forms) -> Iterator[Form]:
    for form in forms:
        if form.kind == "punctuation":
            return
        yield form
