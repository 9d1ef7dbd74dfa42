#!/usr/bin/env bash
# Library: arrow 1.4.0
# What it does: In Thai and Lao it writes the year of the Buddhist era, 2569 for 2026. It reads that year as 2569 of the
#   common era, with the same pattern and locale.
# A good guess: What a locale writes, the same locale reads. Lao is written with the common era, as Unicode's CLDR says.
# What was seen: A date sent through both is 543 years off. No error is raised. Other locales give the date back.
# Why it matters: A Thai dateline that is read and written again moves by 543 years each time.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check arrow==1.4.0
cat > probe.py <<'PY'
import arrow

DAY = arrow.Arrow(2026, 11, 28)
PATTERN = "D MMMM YYYY"
for locale in ("th", "lo", "ne", "fa", "am", "ja"):
    written = DAY.format(PATTERN, locale=locale)
    read = arrow.get(written, PATTERN, locale=locale)
    print(f"{locale}: writes {written}, reads {read:YYYY-MM-DD}")
again = arrow.get(DAY.format(PATTERN, locale="th"), PATTERN, locale="th").format(PATTERN, locale="th")
print("th, written again:", again)
PY
cat > expected.txt <<'TXT'
th: writes 28 พฤศจิกายน 2569, reads 2569-11-28
lo: writes 28 ພະຈິກ 2569, reads 2569-11-28
ne: writes 28 नोवेम्बर 2026, reads 2026-11-28
fa: writes 28 نوامبر 2026, reads 2026-11-28
am: writes 28 ኖቬምበር 2026, reads 2026-11-28
ja: writes 28 11月 2026, reads 2026-11-28
th, written again: 28 พฤศจิกายน 3112
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
