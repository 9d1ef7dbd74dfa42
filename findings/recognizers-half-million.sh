#!/usr/bin/env bash
# Library: @microsoft/recognizers-text-suite 1.3.1 (npm)
# What it does: A half beside million or billion is counted as a fraction over it: 'half a million' is two
#   millionths, 'one and a half million' 1.0000005. Spanish and Portuguese 'a million and a half' are
#   500000.
# A good guess: 500000 and 1500000, as 'three and a half' is 3.5 and 'two million five hundred thousand'
#   is 2500000.
# What was seen: The whole phrase is found each time and has a value with no sign of doubt. In Spanish two
#   millions and a half are one million: the half is multiplied with the millions.
# Why it matters: Budgets and crowds are told in just these words. A comparison of figures finds a change
#   where words became digits, or none where a sum was changed.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @microsoft/recognizers-text-suite@1.3.1
cat > probe.mjs <<'JS'
import { recognizeNumber } from '@microsoft/recognizers-text-suite';

const phrases = [
  ['en-us', 'half a million'],
  ['en-us', 'one and a half million'],
  ['en-us', 'two and a half billion'],
  ['en-us', 'three and a half'],
  ['en-us', 'two million five hundred thousand'],
  ['es-es', 'un millón y medio'],
  ['es-es', 'dos millones y medio'],
  ['pt-br', 'um milhão e meio'],
];
for (const [culture, phrase] of phrases) {
  console.log(culture, recognizeNumber(phrase, culture).map(({ text, resolution }) => `${text} = ${resolution.value}`).join('; '));
}
JS
cat > expected.txt <<'TXT'
en-us half a million = 2E-06
en-us one and a half million = 1.0000005
en-us two and a half billion = 2.0000000005
en-us three and a half = 3.5
en-us two million five hundred thousand = 2500000
es-es un millón y medio = 500000
es-es dos millones y medio = 1000000
pt-br um milhão e meio = 500000
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
