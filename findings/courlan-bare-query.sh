#!/usr/bin/env bash
# Library: courlan 1.4.0
# What it does: clean_url drops a query that has no equals sign, also beside parameters that it keeps.
# A good guess: Only tracking parameters and fragments go. A bare query is the number of the story and stays.
# What was seen: Two stories of one site get one address. UrlStore then holds that address twice and neither story's own.
# Why it matters: Old newsroom systems address stories as story.php?1234567. All of them become one page.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check courlan==1.4.0
cat > probe.py <<'PY'
from courlan import UrlStore, clean_url

SITE = "https://news.example"
for path in ("/story.php?1234567", "/story.php?1234568", "/story.php?1234567&lang=de", "/story.php?id=1234567"):
    print(path, "->", clean_url(SITE + path).removeprefix(SITE))
store = UrlStore()
store.add_urls([SITE + "/story.php?1234567", SITE + "/story.php?1234568"])
print("stored:", *(url.removeprefix(SITE) for url in store.dump_urls()))
PY
cat > expected.txt <<'TXT'
/story.php?1234567 -> /story.php
/story.php?1234568 -> /story.php
/story.php?1234567&lang=de -> /story.php?lang=de
/story.php?id=1234567 -> /story.php?id=1234567
stored: /story.php /story.php
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
