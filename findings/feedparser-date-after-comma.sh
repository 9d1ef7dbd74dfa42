#!/usr/bin/env bash
# Library: feedparser 6.0.14, beside the email package of Python
# What it does: feedparser reads no date in which no space follows the comma behind the weekday: "Wed,01 May 2024".
# A good guess: RSS dates are those of RFC 822, in which white space between tokens is free, so the date is read like the
#   one with a space; the standard library reads both.
# What was seen: With the space a date, without it None. The text of the date is there both times.
# Why it matters: A version of a story without a time is sorted to the wrong end of its time line.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check feedparser==6.0.14
cat > probe.py <<'PY'
from email.utils import parsedate
import feedparser

RSS = "<rss version='2.0'><channel><title>t</title><item><title>a</title><pubDate>{}</pubDate></item></channel></rss>"
for written in ("Wed, 01 May 2024 10:00:00 GMT", "Wed,01 May 2024 10:00:00 GMT"):
    entry = feedparser.parse(RSS.format(written)).entries[0]
    parsed = entry.published_parsed and tuple(entry.published_parsed)[:6]
    print(entry.published, "| feedparser", parsed, "| email", parsedate(written)[:6])
PY
cat > expected.txt <<'TXT'
Wed, 01 May 2024 10:00:00 GMT | feedparser (2024, 5, 1, 10, 0, 0) | email (2024, 5, 1, 10, 0, 0)
Wed,01 May 2024 10:00:00 GMT | feedparser None | email (2024, 5, 1, 10, 0, 0)
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
