#!/usr/bin/env bash
# Library: jusText 3.0.2 (lxml 6.1.3)
# What it does: A space that stands alone between two inline elements is dropped, and the words on both
#   sides run together.
# A good guess: jusText folds runs of white space to one space; a single space between two words stays.
# What was seen: 'red fox' with one word in b and the other in i comes out as 'redfox'. So do two names in
#   two links. A space inside either element is kept.
# Why it matters: Two words become one that no reader has seen. A change of markup alone (bold taken away)
#   then shows as changed words.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check jusText==3.0.2 lxml==6.1.3 lxml_html_clean==0.4.6
cat > probe.py <<'PY'
import justext

for html in ("<p>The <b>red</b> <i>fox</i> ran.</p>", "<p>The <b>red</b> fox ran.</p>", "<p>The <b>red </b><i>fox</i> ran.</p>",
             "<p>By <a href='/a'>Ann B</a> <a href='/c'>Cem D</a></p>", "<p>The <b>red</b>\n<i>fox</i> ran.</p>"):
    print([paragraph.text for paragraph in justext.justext(html, frozenset())])
PY
cat > expected.txt <<'TXT'
['The redfox ran.']
['The red fox ran.']
['The red fox ran.']
['By Ann BCem D']
['The redfox ran.']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
