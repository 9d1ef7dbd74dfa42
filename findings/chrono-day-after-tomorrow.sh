#!/usr/bin/env bash
# Library: chrono-node 2.10.3 (npm)
# What it does: In French the day after tomorrow is read as tomorrow and the day before yesterday as
#   yesterday. The Japanese day before yesterday is yesterday too.
# A good guess: The day that the word names, as in Russian, Italian, Finnish, Indonesian and Arabic, or
#   nothing, as for a word that is not known.
# What was seen: The shorter word is found within the longer one: demain in après-demain, hier in
#   avant-hier, 昨日 in 一昨日. The documentation counts both languages as supported, not as partly supported.
# Why it matters: A report's date is off by a day with no sign of it. A word that is not known must not
#   match by its tail.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund chrono-node@2.10.3
cat > probe.mjs <<'JS'
import * as chrono from 'chrono-node';

const today = new Date(2026, 10, 15, 12);
const words = {
  fr: ['demain', 'après-demain', 'hier', 'avant-hier'],
  ja: ['昨日', '一昨日'],
  ru: ['завтра', 'послезавтра', 'позавчера'],
  it: ['domani', 'dopodomani'],
};
for (const [language, list] of Object.entries(words)) {
  for (const word of list) {
    const [found] = chrono[language].parse(word, today);
    console.log(language, word, 'matched:', found.text, 'days:', found.start.get('day') - 15);
  }
}
JS
cat > expected.txt <<'TXT'
fr demain matched: demain days: 1
fr après-demain matched: demain days: 1
fr hier matched: hier days: -1
fr avant-hier matched: hier days: -1
ja 昨日 matched: 昨日 days: -1
ja 一昨日 matched: 昨日 days: -1
ru завтра matched: завтра days: 1
ru послезавтра matched: послезавтра days: 2
ru позавчера matched: позавчера days: -2
it domani matched: domani days: 1
it dopodomani matched: dopodomani days: 2
TXT
TZ=UTC node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
