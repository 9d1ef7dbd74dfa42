#!/usr/bin/env bash
# Library: lxml 6.1.3, lxml_html_clean 0.4.6
# What it does: htmldiff writes an HTML comment out as text, with the name and the memory address of a Python function
#   for a tag.
# A good guess: Comments are left out, or passed through as comments.
# What was seen: "<cyfunction Comment at 0x...>" in the page, and the comment's words where readers see them.
# Why it matters: Nearly every published page has comments. A note of the desk becomes text of the story.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check lxml==6.1.3 lxml_html_clean==0.4.6
cat > probe.py <<'PY'
import re

from lxml import html
from lxml.html.diff import htmldiff

PAIRS = (
    ("<p>40 dead</p>", "<p>46 dead</p>"),
    ("<p>40 dead<!-- ask the desk --></p>", "<p>46 dead<!-- ask the desk --></p>"),
    ("<p>One.</p><p>Two.</p>", "<p>One.</p><!-- ad --><p>Two.</p>"),
)
for old, new in PAIRS:
    made = re.sub("0x[0-9a-f]+", "0x...", htmldiff(old, new))
    print(made)
    print("  reads:", " ".join(html.fragment_fromstring(made, create_parent="div").text_content().split()))
PY
cat > expected.txt <<'TXT'
<p> <ins>46</ins> <del>40</del> dead</p>
  reads: 46 40 dead
<p> <ins>46</ins> <del>40</del> dead&lt;<cyfunction comment at 0x...>&gt;ask the desk <!--<cyfunction Comment at 0x...-->&gt;</cyfunction></p>
  reads: 46 40 dead<>ask the desk >
<p>One.</p> <ins>&lt;<cyfunction comment at 0x...>&gt;ad <!--<cyfunction Comment at 0x...-->&gt;</cyfunction></ins> <p>Two.</p>
  reads: One. <>ad > Two.
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
