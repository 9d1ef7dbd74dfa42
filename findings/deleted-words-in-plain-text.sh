#!/usr/bin/env bash
# Library: trafilatura 2.3.1 (lxml 6.1.3), inscriptis 2.7.6
# What it does: Plain text keeps the words of a del element and joins them to the ins behind it: a correction from 40
#   to 46 reads 4046. The XML output of the same page marks the deletion, so trafilatura knows it.
# A good guess: Plain text leaves out what the page itself strikes through, as the Markdown output strikes it through
#   and the XML output marks it; or it keeps at least a space between the two numbers.
# What was seen: "killed 4046 people" from both libraries.
# Why it matters: A newsroom that corrects with del and ins, as HTML intends, gets a number that nobody published.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check \
  trafilatura==2.3.1 lxml==6.1.3 lxml_html_clean==0.4.6 inscriptis==2.7.6
cat > probe.py <<'PY'
import inscriptis
import trafilatura

PARAGRAPH = ("<p>The council of the {} town said on Monday that it would meet again next week "
             "to talk about the fire at the harbour and the sheds.</p>")
PAGE = ("<html><head><title>T</title></head><body><article><h1>Fire</h1>" + PARAGRAPH.format("small")
        + "<p>The fire killed <del>40</del><ins>46</ins> people, the mayor said on Monday after the search of the "
        "two sheds had ended.</p>" + PARAGRAPH.format("big") + "</article></body></html>")

def line(text):
    return next(line.strip()[:45] for line in text.splitlines() if "killed" in line)

print("trafilatura, text:", line(trafilatura.extract(PAGE)))
print("trafilatura, markdown:", line(trafilatura.extract(PAGE, output_format="markdown")))
print("trafilatura, xml:", line(trafilatura.extract(PAGE, output_format="xml")))
print("inscriptis:", line(inscriptis.get_text(PAGE)))
PY
cat > expected.txt <<'TXT'
trafilatura, text: The fire killed 4046 people, the mayor said o
trafilatura, markdown: The fire killed ~~40~~46 people, the mayor sa
trafilatura, xml: <p>The fire killed <del rend="overstrike">40<
inscriptis: The fire killed 4046 people, the mayor said o
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
