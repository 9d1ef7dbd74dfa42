#!/usr/bin/env bash
# Library: RapidFuzz 3.14.6
# What it does: fuzz.partial_ratio can be lower than fuzz.ratio of the same two strings.
# A good guess: partial_ratio takes the best part of the longer string, and the whole is one of the parts,
#   so it is never below ratio.
# What was seen: The part has at most the length of the shorter string. One word put into a sentence brings
#   ratio above partial_ratio.
# Why it matters: A chain that takes partial_ratio as the kinder of the two loses pairs of sentences that
#   the plain ratio would have paired.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check RapidFuzz==3.14.6
cat > probe.py <<'PY'
from rapidfuzz import fuzz

for a, b in (("bcc", "bc c"), ("He left town.", "He left the town."), ("He left", "He left the town.")):
    plain, part = fuzz.ratio(a, b), fuzz.partial_ratio(a, b)
    print(f"{a} | {b} | ratio {plain:.1f} partial {part:.1f}", "lower" if part < plain else "not lower")
PY
cat > expected.txt <<'TXT'
bcc | bc c | ratio 85.7 partial 80.0 lower
He left town. | He left the town. | ratio 86.7 partial 81.8 lower
He left | He left the town. | ratio 58.3 partial 100.0 not lower
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
