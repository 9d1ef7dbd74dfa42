#!/usr/bin/env bash
# Library: trafilatura 2.3.1 (lxml 6.1.3)
# What it does: The words inside a time element are left out of the text, with or without a datetime
#   attribute, in the middle of a sentence.
# A good guess: time is an inline element of running text, so its words stay; at most an unseen attribute is
#   dropped, as with data.
# What was seen: 'They met on Friday in the hall' comes out as 'They met on in the hall'. The data element
#   keeps its words.
# Why it matters: The day and the hour are what a correction changes most. A change of date inside a time
#   element is not seen at all.
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

for tag in ("data", "time"):
    print(middle(f"<p>They met on <{tag}>Friday</{tag}> in the town hall.</p>"))
print(middle('<p>Open <time datetime="09:30">half past nine</time>, on <b><time>Friday</time></b> only.</p>'))
PY
cat > expected.txt <<'TXT'
['They met on Friday in the town hall.']
['They met on in the town hall.']
['Open , on only.']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
