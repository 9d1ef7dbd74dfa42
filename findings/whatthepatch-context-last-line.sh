#!/usr/bin/env bash
# Library: whatthepatch 1.0.7
# What it does: A context diff whose last shown line is a replaced one is read without its new line: the
#   replacement becomes a deletion.
# A good guess: The context format is read like the unified one. Applied to the old text it gives the new
#   text, or it raises.
# What was seen: A last line 'brown' that becomes 'blue' is deleted. The unified diff of the same two texts
#   is applied right.
# Why it matters: The last line of a story is where notes of correction stand. They are lost with no error.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check whatthepatch==1.0.7
cat > probe.py <<'PY'
import difflib
import whatthepatch

def patched(old, new, make):
    diff = "\n".join(make(old, new, "a", "b", "2024-01-01 00:00:00", "2024-01-01 00:00:00", lineterm=""))
    return list(whatthepatch.apply_diff(next(whatthepatch.parse_patch(diff)), old))

for old, new in ((["green", "brown", "red"], ["green", "blue", "red"]), (["green", "brown"], ["green", "blue"]),
                 (["green", "brown"], ["green", "brown", "blue"])):
    print(new, patched(old, new, difflib.unified_diff), patched(old, new, difflib.context_diff))
PY
cat > expected.txt <<'TXT'
['green', 'blue', 'red'] ['green', 'blue', 'red'] ['green', 'blue', 'red']
['green', 'blue'] ['green', 'blue'] ['green']
['green', 'brown', 'blue'] ['green', 'brown', 'blue'] ['green', 'brown', 'blue']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
