#!/usr/bin/env bash
# Library: pylatexenc 2.11
# What it does: latex_to_text drops the words in \mbox. Those in \fbox, \hbox, \makebox and \text stay.
# A good guess: \mbox only forbids a line break within its words, so they are read like any others.
# What was seen: 'They lost by \mbox{46 to 12} today.' becomes 'They lost by  today.' Each other box and
#   font macro that was tried keeps its words.
# Why it matters: Figures and names vanish from an imported text, and the sentence still reads well
#   without them.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pylatexenc==2.11
cat > probe.py <<'PY'
from pylatexenc.latex2text import LatexNodes2Text

for macro in ("mbox", "fbox", "hbox", "makebox", "text", "emph"):
    source = r"They lost by \%s{46 to 12} today." % macro
    print(macro, repr(LatexNodes2Text().latex_to_text(source)))
PY
cat > expected.txt <<'TXT'
mbox 'They lost by  today.'
fbox 'They lost by 46 to 12 today.'
hbox 'They lost by 46 to 12 today.'
makebox 'They lost by 46 to 12 today.'
text 'They lost by 46 to 12 today.'
emph 'They lost by 46 to 12 today.'
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
