#!/usr/bin/env bash
# Library: klpt 0.1.7
# What it does: It turns Kurdish in Latin letters into Arabic ones. A capital letter becomes U+FFFD, the sign for an
#   unknown character, and the letter behind it may change too.
# A good guess: The Arabic script has no capitals, so a capital is written like the small letter.
# What was seen: Each name and each beginning of a sentence loses its first letter; in small letters all is right.
# Why it matters: The names of people and places, what a reader compares first, are the words that are lost.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check klpt==0.1.7
cat > probe.py <<'PY'
from klpt.transliterate import Transliterate

for dialect in ("Kurmanji", "Sorani"):
    write = Transliterate(dialect, "Latin", target_script="Arabic").transliterate
    for word in ("Kurdistan", "Amed", "Wan", "NATO"):
        print(dialect, word, write(word).replace("\N{REPLACEMENT CHARACTER}", "[U+FFFD]"), write(word.lower()))
PY
cat > expected.txt <<'TXT'
Kurmanji Kurdistan [U+FFFD]وردستان کوردستان
Kurmanji Amed [U+FFFD]مەد ئامەد
Kurmanji Wan [U+FFFD]ئان وان
Kurmanji NATO [U+FFFD][U+FFFD][U+FFFD][U+FFFD] ناتۆ
Sorani Kurdistan [U+FFFD]وردستان کوردستان
Sorani Amed [U+FFFD]مەد ئامەد
Sorani Wan [U+FFFD]ئان وان
Sorani NATO [U+FFFD][U+FFFD][U+FFFD][U+FFFD] ناتۆ
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
