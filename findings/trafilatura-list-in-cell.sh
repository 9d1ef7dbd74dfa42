#!/usr/bin/env bash
# Library: trafilatura 2.3.1 (lxml 6.1.3)
# What it does: A list inside a table cell is dropped, while a paragraph, a heading or a quotation inside a
#   cell is kept.
# A good guess: A cell's text is its words, whatever block element holds them; a list is flattened like the
#   paragraphs.
# What was seen: The row stays with an empty cell. Other words of the same cell are kept.
# Why it matters: Tables of results often hold lists. Their figures can change with no change in the
#   extracted text.
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

for cell in ("<p>Red 10</p><p>Blue 20</p>", "<blockquote>Red 10</blockquote><h4>Blue 20</h4>",
             "<ul><li>Red 10</li><li>Blue 20</li></ul>", "all <ol><li>Red 10</li></ol>"):
    print(middle(f"<table><tr><th>Town</th><th>Votes</th></tr><tr><td>Ayr</td><td>{cell}</td></tr></table>")[-1].rstrip())
PY
cat > expected.txt <<'TXT'
| Ayr | Red 10 Blue 20 |
| Ayr | Red 10 Blue 20 |
| Ayr |  |
| Ayr | all |
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
