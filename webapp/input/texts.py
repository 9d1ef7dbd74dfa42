"""Checks of a text, and of a line or a note about it, before they are stored or compared."""

from webapp.display.shortening import ELLIPSIS, one_line, shorten
from webapp.engine.text.tokenise import count_words
from webapp.errors import InvalidInput, TooLarge
from webapp.input.limits import MAX_COLLECTION_CHARS, MAX_LINE_CHARS, MAX_NOTE_CHARS, TextLimits

MAX_DEFAULT_TITLE_CHARS = 120


def is_storable(text: str) -> bool:
    """Return whether every character can be stored: PostgreSQL refuses NUL, UTF-8 has no lone surrogates."""
    return "\0" not in text and not any("\ud800" <= character <= "\udfff" for character in text)


def check_text(text: str, limits: TextLimits, name: str = "The text", field: str | None = None) -> None:
    """Check that a text may be stored and compared. `name`: for messages.

    Errors: InvalidInput if it is empty or contains an invalid character; TooLarge above a limit.
    """
    _check_form(text, limits, name, field)
    if len(text) > limits.max_text_words:  # no word is shorter than a character
        _count_words(text, limits, name, field)


def count_checked_words(text: str, limits: TextLimits, name: str = "The text", field: str | None = None) -> int:
    """Return the number of words of a text that may be stored and compared. Errors: as for `check_text`."""
    _check_form(text, limits, name, field)
    return _count_words(text, limits, name, field)


def _check_form(text: str, limits: TextLimits, name: str, field: str | None) -> None:
    if not text.strip():
        raise InvalidInput(f"{name} holds nothing but white space." if text else f"{name} is empty.", field)
    _check_storable(text, name, field)
    _check_limit(len(text.encode()), limits.max_text_bytes, "bytes", name, field)


def _count_words(text: str, limits: TextLimits, name: str, field: str | None) -> int:
    words = count_words(text)
    _check_limit(words, limits.max_text_words, "words", name, field)
    return words


def check_line(line: str, name: str, field: str | None = None) -> str:
    """Return a title or an outlet's name as one line. Errors: InvalidInput, TooLarge."""
    tidy = " ".join(line.split())
    return _check_chars(tidy, MAX_LINE_CHARS, name, field)


def check_collection(name: str, field: str | None = "collection") -> str:
    """Return the name of a collection as one line; "" for none. Errors: InvalidInput, TooLarge."""
    tidy = _check_chars(" ".join(name.split()), MAX_COLLECTION_CHARS, "The collection's name", field)
    if tidy and not any(map(str.isalnum, tidy)):
        raise InvalidInput("The collection's name needs a letter or a digit.", field)
    return tidy


def shorten_line(line: str) -> str:
    """Return what a file says of its title, byline and so on as one line that can be stored, however it is written."""
    tidy = one_line(line)
    return shorten(tidy, MAX_LINE_CHARS - len(ELLIPSIS)) if is_storable(tidy) else ""


def check_note(note: str, name: str, field: str | None = None) -> str:
    """Return a note with its line ends as LF, without white space around it. Errors: InvalidInput, TooLarge."""
    return _check_chars(note.replace("\r\n", "\n").strip(), MAX_NOTE_CHARS, name, field)


def default_title(text: str) -> str:
    """Return the first line of a text that is not empty, shortened."""
    first = next(filter(None, map(str.strip, text.splitlines())))
    return shorten(first, MAX_DEFAULT_TITLE_CHARS - len(ELLIPSIS))


def _check_chars(text: str, limit: int, name: str, field: str | None) -> str:
    _check_storable(text, name, field)
    _check_limit(len(text), limit, "characters", name, field)
    return text


def _check_storable(text: str, name: str, field: str | None) -> None:
    if not is_storable(text):
        raise InvalidInput(f"{name} holds a NUL or half of a character. Remove it and try again.", field)


def _check_limit(found: int, limit: int, unit: str, name: str, field: str | None) -> None:
    if found > limit:
        raise TooLarge(f"{name} is too long: it has {found:,} {unit}, and the limit is {limit:,}.", field)
