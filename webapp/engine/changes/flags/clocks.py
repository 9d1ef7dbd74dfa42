"""Times of the day in any format: 7.30am, 7:30 a.m., 午前7時30分 are 7:30; 6:30 p.m., 18.30 Uhr, 18 h 30 are 18:30."""

from collections.abc import Sequence

from webapp.engine.changes.flags.atoms import Atom
from webapp.engine.changes.flags.cores import Core
from webapp.engine.changes.flags.counted import read_unit
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import scale_values
from webapp.patterns import lazy_pattern

_HOUR_AND_MINUTE = lazy_pattern(r"(?P<hour>\d{1,2})\.(?P<minute>[0-5]\d)")
_HOURS_A_DAY = 24


def read_clock(atoms: Sequence[Atom], at: int, language: Language) -> Core | None:
    """Return the time of the day that begins at an atom, with the half of the day before or behind it."""
    first = at + (atoms[at].text in language.halves_of_day)
    if first >= len(atoms) or atoms[first].kind != "digits":
        return None
    half = atoms[at].text if first > at else ""
    before = atoms[at - 1].text if at else ""
    time = _marked(atoms, first, language) or _dotted(atoms, first, half, before, language)
    if time is None:
        time = (int(atoms[first].text), 0, first + 1) if _is_hour(atoms[first].text) else None
        is_told = half or (time and first + 1 < len(atoms) and atoms[first + 1].text in language.halves_of_day)
        if not time or not is_told:
            return None
    hour, minute, end = time
    if not half and end < len(atoms) and atoms[end].text in language.halves_of_day:
        half, end = atoms[end].text, end + 1
    if end < len(atoms) and atoms[end].text in language.clock_words:
        end += 1
    if half:
        hour = hour % 12 + 12 * (half == language.halves_of_day[-1])
    return Core(f"{hour}:{minute:02}", end, first)


def _is_hour(text: str) -> bool:
    return len(text) <= 2 and text.isdecimal() and int(text) <= _HOURS_A_DAY


def _is_minute(atom: Atom) -> bool:
    return atom.kind == "digits" and len(atom.text) == 2 and atom.text.isdecimal() and int(atom.text) < 60


def _marked(atoms: Sequence[Atom], at: int, language: Language) -> tuple[int, int, int] | None:
    """Return hour, minute and end of 14:30, 14h30, 14 h 30, 14 Uhr, 2時30分."""
    if at + 1 >= len(atoms) or not _is_hour(atoms[at].text):
        return None
    mark, hour = atoms[at + 1], int(atoms[at].text)
    has_minute = at + 2 < len(atoms) and _is_minute(atoms[at + 2])
    if mark.text == ":" and not mark.is_first:
        is_longer = at + 4 < len(atoms) and atoms[at + 3].text == ":" and not atoms[at + 3].is_first
        return (hour, int(atoms[at + 2].text), at + 3) if has_minute and not is_longer else None
    if mark.text not in language.hour_marks:
        return None
    if not has_minute:
        return hour, 0, at + 2
    end = at + 3
    return hour, int(atoms[at + 2].text), end + (end < len(atoms) and atoms[end].text in language.minute_marks)


def _dotted(atoms: Sequence[Atom], at: int, half: str, before: str, language: Language) -> tuple[int, int, int] | None:
    """Return hour, minute and end of 14.30 where a word says that it is a time, or where it can be nothing else."""
    time = _HOUR_AND_MINUTE.fullmatch(atoms[at].text)
    if not time or int(time["hour"]) > _HOURS_A_DAY:
        return None
    behind = atoms[at + 1].text if at + 1 < len(atoms) else ""
    is_told = half or before in language.clock_words or behind in language.clock_words
    if not (is_told or behind in language.halves_of_day or _is_nothing_else(atoms, at, behind, language)):
        return None
    return int(time["hour"]), int(time["minute"]), at + 1


def _is_nothing_else(atoms: Sequence[Atom], at: int, behind: str, language: Language) -> bool:
    """Where a comma is the decimal sign a full stop between hours and minutes is none, but before a unit."""
    if language.decimal_sign != "," or not (atoms[at].is_first and atoms[at].is_last):
        return False
    return behind not in scale_values(language) and not read_unit(atoms, Core("1", at + 1, at), language).unit
