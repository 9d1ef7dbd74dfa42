#!/usr/bin/env bash
# Library: ttconv 1.2.3
# What it does: Writing SRT or WebVTT from TTML, ttconv leaves out ruby whole: the base words as well as
#   the reading above them.
# A good guess: A format that has no ruby keeps the base words, which are the sentence, and leaves out the
#   reading.
# What was seen: 'He is in 東京 now' becomes 'He is in  now' in both formats. No warning is given, and the
#   model that was read still holds the words.
# Why it matters: Ruby stands above names and rare words. The subtitle loses just these, and still has its
#   times and its other words.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check ttconv==1.2.3
cat > probe.py <<'PY'
import xml.etree.ElementTree as ET

import ttconv.imsc.reader
import ttconv.srt.writer
import ttconv.vtt.writer

NS = 'xmlns="http://www.w3.org/ns/ttml" xmlns:tts="http://www.w3.org/ns/ttml#styling"'
RUBY = '<span tts:ruby="container"><span tts:ruby="base">東京</span><span tts:ruby="text">とうきょう</span></span>'
for name in (RUBY, "<span>東京</span>"):
    source = (f'<tt {NS} xml:lang="en"><head><layout><region xml:id="r"/></layout></head><body region="r"><div>'
              f'<p begin="0s" end="2s">He is in {name} now</p></div></body></tt>')
    for writer in (ttconv.srt.writer, ttconv.vtt.writer):
        model = ttconv.imsc.reader.to_model(ET.ElementTree(ET.fromstring(source)))
        print(writer.__name__, [line for line in writer.from_model(model).splitlines() if "He" in line])
PY
cat > expected.txt <<'TXT'
ttconv.srt.writer ['He is in  now']
ttconv.vtt.writer ['He is in  now']
ttconv.srt.writer ['He is in 東京 now']
ttconv.vtt.writer ['He is in 東京 now']
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
