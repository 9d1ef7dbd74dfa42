#!/usr/bin/env bash
# Library: num2words 0.5.14
# What it does: In Bengali it leaves out the zeros behind the decimal point: 1.05 is written as 1.5. In Persian 0.05 is
#   written as "half".
# A good guess: Different numbers are different words; zeros behind the point are read out, as in English.
# What was seen: One phrase for 1.5 and 1.05 in Bengali and in Persian. The other languages tell the two apart.
# Why it matters: A rate of 1.05 per cent is read out as 1.5. A comparison by words finds no change between the two.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check num2words==0.5.14
cat > probe.py <<'PY'
from num2words import CONVERTER_CLASSES, num2words

PAIRS = ((1.5, 1.05), (2.25, 2.025), (0.5, 0.05))
for language in ("en", "bn", "fa"):
    for many, few in PAIRS:
        words = num2words(many, lang=language), num2words(few, lang=language)
        print(language, many, few, "one phrase:" if words[0] == words[1] else "two phrases:", *dict.fromkeys(words), sep=" ")
alike = [language for language in sorted(CONVERTER_CLASSES)
         if num2words(1.5, lang=language) == num2words(1.05, lang=language)]
print("1.5 as 1.05 in:", *alike)
PY
cat > expected.txt <<'TXT'
en 1.5 1.05 two phrases: one point five one point zero five
en 2.25 2.025 two phrases: two point two five two point zero two five
en 0.5 0.05 two phrases: zero point five zero point zero five
bn 1.5 1.05 one phrase: এক দশমিক পাঁচ
bn 2.25 2.025 one phrase: দুই দশমিক দুই পাঁচ
bn 0.5 0.05 one phrase: শূন্য দশমিক পাঁচ
fa 1.5 1.05 one phrase: یک و نیم
fa 2.25 2.025 two phrases: دو و بیست و پنج صدم دو و بیست و پنج هزارم
fa 0.5 0.05 one phrase: نیم
1.5 as 1.05 in: bn fa
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
