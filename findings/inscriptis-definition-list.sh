#!/usr/bin/env bash
# Library: inscriptis 2.7.6
# What it does: The terms and descriptions of a definition list are written with nothing between them:
#   'Ayes46Noes12'.
# A good guess: dt and dd are block elements in the HTML standard's own style sheet, so that each stands
#   on its own line, as p, li and div do here.
# What was seen: All four words are glued, with the relaxed style sheet as with the strict one. With white
#   space between the tags they stand in one line with a space.
# Why it matters: Results and contact boxes are definition lists. A label joins its figure, and a figure
#   the next label: 46 and Noes become one word.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check inscriptis==2.7.6
cat > probe.py <<'PY'
from inscriptis import get_text
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.model.config import ParserConfig

for name in ("strict", "relaxed"):
    for html in ("<dl><dt>Ayes</dt><dd>46</dd><dt>Noes</dt><dd>12</dd></dl>", "<ul><li>Ayes</li><li>46</li></ul>", "<div>Ayes</div><div>46</div>"):
        config = ParserConfig(css=CSS_PROFILES[name])
        print(name, repr(get_text(f"<html><body>{html}</body></html>", config)))
PY
cat > expected.txt <<'TXT'
strict 'Ayes46Noes12'
strict '  * Ayes\n  * 46'
strict 'Ayes\n46'
relaxed 'Ayes46Noes12'
relaxed '  * Ayes\n  * 46'
relaxed '  Ayes\n  46'
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
