#!/usr/bin/env bash
# Library: three-merge 0.1.1 (diff-match-patch 20241021)
# What it does: At a conflict the merged text holds neither side whole. Letters of both are gone, and with
#   the sides swapped it raises.
# A good guess: At a conflict the text shows both sides between marks, so each can still be read. Swapping
#   the sides swaps the marks.
# What was seen: 'said no' against 'said maybe' gives a conflict of 'ma' and 'yes', then 'no.b'. No choice
#   of a side gives either sentence.
# Why it matters: A mark of conflict is no promise that the words are still there. Keep both texts, never
#   the merged one alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check three-merge==0.1.1 diff-match-patch==20241021
cat > probe.py <<'PY'
from three_merge import merge

base, one, two = "The mayor said yes.", "The mayor said no.", "The mayor said maybe."
for first, second in ((one, two), (two, one)):
    try:
        merged = merge(first, second, base)
    except AssertionError as error:
        print("raised", type(error).__name__)
        continue
    print(merged)
    print("no:", "no" in merged, "maybe:", "maybe" in merged)
PY
cat > expected.txt <<'TXT'
The mayor said <<<<<<< ++ ma ======= -- yes >>>>>>>no.b
no: True maybe: False
raised AssertionError
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
