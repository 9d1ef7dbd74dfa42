#!/usr/bin/env bash
# Library: gettext-parser 10.0.0 (npm) beside polib 1.2.0
# What it does: A PO entry with an empty msgctxt and one with no msgctxt are two entries. gettext-parser
#   keeps only the later one.
# A good guess: Both are kept, since gettext says that an empty context is not the same as none. Two equal
#   entries would be an error.
# What was seen: Of two translations of one text the first is gone from the parsed table and from the file
#   written from it. polib keeps both.
# Why it matters: A comparison of two translated files reports an entry as removed that both of them hold.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check polib==1.2.0
npm init -y > /dev/null
npm install --silent --no-audit --no-fund gettext-parser@10.0.0
cat > probe.py <<'PY'
import polib

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
ENTRIES = 'msgid "now"\nmsgstr "jetzt"\n\nmsgctxt ""\nmsgid "now"\nmsgstr "sofort"\n'
with open("a.po", "w", encoding="utf-8") as file:
    file.write(HEAD + ENTRIES)
print("polib", [(entry.msgctxt, entry.msgstr) for entry in polib.pofile("a.po")])
PY
cat > probe.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { po } from 'gettext-parser';

const read = po.parse(readFileSync('a.po'));
console.log('gettext-parser', JSON.stringify(read.translations['']['now'].msgstr), Object.keys(read.translations).length);
console.log('written', (po.compile(read).toString().match(/"jetzt"|"sofort"|msgctxt/g) ?? []).join(' '));
JS
cat > expected.txt <<'TXT'
polib [(None, 'jetzt'), ('', 'sofort')]
gettext-parser ["sofort"] 1
written "sofort"
TXT
{ venv/bin/python probe.py; node probe.mjs; } | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
