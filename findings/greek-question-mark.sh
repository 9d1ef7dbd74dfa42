#!/usr/bin/env bash
# Library: sentencex 1.0.32 and pysbd 0.3.4, beside PyICU-binary 2.7.4
# What it does: The Greek sentence splitters of sentencex and pysbd end a sentence at the semicolon, and not
#   at U+037E, the character named GREEK QUESTION MARK.
# A good guess: A splitter for Greek ends a sentence at the character that Unicode made for the purpose.
#   U+037E and the semicolon are canonically equal, so both act alike.
# What was seen: With the semicolon two sentences, with U+037E one. ICU's rules for Greek find two both
#   times.
# Why it matters: Two versions of a Greek story that differ only in Unicode form are cut into different
#   sentences. Bring the text to NFC before splitting.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check sentencex==1.0.32 pysbd==0.3.4 PyICU-binary==2.7.4
cat > probe.py <<'PY'
import unicodedata
import icu, pysbd, sentencex

def ends(text):
    breaks = icu.BreakIterator.createSentenceInstance(icu.Locale("el"))
    breaks.setText(text)
    return list(breaks)

made = "\u03a0\u03bf\u03cd \u03c0\u03b1\u03c2\u037e \u03a0\u03ac\u03c9 \u03c3\u03c0\u03af\u03c4\u03b9."
folded = unicodedata.normalize("NFC", made)
print("U+037E becomes", folded[7])
for name, text in (("U+037E", made), ("semicolon", folded)):
    print(name, "sentencex", len(list(sentencex.segment("el", text))),
          "pysbd", len(pysbd.Segmenter(language="el", clean=False).segment(text)),
          "ICU", len(ends(text)))
PY
cat > expected.txt <<'TXT'
U+037E becomes ;
U+037E sentencex 1 pysbd 1 ICU 2
semicolon sentencex 2 pysbd 2 ICU 2
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
