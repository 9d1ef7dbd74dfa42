#!/usr/bin/env bash
# Library: edtf 5.0.2
# What it does: text_to_edtf puts a minus before a year BC: '44 BC' is -0044. In EDTF and ISO 8601 the
#   year 0000 is 1 BC, so that -0044 is 45 BC.
# A good guess: 44 BC is -0043, and 1 BC is 0000.
# What was seen: Each year BC is off by one, and a century BC is not: its first one runs from -99 to 0, as
#   it should. 100 BC, the first year of that century, is -100 and lies outside.
# Why it matters: A date that went through the standard's form no longer names the year that the text
#   names. Only years before Christ are wrong.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check edtf==5.0.2
cat > probe.py <<'PY'
from edtf import parse_edtf, text_to_edtf

for text in ("1 BC", "44 BC", "100 BC", "1st century BC", "44 AD", "1st century AD"):
    written = text_to_edtf(text)
    date = parse_edtf(written)
    print(text, written, "years", date.lower_strict()[0], "to", date.upper_strict()[0])
PY
cat > expected.txt <<'TXT'
1 BC -0001 years -1 to -1
44 BC -0044 years -44 to -44
100 BC -0100 years -100 to -100
1st century BC -00XX years -99 to 0
44 AD 0044 years 44 to 44
1st century AD 00XX years 0 to 99
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
