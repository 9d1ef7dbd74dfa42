#!/usr/bin/env bash
# Library: goose3 3.1.22
# What it does: The words inside time, q, ins, mark, cite, abbr, sub, ruby and other inline elements are
#   left out of a paragraph; those in b, i, a, span, sup and small stay.
# A good guess: An inline element's words are a part of the sentence, whatever their markup: the text is
#   what a reader of the page reads.
# What was seen: 'In the end forty-six voted for it' becomes 'In the end voted for it', with one space and
#   no mark of what is gone.
# Why it matters: Quotations, dates and corrections are marked up with just these elements. The sentence
#   still reads well, at times with another sense.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check goose3==3.1.22 lxml==6.1.3
cat > probe.py <<'PY'
from goose3 import Goose

FILL = "<p>" + "The council met on Monday to vote on the plan for the old harbour, which is an old plan. " * 4 + "</p>"
kept, lost = [], []
for tag in ("b", "i", "em", "strong", "a", "span", "sup", "small", "q", "time", "ins", "mark", "cite", "abbr", "dfn", "sub", "ruby", "data", "bdi"):
    sentence = f"<p>In the end <{tag}>forty-six</{tag}> voted for it and twelve voted against it on Monday.</p>"
    page = f"<html><head><title>Vote</title></head><body><article>{FILL}{sentence}{FILL}</article></body></html>"
    text = Goose().extract(raw_html=page).cleaned_text
    line = next(line for line in text.splitlines() if line.startswith("In the end"))
    (kept if "forty-six" in line else lost).append(tag)
    if tag in ("b", "time"):
        print(tag, line)
print("kept:", *kept)
print("lost:", *lost)
PY
cat > expected.txt <<'TXT'
b In the end forty-six voted for it and twelve voted against it on Monday.
time In the end voted for it and twelve voted against it on Monday.
kept: b i em strong a span sup small
lost: q time ins mark cite abbr dfn sub ruby data bdi
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
