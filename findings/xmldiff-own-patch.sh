#!/usr/bin/env bash
# Library: xmldiff 3.0 (lxml 6.1.3)
# What it does: The edit script of diff_texts names some nodes by a path that is wrong once its earlier
#   actions have run.
# A good guess: patch_tree(diff_texts(a, b), a) always gives b, for any two well formed documents.
# What was seen: One small pair makes patch_tree raise. Another pair patches without a word, and the result
#   is a third document.
# Why it matters: An edit script that is stored in place of a version cannot be trusted to give the version
#   back. Check it once before the version is thrown away.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check xmldiff==3.0 lxml==6.1.3
cat > probe.py <<'PY'
from lxml import etree
from xmldiff import main

PAIRS = [
    ("<doc><q>y</q><q>z</q>x</doc>", "<doc>x<q>x<q/>z</q></doc>"),
    ("<doc>y<q>x<b>z</b><b>y<q/></b>y</q>y<q><q>y<b/></q>y</q></doc>",
     "<doc>x<b/>z<q>z<b>x<b>z</b><q/>y</b>x<b/></q></doc>"),
]
for old, new in PAIRS:
    try:
        made = main.patch_tree(main.diff_texts(old, new), etree.fromstring(old))
    except IndexError as error:
        print("raised:", type(error).__name__)
        continue
    print("wanted:", new)
    print("made:  ", etree.tostring(made).decode())
PY
cat > expected.txt <<'TXT'
raised: IndexError
wanted: <doc>x<b/>z<q>z<b>x<b>z</b><q/>y</b>x<b/></q></doc>
made:   <doc>x<b/>z<q>z<b>x<q/>y</b>x<b><b>z</b></b></q></doc>
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
