#!/usr/bin/env bash
# Library: humanize 4.17.0
# What it does: The French ordinal of each number that ends in 1, but for those that end in 11, has the
#   ending of 'premier': 21 is '21er', 101 is '101er'.
# A good guess: Only 1 is '1er'. 21 is '21e', for vingt et unième.
# What was seen: The ending is chosen by the last digit as in English (21st), then translated. 11 is
#   right, '11e', since English has 11th.
# Why it matters: A generated text and a written one differ in every such number, and '21er' is not
#   French.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check humanize==4.17.0
cat > probe.py <<'PY'
import humanize

for language in ("fr_FR", "en_US"):
    if language != "en_US":
        humanize.i18n.activate(language)
    print(language, [humanize.ordinal(number) for number in (1, 2, 11, 21, 31, 101, 111, 1001)])
    humanize.i18n.deactivate()
PY
cat > expected.txt <<'TXT'
fr_FR ['1er', '2e', '11e', '21er', '31er', '101er', '111e', '1001er']
en_US ['1st', '2nd', '11th', '21st', '31st', '101st', '111th', '1001st']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
