#!/usr/bin/env bash
# Library: num2words 0.5.14
# What it does: In Italian the ending -diciotto loses a letter after cento: 118 is written 'centodicotto'.
#   So are 218 to 918 and their thousands.
# A good guess: 118 is 'centodiciotto', since 18 is 'diciotto' and 1018 'millediciotto', both of which it
#   writes right.
# What was seen: Each number that ends in 118 to 918 is misspelt; those that end in 018 are not. text2num
#   3.1.0 does not read the word.
# Why it matters: When figures are turned into words to match '118' with 'centodiciotto', the match fails
#   for these numbers alone.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check num2words==0.5.14 text2num==3.1.0
cat > probe.py <<'PY'
from num2words import num2words
from text_to_num import text2num

for number in (18, 117, 118, 119, 218, 1018, 1118):
    word = num2words(number, lang="it")
    try:
        read = text2num(word, "it")
    except ValueError:
        read = "not read"
    print(number, word, read)
wrong = [n for n in range(10_000) if "dicotto" in num2words(n, lang="it")]
print(len(wrong), {n % 100 for n in wrong}, sum(n % 1000 == 18 for n in wrong))
PY
cat > expected.txt <<'TXT'
18 diciotto 18
117 centodiciassette 117
118 centodicotto not read
119 centodiciannove 119
218 duecentodicotto not read
1018 millediciotto 1018
1118 millecentodicotto not read
90 {18} 0
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
