#!/usr/bin/env bash
# Library: anyascii 0.3.3 (Unidecode 1.4.0 beside it)
# What it does: A fraction sign becomes a slash fraction with no space before it, so that the whole number
#   and the numerator become one number: 3½ is written 31/2.
# A good guess: Turning a text into ASCII keeps its figures apart: '3 1/2', as Unidecode writes, or
#   '3-1/2'.
# What was seen: Three and a half hours become 31/2 hours, a rate of 4¾ per cent becomes 43/4. 31/2 is a
#   correct fraction too, of another value.
# Why it matters: Texts are put into ASCII to be matched or searched. Here the figure itself changes, and
#   nothing in the result shows it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check anyascii==0.3.3 Unidecode==1.4.0
cat > probe.py <<'PY'
from anyascii import anyascii
from unidecode import unidecode

for text in ("½ hour", "3½ hours", "4¾ per cent", "10⅓"):
    print(text, "| anyascii:", anyascii(text), "| Unidecode:", " ".join(unidecode(text).split()))
PY
cat > expected.txt <<'TXT'
½ hour | anyascii: 1/2 hour | Unidecode: 1/2 hour
3½ hours | anyascii: 31/2 hours | Unidecode: 3 1/2 hours
4¾ per cent | anyascii: 43/4 per cent | Unidecode: 4 3/4 per cent
10⅓ | anyascii: 101/3 | Unidecode: 10 1/3
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
