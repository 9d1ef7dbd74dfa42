#!/usr/bin/env bash
# Library: mwparserfromhell 0.7.2, wikitextparser 3.0.0
# What it does: The plain text of both keeps the words of a reference, at the place of its mark. "46" with a footnote
#   that begins with a number reads as one longer number. A line break element glues two words.
# A good guess: A reference is left out: the reader sees a mark only, and the documentation of mwparserfromhell says that
#   tags are removed completely. A br parts words.
# What was seen: "killed 4612 bodies were found." from both. A reference made of a template leaves nothing.
# Why it matters: Two revisions compared as plain text show numbers and sentences that no reader saw.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check mwparserfromhell==0.7.2 wikitextparser==3.0.0
cat > probe.py <<'PY'
import mwparserfromhell
import wikitextparser

for text in (
    "The fire killed 46<ref>12 bodies were found.</ref> people.",
    "The fire killed 46<ref>{{cite news|title=12 bodies}}</ref> people.",
    "Killed:<br>46<br/>Hurt:<br />12",
):
    print("mwparserfromhell:", mwparserfromhell.parse(text).strip_code())
    print("wikitextparser:  ", wikitextparser.parse(text).plain_text())
PY
cat > expected.txt <<'TXT'
mwparserfromhell: The fire killed 4612 bodies were found. people.
wikitextparser:   The fire killed 4612 bodies were found. people.
mwparserfromhell: The fire killed 46 people.
wikitextparser:   The fire killed 46 people.
mwparserfromhell: Killed:46Hurt:12
wikitextparser:   Killed:46Hurt:12
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
