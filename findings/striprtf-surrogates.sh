#!/usr/bin/env bash
# Library: striprtf 0.0.35
# What it does: RTF writes a character above U+FFFF as two \u numbers. striprtf leaves them as two lone
#   surrogates in the string.
# A good guess: The pair is joined to one character, since a Python string has no surrogate pairs.
# What was seen: The family name U+20BB7 U+91CE comes out three characters long, and cannot be encoded as
#   UTF-8.
# Why it matters: A rare Chinese letter of a name never equals the same letter from another format, and
#   storing or hashing the text raises.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check striprtf==0.0.35
cat > probe.py <<'PY'
from striprtf.striprtf import rtf_to_text

text = rtf_to_text(r"{\rtf1\ansi\uc1 \u-10174?\u-8265?\u-28211? left.}")
print(len(text.split()[0]), [f"U+{ord(letter):04X}" for letter in text[:3]])
try:
    text.encode()
except UnicodeEncodeError as error:
    print(error.reason)
print(text.encode("utf-16", "surrogatepass").decode("utf-16") == "\U00020bb7\u91cd left.")
PY
cat > expected.txt <<'TXT'
3 ['U+D842', 'U+DFB7', 'U+91CD']
surrogates not allowed
True
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
