#!/usr/bin/env bash
# Library: surt 0.3.1
# What it does: It decodes a percent-encoded ampersand, question mark or slash before it splits and sorts the query. The
#   key of a search for AT&T is then that of two parameters, and an address inside a parameter falls apart.
# A good guess: Reserved characters stay encoded, as RFC 3986 says that decoding them changes the address.
# What was seen: Three pairs of different addresses with one key each; "#" and "%" stay encoded.
# Why it matters: Web archives look captures up by this key. Versions of two pages stand in one history.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check surt==0.3.1
cat > probe.py <<'PY'
from surt import surt

PAIRS = (
    ("/search?q=AT%26T", "/search?q=AT&T"),
    ("/story%3Fid=1", "/story?id=1"),
    ("/go?to=/a%26id=2&id=1", "/go?to=/a&id=1&id=2"),
    ("/search?q=C%23", "/search?q=C"),
    ("/search?q=5%2525", "/search?q=6%2525"),
)
for first, second in PAIRS:
    one, two = (surt("https://news.example" + path) for path in (first, second))
    print(first, second, "->", one if one == two else f"{one} | {two}")
PY
cat > expected.txt <<'TXT'
/search?q=AT%26T /search?q=AT&T -> example,news)/search?q=at&t
/story%3Fid=1 /story?id=1 -> example,news)/story?id=1
/go?to=/a%26id=2&id=1 /go?to=/a&id=1&id=2 -> example,news)/go?id=1&id=2&to=/a
/search?q=C%23 /search?q=C -> example,news)/search?q=c%23 | example,news)/search?q=c
/search?q=5%2525 /search?q=6%2525 -> example,news)/search?q=5%25 | example,news)/search?q=6%25
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
