#!/usr/bin/env bash
# Library: translate-toolkit 3.20.4
# What it does: Reading an XLIFF 1.2 file and writing it at once, with no change, puts line breaks between
#   the segments of seg-source, and not between those of target.
# A good guess: A file that is parsed and written unchanged keeps each text; new white space goes at most
#   between structural elements.
# What was seen: 'One. Two.' in seg-source becomes one segment a line, with spaces before each. The same
#   markup in target stays on its line.
# Why it matters: seg-source holds running text. A comparison of two files that only passed through a tool
#   shows each segmented source as changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check translate-toolkit==3.20.4 lxml==6.1.3
cat > probe.py <<'PY'
from lxml import etree
from translate.storage.xliff import xlifffile

NS = "urn:oasis:names:tc:xliff:document:1.2"
SEGMENTS = '<mrk mtype="seg" mid="1">{}</mrk> <mrk mtype="seg" mid="2">{}</mrk>'
before = (f'<xliff xmlns="{NS}" version="1.2"><file original="a" source-language="en" target-language="fr" datatype="plaintext">'
          f'<body><trans-unit id="1"><source>One. Two.</source><seg-source>{SEGMENTS.format("One.", "Two.")}</seg-source>'
          f'<target>{SEGMENTS.format("Un.", "Deux.")}</target></trans-unit></body></file></xliff>')
after = bytes(xlifffile.parsestring(before.encode()))
for name in ("source", "seg-source", "target"):
    texts = ["".join(etree.fromstring(file).find(f".//{{{NS}}}{name}").itertext()) for file in (before.encode(), after)]
    print(name, texts)
PY
cat > expected.txt <<'TXT'
source ['One. Two.', 'One. Two.']
seg-source ['One. Two.', '\n          One.\n          Two.\n        ']
target ['Un. Deux.', 'Un. Deux.']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
