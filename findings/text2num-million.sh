#!/usr/bin/env bash
# Library: text2num 3.1.0
# What it does: German 'eine Million' is no number to text2num; in running text only the second word is
#   replaced.
# A good guess: 'eine Million' is 1000000 as 'hundert' is 100 and 'zwei Millionen' 2000000.
# What was seen: text2num raises for one million and reads two of them. alpha2digit leaves 'eine 1000000
#   Menschen', and of 'eine Million und ein Mann' it makes 'eine 1000001 Mann'.
# Why it matters: '1 000 000 Menschen' and 'eine Million Menschen' are not matched, the leftover 'eine'
#   looks like an added word, and an article after it is taken for the figure one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check text2num==3.1.0
cat > probe.py <<'PY'
from text_to_num import alpha2digit, text2num

for words in ("tausend", "eintausend", "zwei Millionen", "eine Million", "eine Milliarde", "eine Million eins"):
    try:
        print(words, text2num(words, "de"))
    except ValueError:
        print(words, "not read")
for text in ("zwei Millionen Menschen", "eine Million Menschen", "eine Million und ein Mann"):
    print(alpha2digit(text, "de"))
PY
cat > expected.txt <<'TXT'
tausend 1000
eintausend 1000
zwei Millionen 2000000
eine Million not read
eine Milliarde not read
eine Million eins not read
2000000 Menschen
eine 1000000 Menschen
eine 1000001 Mann
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
