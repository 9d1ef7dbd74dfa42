#!/usr/bin/env bash
# Library: PyICU-binary 2.7.4 beside uniseg 0.10.1
# What it does: ICU's word breaks differ from the word rules of the Unicode standard (UAX 29) at two signs:
#   an at sign joins, a colon parts.
# A good guess: Both follow UAX 29 and differ only for scripts that need a dictionary, such as Thai. '@'
#   stands alone; a colon between letters joins.
# What was seen: ICU makes one word of '@user' and of 'a@b', and three of 'EU:n', but for the Finnish
#   locale. uniseg does the opposite in each case.
# Why it matters: Counts of changed words differ between two tools that name the same standard. An English
#   page that quotes a Finnish word gets an added word for its case ending.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check PyICU-binary==2.7.4 uniseg==0.10.1
cat > probe.py <<'PY'
import icu
from uniseg.wordbreak import words

def icu_words(text, locale="und"):
    breaks = icu.BreakIterator.createWordInstance(icu.Locale(locale))
    breaks.setText(text)
    ends = list(breaks)
    return [text[start:end] for start, end in zip([0, *ends], ends)]

for text in ("@user", "a@b", "EU:n", "a.b", "a_b", "can't"):
    print(text, icu_words(text), list(words(text)))
print("Finnish", icu_words("EU:n", "fi"), "English", icu_words("EU:n", "en"))
PY
cat > expected.txt <<'TXT'
@user ['@user'] ['@', 'user']
a@b ['a@b'] ['a', '@', 'b']
EU:n ['EU', ':', 'n'] ['EU:n']
a.b ['a.b'] ['a.b']
a_b ['a_b'] ['a_b']
can't ["can't"] ["can't"]
Finnish ['EU:n'] English ['EU', ':', 'n']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
