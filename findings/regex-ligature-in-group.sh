#!/usr/bin/env bash
# Library: regex 2026.11.15
# What it does: With V1 and the flag i for a group, "fig" matches "FIG" and not "ﬁg", which begins with the ligature
#   U+FB01. As an alternative beside "fog", or with the flag for the whole pattern, the same "fig" matches both. With
#   the flag f for full case-folding named as well, the group still does not match.
# A good guess: Full case-folding is the default of V1, so (?i:fig) matches both, as (?i:strasse) matches "straße"; and
#   an alternative that fails cannot change what another one matches.
# What was seen: (?i:fig) and (?if:fig) do not match "ﬁg"; (?i)fig and (?i:fig|fog) do; (?i:strasse) matches "straße".
# Why it matters: Text from PDFs keeps ligatures. Whether a table of words finds one there depends on which other words
#   the table has.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check regex==2026.11.15
cat > probe.py <<'PY'
import regex

for pattern in ("(?i)fig", "(?i:fig)", "(?if:fig)", "(?i:fig|fog)"):
    found = [bool(regex.fullmatch(pattern, text, flags=regex.V1)) for text in ("FIG", "\ufb01g")]
    print(f"{pattern:12} FIG {found[0]!s:5} U+FB01 g {found[1]}")
print("(?i:strasse) stra\u00dfe", bool(regex.fullmatch("(?i:strasse)", "stra\u00dfe", flags=regex.V1)))
PY
cat > expected.txt <<'TXT'
(?i)fig      FIG True  U+FB01 g True
(?i:fig)     FIG True  U+FB01 g False
(?if:fig)    FIG True  U+FB01 g False
(?i:fig|fog) FIG True  U+FB01 g True
(?i:strasse) straße True
TXT
PYTHONIOENCODING=utf-8 venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
