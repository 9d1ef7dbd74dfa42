#!/usr/bin/env bash
# Library: pythainlp 5.4.0
# What it does: time_to_thaiword in the form "m6h" writes seven in the morning in Thai words. thaiword_to_time of the
#   same library reads these words as seven in the evening.
# A good guess: Each hour is read as it was written. In Thai these words for seven to eleven stand for the morning
#   only; the evening has other words.
# What was seen: The hours 6 to 10 are read twelve hours late, and 11 as 22:00. The other two forms are read right.
# Why it matters: A time corrected from words to digits looks like a change of half a day.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pythainlp==5.4.0
cat > probe.py <<'PY'
from pythainlp.util import thaiword_to_time, time_to_thaiword

for form in ("m6h", "6h", "24h"):
    wrong = []
    for hour in range(24):
        time = f"{hour:02d}:00"
        words = time_to_thaiword(time, form)
        if thaiword_to_time(words) != time:
            wrong.append(f"{time} {words} {thaiword_to_time(words)}")
    print(f"{form}:", "; ".join(wrong) or "all right")
PY
cat > expected.txt <<'TXT'
m6h: 06:00 หกโมง 18:00; 07:00 เจ็ดโมง 19:00; 08:00 แปดโมง 20:00; 09:00 เก้าโมง 21:00; 10:00 สิบโมง 22:00; 11:00 สิบเอ็ดโมง 22:00
6h: all right
24h: all right
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
