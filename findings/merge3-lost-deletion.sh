#!/usr/bin/env bash
# Library: merge3 1.0.0
# What it does: One editor rewrites the first of two equal lines, the other takes one of the two away.
#   Merge3 merges without a conflict, and the deletion is gone.
# A good guess: Both touched the same place, so it is a conflict; or else both edits are in the result,
#   which is then the new line alone.
# What was seen: The merge is clean and equals the first editor's text. The other editor's cut is lost, also
#   inside a longer text.
# Why it matters: Texts have equal lines (section marks, refrains, blank lines). A clean three-way merge is
#   no promise that each side's edit is in it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check merge3==1.0.0
cat > probe.py <<'PY'
from merge3 import Merge3

def merge(base, mine, yours):
    groups = list(Merge3(base, mine, yours).merge_groups())
    clean = all(group[0] != "conflict" for group in groups)
    return clean, [line for group in groups for line in group[-1]]

for head in ([], ["Lead."]):
    base, mine, yours = head + ["* * *", "* * *"], head + ["Part two.", "* * *"], head + ["* * *"]
    clean, lines = merge(base, mine, yours)
    print("clean:", clean, "equal to mine:", lines == mine, lines)
PY
cat > expected.txt <<'TXT'
clean: True equal to mine: True ['Part two.', '* * *']
clean: True equal to mine: True ['Lead.', 'Part two.', '* * *']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
