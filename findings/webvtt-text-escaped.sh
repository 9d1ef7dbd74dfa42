#!/usr/bin/env bash
# Library: webvtt-py 0.6.0 and pysubs2 1.8.1
# What it does: Both offer a WebVTT caption as plain text, without its tags. Both leave its escapes as they are written
#   (&amp; &lt; &nbsp;) and glue what stands above a word in ruby to it. pysubs2 also leaves the times inside a cue.
# A good guess: Plain text is what the viewer reads: tags gone, escapes decoded (WebVTT, section 6.4), times inside a cue
#   gone, and the two parts of ruby apart, or one of them.
# What was seen: "Fish &amp; chips &lt;5&gt;", "漢kan one&nbsp;two", and in pysubs2 "It is <00:00:03.500>late".
# Why it matters: The same captions from a .srt and a .vtt file differ at each ampersand, and a word gets letters that
#   nobody reads in it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check webvtt-py==0.6.0 pysubs2==1.8.1
cat > probe.py <<'PY'
import pysubs2, webvtt

with open("story.vtt", "w", encoding="utf-8") as file:
    file.write("""WEBVTT

00:00:01.000 --> 00:00:02.000
<v Ana>Fish &amp; chips &lt;5&gt;</v>

00:00:02.000 --> 00:00:03.000
<ruby>漢<rt>kan</rt></ruby> one&nbsp;two

00:00:03.000 --> 00:00:04.000
It is <00:00:03.500><i>late</i>
""")
for cue, line in zip(webvtt.read("story.vtt"), pysubs2.load("story.vtt")):
    print("webvtt-py", cue.text)
    print("pysubs2  ", line.plaintext)
PY
cat > expected.txt <<'TXT'
webvtt-py Fish &amp; chips &lt;5&gt;
pysubs2   Fish &amp; chips &lt;5&gt;
webvtt-py 漢kan one&nbsp;two
pysubs2   漢kan one&nbsp;two
webvtt-py It is late
pysubs2   It is <00:00:03.500>late
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
