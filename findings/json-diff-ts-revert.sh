#!/usr/bin/env bash
# Library: json-diff-ts 4.10.4 (npm)
# What it does: revertChangeset puts a value of a list that had changed its type (46 to 'forty-six', null
#   to a text) back at the end of the list. applyChangeset leaves words behind when a list of lists gets
#   shorter.
# A good guess: Reverting what diff found gives the older value, and applying it gives the newer one, as
#   for a list that only got longer or shorter.
# What was seen: ['votes:', 46, 'of', 58] comes back as ['votes:', 'of', 58, 46]. Of [['Ayes', '46'],
#   ['none']] changed to [['none']] the word '46' stays.
# Why it matters: The list holds the right words in the wrong order, or one too many, and nothing raises.
#   Keep the older version instead of reverting to it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund json-diff-ts@4.10.4
cat > probe.mjs <<'JS'
import { applyChangeset, diff, revertChangeset } from 'json-diff-ts';

const pairs = [
  [['votes:', 46, 'of', 58], ['votes:', 'forty-six', 'of', 58]],
  [[null, 'said no'], ['The mayor', 'said no']],
  [['a', 'b'], ['a', 'b', 'c']],
  [[['Ayes', '46'], ['none']], [['none']]],
];
console.warn = console.error = () => {};
for (const [older, newer] of pairs) {
  const changes = () => diff({ list: older }, { list: newer });
  const applied = applyChangeset({ list: structuredClone(older) }, changes()).list;
  const reverted = revertChangeset({ list: structuredClone(newer) }, changes()).list;
  console.log(JSON.stringify(older), JSON.stringify(newer), '| applied', JSON.stringify(applied), '| reverted', JSON.stringify(reverted));
}
JS
cat > expected.txt <<'TXT'
["votes:",46,"of",58] ["votes:","forty-six","of",58] | applied ["votes:","forty-six","of",58] | reverted ["votes:","of",58,46]
[null,"said no"] ["The mayor","said no"] | applied ["The mayor","said no"] | reverted ["said no",null]
["a","b"] ["a","b","c"] | applied ["a","b","c"] | reverted ["a","b"]
[["Ayes","46"],["none"]] [["none"]] | applied [["none","46"]] | reverted [["Ayes","46"],["none"]]
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
