#!/usr/bin/env bash
# Library: number-parser 0.3.2; beside it num2words 0.5.14
# What it does: It reads the Ukrainian numbers with an apostrophe (five, nine, 15, 50, 90) only with U+02BC in them. With
#   U+2019 or U+0027, which keyboards and newsrooms write, it does not know them.
# A good guess: All three signs are read alike, as all three are in use for it.
# What was seen: 46 and 2026 are read; 5 and 55 are not, and in 205 the "two hundred" is read without the five.
# Why it matters: "205 dead" in words becomes "200 п’ять". Which number is read depends on the
#   apostrophe that an editor types.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check number-parser==0.3.2 num2words==0.5.14
cat > probe.py <<'PY'
from num2words import num2words
from number_parser import parse, parse_number

for number in (46, 2026, 5, 55, 205):
    written = num2words(number, lang="uk")
    for sign in ("'", "’", "ʼ") if "'" in written else ("",):
        text = written.replace("'", sign) if sign else written
        name = f" U+{ord(sign):04X}" if sign else ""
        print(f"{number}{name}:", parse_number(text, language="uk"), "|", parse(text, language="uk"))
PY
cat > expected.txt <<'TXT'
46: 46 | 46
2026: 2026 | 2026
5 U+0027: None | п'ять
5 U+2019: None | п’ять
5 U+02BC: 5 | 5
55 U+0027: None | п'ятдесят п'ять
55 U+2019: None | п’ятдесят п’ять
55 U+02BC: 55 | 55
205 U+0027: None | 200 п'ять
205 U+2019: None | 200 п’ять
205 U+02BC: 205 | 205
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
