#!/usr/bin/env bash
# Library: trafilatura 2.3.1 (lxml 6.1.3)
# What it does: A q element ends the line in the middle of a sentence, and a q within a q is put behind the
#   rest of the paragraph.
# A good guess: q is inline: the sentence stays on one line in the order of the page, with or without
#   quotation marks.
# What was seen: 'we will wait' inside a nested q comes out as 'we', then the end of the sentence, then
#   'will', then 'wait'.
# Why it matters: Words move though nobody moved them. A page that changes its q elements to typed quotation
#   marks looks rewritten.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6
cat > probe.py <<'PY'
import trafilatura

PARAGRAPH = ("<p>The council of the {} town said on Monday that it would meet again next week "
             "to talk about the new bridge over the river.</p>")

def middle(html):
    page = (f"<html><head><title>T</title></head><body><article><h1>Bridge</h1>{PARAGRAPH.format('small')}"
            f"{html}{PARAGRAPH.format('big')}</article></body></html>")
    lines = trafilatura.extract(page, deduplicate=False).splitlines()
    return lines[2:-1]

for html in ("<p>He said <q>we will wait</q> and left the room at once.</p>",
             "<p>He said <q>we <q>will</q> wait</q> and left the room at once.</p>"):
    print([line.strip() for line in middle(html)])
PY
cat > expected.txt <<'TXT'
['He said we will wait', 'and left the room at once.']
['He said we', 'and left the room at once.', 'will', 'wait']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
