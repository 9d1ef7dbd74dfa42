"""Numbers with what belongs to them, as one value in every writing.

€5 million, 5 million euros   5000000 €        14h30, 14 h 30, 2.30 p.m.   14:30
3 1/2 km, 3½ kilometres       3.5 km           1億2000万円, 1.2億円        120000000 ¥
48 hours, two days            2880 minute
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from webapp.engine.changes.flags.atoms import Atom, atoms_of, may_hold_value
from webapp.engine.changes.flags.clocks import read_clock
from webapp.engine.changes.flags.cores import Core, read_core
from webapp.engine.changes.flags.counted import percent_end, read_unit
from webapp.engine.changes.flags.figures import EXACT, shortest
from webapp.engine.languages.language import Language
from webapp.engine.languages.lookups import number_values
from webapp.engine.languages.number_lookups import minutes_in, opening_words, range_pairs
from webapp.engine.text.forms import Form
from webapp.patterns import lazy_pattern

_IS_VALUE = lazy_pattern(r"-?\d++(?:\.\d++)?")
_DASHES = frozenset("-–—―‐‑−~〜～")

# Tokens on either side of a figure or a number word that may belong to it.
# Range: 5–20 tokens
# Why: a currency and its full stop before it, a scale and the longest name of a percentage behind it
# Cases: none
REACH = 6

# Pieces of its tokens, on either side of a quantity, with which it is compared: "-", "year", "-", "old".
# Range: 4–40 pieces
# Why: a token of very many numbers was read again for each of them
MAX_ATOMS_AROUND = 12


class Quantity(NamedTuple):
    """A value in the tokens from `start` to `end`, told by its `key`.

    `head` is the token of its first figure or number word; `shown` is the key with what else its tokens hold: "5G";
    None if they hold a date.
    """

    start: int
    end: int
    head: int
    key: str
    shown: str | None


def number_passages(forms: Sequence[Form], language: Language) -> list[range]:
    """Return the stretches of tokens that may belong to a number, in order: all near a figure or its word."""
    passages: list[range] = []
    for at, form in enumerate(forms):
        if may_hold_value(form, language):
            start, end = max(at - REACH, 0), min(at + REACH + 1, len(forms))
            if passages and start <= passages[-1].stop:
                start = passages.pop().start
            passages.append(range(start, end))
    return passages


def quantities(forms: Sequence[Form], passage: range, language: Language) -> list[Quantity]:
    """Return the quantities of a passage of a side in order; several may share a token: "5-3-2"."""
    atoms = atoms_of(forms, passage, language)
    found: list[Quantity] = []
    at = 0
    while at < len(atoms):
        core = _range_or_one(atoms, at, language) if _may_open(atoms[at], language) else None
        if core is None:
            at += 1
            continue
        found.append(_quantity(atoms, at, core))
        at = core.end
    return found


def _may_open(atom: Atom, language: Language) -> bool:
    return atom.kind != "word" or atom.text in opening_words(language) or atom.text in number_values(language)


def _range_or_one(atoms: Sequence[Atom], at: int, language: Language) -> Core | None:
    inside = range_pairs(language).get(atoms[at].text)
    if inside:  # "between 5 and 10 km"
        first = _read(atoms, at + 1, language) if at + 1 < len(atoms) else None
        is_range = first is not None and first.end < len(atoms) and atoms[first.end].text == inside
        return _with_second(atoms, first, language) if first and is_range else None
    first = _read(atoms, at, language)
    if first and first.end < len(atoms) and _joins(atoms[first.end], language):
        return _with_second(atoms, first, language) or first
    return first


def _read(atoms: Sequence[Atom], at: int, language: Language) -> Core | None:
    clock = read_clock(atoms, at, language)
    if clock:
        return clock
    core = read_core(atoms, at, language)
    if core:
        return read_unit(atoms, core, language)
    behind = percent_end(atoms, at, language)
    percentage = read_core(atoms, behind, language) if 0 < behind < len(atoms) else None
    return percentage and percentage._replace(unit="%")


def _with_second(atoms: Sequence[Atom], first: Core, language: Language) -> Core | None:
    """Return a range as one, "5–10 km" is "5 to 10 km"; None if no number of its kind is behind the joining word."""
    second = _read(atoms, first.end + 1, language) if first.end + 1 < len(atoms) else None
    if second is None or (first.unit and second.unit and first.unit != second.unit):
        return None
    return second._replace(value=f"{first.value}–{second.value}", unit=second.unit or first.unit, head=first.head)


def _joins(atom: Atom, language: Language) -> bool:
    return atom.text in language.range_words or (atom.kind == "mark" and atom.text in _DASHES)


def _quantity(atoms: Sequence[Atom], at: int, core: Core) -> Quantity:
    key = _key(core)
    shown = None if atoms[core.head].kind == "opaque" else _shown(atoms, at, core.end, key)
    return Quantity(atoms[at].token, atoms[core.end - 1].token + 1, atoms[core.head].token, key, shown)


def _key(core: Core) -> str:
    """Return a value with its unit; 48 hours and two days are as many minutes, a quarter in words is 25 %."""
    if core.is_in_words and not core.unit and core.value.startswith("0."):
        return f"{shortest(EXACT.multiply(Decimal(core.value), 100))} %"
    minutes = minutes_in(core.unit)
    values = core.value.split("–")
    if minutes and all(_IS_VALUE.fullmatch(value) for value in values):
        in_minutes = [shortest(EXACT.multiply(Decimal(value), minutes)) for value in values]
        return f"{'–'.join(in_minutes)} minute"
    return f"{core.value} {core.unit}".rstrip()


def _shown(atoms: Sequence[Atom], start: int, end: int, key: str) -> str | None:
    """Return a key with what else its tokens hold, before and behind it; None if that is too much."""
    before = max(start - MAX_ATOMS_AROUND, 0)
    around = atoms[before : end + MAX_ATOMS_AROUND]
    first, last = start - before, end - before
    while first and not around[first].is_first:
        first -= 1
    while last < len(around) and not around[last - 1].is_last:
        last += 1
    if not (around[first].is_first and around[last - 1].is_last):
        return None
    prefix = "".join(atom.shown for atom in around[first : start - before])
    return prefix + key + "".join(atom.shown for atom in around[end - before : last])
