"""Numbers of several words or signs as one: two hundred and five, 1億2000万, on iki, 三百五十."""

from collections.abc import Mapping
from decimal import Decimal

from webapp.engine.changes.flags.figures import EXACT

# From here on a scale multiplies all that stands before it as a whole: two hundred thousand, and not two, hundred.
# Range: 1,000 (a thousand)
# Why: hundreds are counted inside thousands, thousands inside millions
LARGE_SCALE = 1000


class Sum:
    """A number while it is read. `add` and `multiply` return whether the next word may belong to it."""

    def __init__(self) -> None:
        self._terms: list[tuple[Decimal, Decimal]] = []  # (value, the scale that it was multiplied by)
        self._part: Decimal | None = None
        self._is_in_figures = False

    @property
    def value(self) -> Decimal:
        """The value read so far."""
        total = self._part or Decimal(0)
        for value, _ in self._terms:
            total = EXACT.add(total, value)
        return total

    @property
    def is_scaled(self) -> bool:
        """Whether a large scale is part of the number."""
        return bool(self._terms)

    @property
    def is_fraction(self) -> bool:
        """Whether the number is less than one, so far: half a million."""
        return not self._terms and self._part is not None and 0 < self._part < 1

    def add(self, value: Decimal, in_figures: bool = False) -> bool:
        """Add a number: five behind twenty, two hundred behind three thousand."""
        if self._part is None:
            if self._terms and value >= self._terms[-1][1]:
                return False
            self._part, self._is_in_figures = value, in_figures
            return True
        if self._is_in_figures or in_figures or not 1 <= value < _room(self._part):
            return False
        self._part += value
        return True

    def add_half(self) -> bool:
        """Add a half to a whole number: three and a half."""
        if self._part is None or self._part % 1:
            return False
        self._part += Decimal("0.5")
        return True

    def multiply(self, scale: Decimal) -> bool:
        """Multiply by a scale what stands before it, back to a larger one: 3 million 200 thousand."""
        if scale < LARGE_SCALE:
            self._part = EXACT.multiply(Decimal(1) if self._part is None else self._part, scale)
            return True
        value = self._part
        while self._terms and (self._terms[-1][1] < scale or (value is None and self._terms[-1][1] == scale)):
            value = EXACT.add(value or Decimal(0), self._terms.pop()[0])
        self._terms.append((EXACT.multiply(Decimal(1) if value is None else value, scale), scale))
        self._part = None
        return True


def _room(value: Decimal) -> Decimal:
    """Return what a number must be less than to be added in words: 10 for twenty, 100 for three hundred."""
    digits = f"{value:f}"
    if "." in digits:
        return Decimal(1)
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))


def value_of_numerals(signs: str, values: Mapping[str, Decimal]) -> Decimal:
    """Return the value of signs of which each is a digit or a power of ten: 三百五十 is 350, 二〇二四 is 2024."""
    if all(values[sign] < 10 for sign in signs):
        return Decimal("".join(str(values[sign]) for sign in signs))
    total, group, digit = Decimal(0), Decimal(0), None
    for value in map(values.__getitem__, signs):
        if value < 10:
            digit = value
        elif value <= LARGE_SCALE:
            group, digit = group + (1 if digit is None else digit) * value, None
        else:
            total += (group + (digit or 0) or 1) * value
            group, digit = Decimal(0), None
    return total + group + (digit or 0)
