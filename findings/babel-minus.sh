#!/usr/bin/env bash
# Library: Babel 2.19.0
# What it does: In Swedish, Norwegian or Slovene the minus sign of the locale's data is U+2212. Numbers are
#   written with a plain hyphen all the same, and U+2212 is refused when read.
# A good guess: format_decimal writes the sign that get_minus_sign_symbol names, and parse_decimal reads
#   that sign.
# What was seen: The three answers contradict each other within one library.
# Why it matters: A published page has U+2212, a text made or read with Babel has a hyphen. The same number
#   then looks changed, or is taken for no number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check babel==2.19.0
cat > probe.py <<'PY'
from babel.numbers import NumberFormatError, format_decimal, get_minus_sign_symbol, parse_decimal

for locale in ("sv", "nb", "sl", "en"):
    sign = get_minus_sign_symbol(locale)
    try:
        read = parse_decimal(sign + "5", locale=locale)
    except NumberFormatError as error:
        read = type(error).__name__
    written = format_decimal(-5, locale=locale)
    print(locale, f"data U+{ord(sign):04X}", f"writes U+{ord(written[0]):04X}", "reads its own sign:", read)
PY
cat > expected.txt <<'TXT'
sv data U+2212 writes U+002D reads its own sign: NumberFormatError
nb data U+2212 writes U+002D reads its own sign: NumberFormatError
sl data U+2212 writes U+002D reads its own sign: NumberFormatError
en data U+002D writes U+002D reads its own sign: -5
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
