#!/usr/bin/env bash
# Library: pycaption 2.3.14; beside it ttconv 1.2.3
# What it does: In a DFXP file it reads a text only up to its first line break. The words behind are left out, up to the
#   next element.
# A good guess: A line break in the file is white space, as xml:space is "default": it reads as a space. A br element
#   breaks the line.
# What was seen: "The fire killed" for a caption that goes on "46 people.", and the words of the two sides glued around
#   the gap. ttconv gives the whole caption.
# Why it matters: A file that an editor has wrapped loses half of its captions, in each format written from it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pycaption==2.3.14 ttconv==1.2.3
cat > probe.py <<'PY'
import logging
import xml.etree.ElementTree as et

import ttconv.imsc.reader
import ttconv.srt.writer
from pycaption import DFXPReader

logging.disable()
DOCUMENT = (
    '<tt xml:lang="en" xmlns="http://www.w3.org/ns/ttml"><head><layout><region xml:id="r"/></layout></head>'
    '<body region="r"><div><p begin="00:00:01.000" end="00:00:02.000">{}</p></div></body></tt>'
)
for text in (
    "The fire killed 46 people.",
    "The fire killed\n   46 people.",
    "The fire killed\n46 people <span>in all</span> today.",
    "The fire killed<br/>46 people\nin all.",
):
    document = DOCUMENT.format(text)
    model = ttconv.imsc.reader.to_model(et.ElementTree(et.fromstring(document)))
    print("pycaption:", repr(DFXPReader().read(document).get_captions("en")[0].get_text()))
    print("ttconv:   ", repr("\n".join(ttconv.srt.writer.from_model(model).splitlines()[2:])))
PY
cat > expected.txt <<'TXT'
pycaption: 'The fire killed 46 people.'
ttconv:    'The fire killed 46 people.'
pycaption: 'The fire killed'
ttconv:    'The fire killed 46 people.'
pycaption: 'The fire killedin all today.'
ttconv:    'The fire killed 46 people in all today.'
pycaption: 'The fire killed\n46 people'
ttconv:    'The fire killed\n46 people in all.'
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
