#!/usr/bin/env bash
# Library: node-htmldiff 0.9.4 (npm)
# What it does: The space before or behind a bold or italic element that was put in or taken out is lost: the newer text
#   "At least 46 people" is shown as "At least46 people".
# A good guess: The marked page without its deletions reads as the newer page, and without its insertions as the older.
# What was seen: Two words are joined in the text that has the element. At a link the space stays, as it does where
#   only the words in bold changed.
# Why it matters: A page that shows a correction has joined words that nobody published.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund node-htmldiff@0.9.4
cat > probe.cjs <<'JS'
const diff = require('node-htmldiff');

const text = (page, left) =>
  page.replace(new RegExp(`<${left}\\b.*?</${left}>`, 'g'), '').replace(/<[^>]+>/g, '').replace(/\s+/g, ' ');
const pairs = [
  ['<p>46 people died.</p>', '<p><b>At least</b> 46 people died.</p>'],
  ['<p>The <i>two</i> men left.</p>', '<p>The men left.</p>'],
  ['<p>He said it.</p>', '<p>He <a href="x">also</a> said it.</p>'],
  ['<p>Killed <b>40</b> people.</p>', '<p>Killed <b>46</b> people.</p>'],
];
for (const [older, newer] of pairs) {
  const page = diff(older, newer);
  console.log(`older ${text(page, 'ins')} | newer ${text(page, 'del')}`);
}
JS
cat > expected.txt <<'TXT'
older 46 people died. | newer At least46 people died.
older Thetwo men left. | newer The men left.
older He said it. | newer He also said it.
older Killed 40 people. | newer Killed 46 people.
TXT
node probe.cjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
