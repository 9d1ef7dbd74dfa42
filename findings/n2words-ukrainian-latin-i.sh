#!/usr/bin/env bash
# Library: n2words 4.0.0 (npm)
# What it does: Ukrainian number words are written with the Latin letter i (U+0069) among Cyrillic
#   letters: шiсть, сiм, вiсiм.
# A good guess: The words are Ukrainian, with the Cyrillic і (U+0456). The two look alike, and the package
#   writes no mixed word in any other of 30 languages that were tried.
# What was seen: 6, 7 and 8, all numbers that end in them, and more mix two scripts. The word for 6 is not
#   equal to a typed шість.
# Why it matters: A comparison marks a word as changed that looks the same on both sides. No reader finds
#   the difference.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund n2words@4.0.0
cat > probe.mjs <<'JS'
import { toCardinal } from 'n2words/uk-UA';
import { toCardinal as toRussian } from 'n2words/ru-RU';

const mixed = (word) => /\p{Script=Latin}/u.test(word) && /\p{Script=Cyrillic}/u.test(word);
for (const number of [6, 7, 8, 10]) {
  const word = toCardinal(number);
  console.log(number, word, [...word].map((letter) => letter.codePointAt(0).toString(16)).join(' '), mixed(word));
}
console.log('equal to the Ukrainian word:', toCardinal(6) === 'шість');
const numbers = Array.from({ length: 1000 }, (_, number) => number);
console.log('mixed of 1000: Ukrainian', numbers.filter((n) => mixed(toCardinal(n))).length, 'Russian', numbers.filter((n) => mixed(toRussian(n))).length);
JS
cat > expected.txt <<'TXT'
6 шiсть 448 69 441 442 44c true
7 сiм 441 69 43c true
8 вiсiм 432 69 441 69 43c true
10 десять 434 435 441 44f 442 44c false
equal to the Ukrainian word: false
mixed of 1000: Ukrainian 706 Russian 0
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
