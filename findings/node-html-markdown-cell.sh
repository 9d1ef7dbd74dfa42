#!/usr/bin/env bash
# Library: node-html-markdown 2.0.0 (npm)
# What it does: Inside a table cell a line break and the bounds of paragraphs and list items are dropped
#   with nothing in their place: 46<br>12 becomes 4612.
# A good guess: A cell has no lines in Markdown, so a space or <br> stands for the break. Outside a cell
#   the documentation has br as a line break.
# What was seen: The last word of each line is glued to the first of the next, inside a cell only.
#   html-to-markdown, which shares no code, writes a space.
# Why it matters: Tables of results hold such cells. Two figures become a third, and the words on each
#   side look changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check html-to-markdown==3.21.2
npm init -y > /dev/null
npm install --silent --no-audit --no-fund node-html-markdown@2.0.0
cat > probe.py <<'PY'
from html_to_markdown import convert

result = convert("<table><tr><th>Votes</th></tr><tr><td>46<br>12</td></tr></table>")
print("html-to-markdown", repr(getattr(result, "content", result)))
PY
cat > probe.mjs <<'JS'
import { NodeHtmlMarkdown } from 'node-html-markdown';

for (const cell of ['46<br>12', '<p>46</p><p>12</p>', '<ul><li>46</li><li>12</li></ul>']) {
  const html = `<table><tr><th>Votes</th></tr><tr><td>${cell}</td></tr></table>`;
  console.log(cell, JSON.stringify(NodeHtmlMarkdown.translate(html)));
}
console.log(JSON.stringify(NodeHtmlMarkdown.translate('<p>46<br>12</p>')));
JS
cat > expected.txt <<'TXT'
html-to-markdown '| Votes |\n| ----- |\n| 46 12 |\n'
46<br>12 "| Votes |\n| ----- |\n| 4612  |"
<p>46</p><p>12</p> "| Votes |\n| ----- |\n| 4612  |"
<ul><li>46</li><li>12</li></ul> "| Votes |\n| ----- |\n| 4612  |"
"46  \n12"
TXT
{ venv/bin/python probe.py; node probe.mjs; } | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
