#!/usr/bin/env bash
# Library: num2words 0.5.14
# What it does: In Vietnamese a negative number is taken from the end of the list of words: -3 is written
#   as 17, -1 as 19, -20 as zero.
# A good guess: 'âm ba', as the other languages write their word for minus, or an error.
# What was seen: -1 to -20 become a word for another number with no sign. Only from -21 on does it raise.
# Why it matters: Three degrees below zero become seventeen above. A wrong number in words is harder to
#   see than an error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check num2words==0.5.14
cat > probe.py <<'PY'
from num2words import num2words

for number in (3, -1, -3, -10, -19, -20, -21):
    try:
        words = num2words(number, lang="vi")
    except IndexError as error:
        words = type(error).__name__
    print(number, words, "| th:", num2words(number, lang="th"), "| id:", num2words(number, lang="id"))
PY
cat > expected.txt <<'TXT'
3 ba | th: สาม | id: tiga
-1 mười chín | th: ติดลบหนึ่ง | id: min satu
-3 mười bảy | th: ติดลบสาม | id: min tiga
-10 mười | th: ติดลบสิบ | id: min sepuluh
-19 một | th: ติดลบสิบเก้า | id: min sembilan belas
-20 không | th: ติดลบยี่สิบ | id: min dua puluh
-21 IndexError | th: ติดลบยี่สิบเอ็ด | id: min dua puluh satu
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
