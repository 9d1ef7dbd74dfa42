#!/usr/bin/env bash
# Library: trafilatura 2.3.1 (lxml 6.1.3)
# What it does: Of two equal paragraphs in a row only one is kept when they are longer than 50 characters,
#   also with deduplicate=False.
# A good guess: deduplicate=False (the default) means that nothing is taken out for being equal to something
#   else.
# What was seen: 50 characters twice: both stay. 51 characters twice: one is gone. With a short paragraph
#   between them both stay.
# Why it matters: A refrain or a line said twice is in the story and not in its extract. Adding one letter
#   to a paragraph can take another paragraph away.
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

long = "We will keep the promise made to all in this towns."
for text in (long[1:], long):
    for between in ("", "<p>He left.</p>"):
        lines = middle(f"<p>{text}</p>{between}<p>{text}</p>")
        print(len(text), "in a row" if not between else "parted", lines.count(text))
PY
cat > expected.txt <<'TXT'
50 in a row 2
50 parted 2
51 in a row 1
51 parted 2
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
