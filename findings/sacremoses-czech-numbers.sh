#!/usr/bin/env bash
# Library: sacremoses 0.2.0
# What it does: Where a Czech sentence ends in a number and a full stop, its detokenizer joins every number from the
#   third word on to the word before it. It looks at the last two tokens of the sentence, where its comment says the
#   previous two.
# A good guess: Words of a sentence that was taken apart are parted by one space again, a number from its word too.
# What was seen: "Při požáru zemřelo46 lidí v roce2026." for Czech. With another end, and in Slovak, the spaces stay.
# Why it matters: Translations and corpora are written out by this rule. They then differ from the published sentence at
#   each number.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check sacremoses==0.2.0
cat > probe.py <<'PY'
from sacremoses import MosesDetokenizer, MosesTokenizer

SENTENCES = (
    "Při požáru zemřelo 46 lidí v roce 2026.",
    "Při požáru zemřelo 46 lidí v roce 2026 a potom.",
    "Policie hledá 12 lidí z domu č. 46.",
    "Podle policie jich je 12, ne 46!",
)
for language in ("cs", "sk"):
    for sentence in SENTENCES:
        tokens = MosesTokenizer(language).tokenize(sentence)
        print(language, MosesDetokenizer(language).detokenize(tokens))
PY
cat > expected.txt <<'TXT'
cs Při požáru zemřelo46 lidí v roce2026.
cs Při požáru zemřelo 46 lidí v roce 2026 a potom.
cs Policie hledá12 lidí z domu č.46.
cs Podle policie jich je 12, ne 46!
sk Při požáru zemřelo 46 lidí v roce 2026.
sk Při požáru zemřelo 46 lidí v roce 2026 a potom.
sk Policie hledá 12 lidí z domu č. 46.
sk Podle policie jich je 12, ne 46!
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
