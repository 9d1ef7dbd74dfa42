#!/usr/bin/env bash
# Library: daff 1.4.2
# What it does: Compares two tables of which the newer lacks one of two equal rows. Its own patch, applied to the older
#   table, empties the whole table or takes out the wrong row.
# A good guess: The patch of a diff gives the newer table, as it does where the lost row has no equal.
# What was seen: Three rows of NULL in one case; in the other the lost row stands and another one is gone. The exit
#   status is 0.
# Why it matters: Tables of results or of the dead have equal rows. A table rebuilt from its changes is then another one.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check daff==1.4.2
cat > probe.py <<'PY'
import csv
import subprocess

def save(name, rows):
    with open(name, "w", newline="") as file:
        csv.writer(file).writerows(rows)

def daff(*words):
    return subprocess.run(["venv/bin/daff", *words], check=True, capture_output=True, text=True).stdout

HEAD = ("town", "dead")
CASES = {
    "another row lost": ([("A", 1), ("B", 2), ("C", 3)], [("A", 1), ("C", 3)]),
    "second of two equal rows lost": ([("A", 1), ("A", 1), ("B", 2)], [("A", 1), ("B", 2)]),
    "equal rows, one lost and one changed": (
        [("A", 40), ("B", 5), ("C", 7), ("A", 40)],
        [("A", 46), ("B", 5), ("C", 7)],
    ),
}
for name, (old, new) in CASES.items():
    save("old.csv", [HEAD, *old])
    save("new.csv", [HEAD, *new])
    save("patch.csv", csv.reader(daff("diff", "old.csv", "new.csv").splitlines()))
    print(f"{name}:")
    print("  wanted ", " ".join(open("new.csv").read().split()))
    print("  patched", " ".join(daff("patch", "old.csv", "patch.csv").split()))
PY
cat > expected.txt <<'TXT'
another row lost:
  wanted  town,dead A,1 C,3
  patched town,dead A,1 C,3
second of two equal rows lost:
  wanted  town,dead A,1 B,2
  patched NULL,NULL NULL,NULL NULL,NULL
equal rows, one lost and one changed:
  wanted  town,dead A,46 B,5 C,7
  patched town,dead A,46 A,40 B,5
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
