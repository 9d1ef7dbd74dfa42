#!/usr/bin/env bash
# Library: cyrtranslit 1.2.0
# What it does: Russian Й at the start of a word becomes Latin J, and this J becomes Ж on the way back. Yemen turns into
#   "Жемен", York into "Жорк".
# A good guess: A letter that the table writes as j is read back from j. Й is й with a capital.
# What was seen: Й in the middle of a word comes back right, at its start and in capitals it does not. Ukrainian is right.
# Why it matters: Names of places change in a text that goes through Latin letters, each time to a word that looks real.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check cyrtranslit==1.2.0
cat > probe.py <<'PY'
import cyrtranslit

for language, words in (("ru", ("Йемен", "Нью-Йорк", "Йошкар-Ола", "Андрей", "Женева")), ("ua", ("Йосип", "Андрій"))):
    for word in words:
        latin = cyrtranslit.to_latin(word, language)
        print(language, word, latin, cyrtranslit.to_cyrillic(latin, language))
PY
cat > expected.txt <<'TXT'
ru Йемен Jemen Жемен
ru Нью-Йорк N'yu-Jork Нью-Жорк
ru Йошкар-Ола Joshkar-Ola Жошкар-Ола
ru Андрей Andrej Андрей
ru Женева ZHeneva Женева
ua Йосип Josyp Йосип
ua Андрій Andrij Андрій
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
