"""Dates: a day, a month, a weekday that one side names and the other does not. Formats of one date are equal."""

from webapp.engine.changes.flags.change import ChangeView
from webapp.engine.changes.flags.facts import fact
from webapp.engine.changes.flags.figures import is_readable
from webapp.engine.changes.flags.numeric_dates import numeric_date
from webapp.engine.changes.flags.pair import PairView
from webapp.engine.changes.flags.parts import Part
from webapp.engine.languages.function_words import fold
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import month_numbers, weekday_numbers, written_out_days
from webapp.engine.text.forms import Form
from webapp.engine.text.normalise import without_possessive
from webapp.patterns import lazy_pattern

_DAY = lazy_pattern(r"\d{1,2}")
_LETTERS = lazy_pattern(r"[\p{L}\p{M}]+")


def is_date_change(change: ChangeView) -> bool:
    """Return whether a date was lost, found or replaced."""
    return change.unbalanced(_date)


def is_same_date(part: Part, pair: PairView) -> bool:
    """Return whether a part is a date that both sides of its pair have as often, in whatever format."""
    key = _date(part, pair)
    balance = pair.balance(_date) if key else None
    return balance is not None and key not in balance.lost and key not in balance.found


def _date(part: Part, pair: PairView) -> str | None:
    return date_value(part.form, pair.language)


@fact
def date_value(form: Form, language: Language) -> str | None:
    """Return one key for all formats of a date: "8-31" for Aug. 31 and 31 August, "8" for August, "wd2" Tuesday.

    Month and weekday alone must be capitalised where the language does so: "may" is no month. Where it does
    not, an abbreviation alone is no date: French "mar" may be a Tuesday, but "mer" is the sea.
    """
    if form.kind == "date":
        return _day_of_month(form.text, language)
    if form.kind == "number":
        date = numeric_date(form.text, language)
        return date.day if date else None
    if form.kind != "word":
        return None
    word = form.word.text if form.word.text in month_numbers(language) else _bare(form.word.text)
    if not (form.text[:1].isupper() if language.calendar_is_capitalised else _is_written_out(word, language)):
        return None
    if word in month_numbers(language):
        return str(month_numbers(language)[word])
    return f"wd{weekday_numbers(language)[word]}" if word in weekday_numbers(language) else None


@fact
def written_date(form: Form, language: Language) -> str | None:
    """Return one key for all formats of a date in one token; in figures with its year: "2-27 2024"."""
    date = numeric_date(form.text, language) if form.kind == "number" else None
    return f"{date.day} {date.year}" if date else date_value(form, language)


def _bare(word: str) -> str:
    return without_possessive(word).rstrip(".")


def _is_written_out(word: str, language: Language) -> bool:
    return word in written_out_days(language)


def _day_of_month(text: str, language: Language) -> str | None:
    months = month_numbers(language)
    words = (*_LETTERS.findall(fold(text)), *fold(text).split())
    month = next((months[word] for word in words if word in months), None)
    day = _DAY.search(text)
    return f"{month}-{int(day[0])}" if month and day and is_readable(text) else None
