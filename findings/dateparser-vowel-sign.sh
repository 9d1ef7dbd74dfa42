#!/usr/bin/env bash
# Library: dateparser 1.5.0
# What it does: Before it reads a date it takes the accents off. It counts the vowel signs of Indic scripts as accents.
#   Panjabi June without its sign is the short form of January, and Marathi or Gujarati May becomes "months".
# A good guess: A date in a language that the library lists, written as Unicode's CLDR writes it, gives that day. If it
#   fails, it gives None.
# What was seen: 3 June reads as 3 January; 3 May reads as "three months ago". With NORMALIZE off all are right.
# Why it matters: The date of a story is wrong by months, and nothing says so.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check dateparser==1.5.0
cat > probe.py <<'PY'
import warnings
from datetime import datetime

warnings.simplefilter("ignore")
import dateparser

NOW = datetime(2026, 11, 15)
DATES = (
    ("pa", "3 June", "3 ਜੂਨ 2026"),
    ("pa", "3 January", "3 ਜਨਵਰੀ 2026"),
    ("mr", "3 May", "3 मे 2026"),
    ("gu", "3 May", "3 મે 2026"),
    ("mr", "3 June", "3 जून 2026"),
)
for language, meaning, text in DATES:
    read = [
        dateparser.parse(text, languages=[language], settings={"RELATIVE_BASE": NOW, "NORMALIZE": normalize})
        for normalize in (True, False)
    ]
    print(f"{language} {meaning}: read as {read[0]:%Y-%m-%d}, with NORMALIZE off as {read[1]:%Y-%m-%d}")
PY
cat > expected.txt <<'TXT'
pa 3 June: read as 2026-01-03, with NORMALIZE off as 2026-06-03
pa 3 January: read as 2026-01-03, with NORMALIZE off as 2026-01-03
mr 3 May: read as 2026-08-15, with NORMALIZE off as 2026-05-03
gu 3 May: read as 2026-08-15, with NORMALIZE off as 2026-05-03
mr 3 June: read as 2026-06-03, with NORMALIZE off as 2026-06-03
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
