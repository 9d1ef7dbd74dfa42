#!/usr/bin/env bash
# Library: date-fns 4.4.0 (npm)
# What it does: parse reads a month that format wrote as another month: June as January in Armenian, May
#   as March in Frisian, June as May in Kazakh, January as December in Central Kurdish.
# A good guess: A date written and read with the same pattern and the same locale is the same date. A
#   month that cannot be read gives an invalid date.
# What was seen: The pattern of one month fits the name of another too; in Kurdish that of December fits
#   any word. The result is a valid date in the wrong month.
# Why it matters: A check for an invalid date does not help. A published date moves by up to eleven
#   months.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund date-fns@4.4.0
cat > probe.mjs <<'JS'
import { format, parse } from 'date-fns';
import * as locales from 'date-fns/locale';

for (const name of ['hy', 'fy', 'kk', 'ckb', 'de']) {
  const locale = locales[name];
  const wrong = [];
  for (let month = 0; month < 12; month += 1) {
    const text = format(new Date(2026, month, 5), 'd MMMM yyyy', { locale });
    const read = parse(text, 'd MMMM yyyy', new Date(2000, 0, 1), { locale });
    if (read.getMonth() !== month) wrong.push(`${month + 1} as ${read.getMonth() + 1} (${text})`);
  }
  console.log(name, wrong.join(', ') || 'all months');
}
JS
cat > expected.txt <<'TXT'
hy 6 as 1 (5 հունիս 2026), 7 as 1 (5 հուլիս 2026)
fy 5 as 3 (5 maaie 2026)
kk 6 as 5 (5 маусым 2026), 9 as 1 (5 қыркүйек 2026), 10 as 1 (5 қазан 2026), 11 as 1 (5 қараша 2026)
ckb 1 as 12 (5 کانوونی دووەم 2026), 9 as 12 (5 ئەیلول 2026), 10 as 12 (5 تشرینی یەکەم 2026), 11 as 12 (5 تشرینی دووەم 2026)
de all months
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
