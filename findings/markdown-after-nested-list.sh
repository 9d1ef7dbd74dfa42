#!/usr/bin/env bash
# Library: markdownify 1.2.3 (PyPI) and turndown 7.2.5 (npm)
# What it does: Text that follows a nested list within the same item is glued to the last word of the nested
#   list.
# A good guess: A list is a block: what follows it begins on a new line, as both do after a list that is not
#   nested.
# What was seen: 'inner point' and 'and more' become 'inner pointand more' in both libraries, which share no
#   code.
# Why it matters: Two words make a third, and a sentence of the outer item ends up in the inner one. A
#   comparison of the Markdown shows neither as it was.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check markdownify==1.2.3 beautifulsoup4==4.15.0
npm init -y > /dev/null
npm install --silent --no-audit --no-fund turndown@7.2.5
cat > probe.py <<'PY'
from markdownify import markdownify

print(repr(markdownify("<ul><li>outer<ul><li>inner point</li></ul>and more</li></ul>")))
print(repr(markdownify("<ul><li>inner point</li></ul>and more")))
PY
cat > probe.mjs <<'JS'
import TurndownService from 'turndown';

const service = new TurndownService();
console.log(JSON.stringify(service.turndown('<ul><li>outer<ul><li>inner point</li></ul>and more</li></ul>')));
console.log(JSON.stringify(service.turndown('<ul><li>inner point</li></ul>and more')));
JS
cat > expected.txt <<'TXT'
'* outer\n  + inner pointand more'
'* inner point\n\nand more'
"*   outer\n    *   inner pointand more"
"*   inner point\n\nand more"
TXT
{ venv/bin/python probe.py; node probe.mjs; } | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
