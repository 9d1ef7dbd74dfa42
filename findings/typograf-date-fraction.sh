#!/usr/bin/env bash
# Library: typograf 7.8.0 (npm)
# What it does: The rule for fractions rewrites the beginning of a date: 1/2/2024 becomes ½/2024, and
#   3/4/2024 becomes ¾/2024, in Russian and in English.
# A good guess: A fraction stands between other things than slashes and digits. 1/2 alone becomes ½, a
#   date stays.
# What was seen: The rule looks for a digit before and after, not for a slash. Only the days 1/2, 1/4 and
#   3/4 are hit, so that 5/6/2024 stays.
# Why it matters: Three dates of a year lose day and month in a text that was only to get better quotation
#   marks.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund typograf@7.8.0
cat > probe.mjs <<'JS'
import Typograf from 'typograf';

for (const locale of ['ru', 'en-US']) {
  const typograf = new Typograf({ locale: [locale] });
  for (const text of ['1/2', '1/2/2024', '1/4/24', '3/4/2024', '5/6/2024', '11/2/2024']) {
    console.log(locale, text, typograf.execute(text));
  }
}
JS
cat > expected.txt <<'TXT'
ru 1/2 ½
ru 1/2/2024 ½/2024
ru 1/4/24 ¼/24
ru 3/4/2024 ¾/2024
ru 5/6/2024 5/6/2024
ru 11/2/2024 11/2/2024
en-US 1/2 ½
en-US 1/2/2024 ½/2024
en-US 1/4/24 ¼/24
en-US 3/4/2024 ¾/2024
en-US 5/6/2024 5/6/2024
en-US 11/2/2024 11/2/2024
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
