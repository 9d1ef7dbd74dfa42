#!/usr/bin/env bash
# Library: @microsoft/recognizers-text-suite 1.3.1 (npm)
# What it does: In French the plural cents is not known: 'deux cents' is 2, 'trois mille cinq cents' is
#   3005. A hundred thousand behind a million is multiplied with it.
# A good guess: cent takes an s when it is multiplied and nothing follows, in any school grammar, so both
#   spellings are read: 200 and 3500.
# What was seen: 'deux cent' is 200 and 'deux cents' is 2. 'un million deux cent mille' is 100000200000.
# Why it matters: The figure is found in the text, with a wrong value and one word less. The correct
#   spelling is read wrongly, the misspelt one rightly.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @microsoft/recognizers-text-suite@1.3.1
cat > probe.mjs <<'JS'
import { recognizeNumber } from '@microsoft/recognizers-text-suite';

for (const phrase of ['deux cent', 'deux cents', 'deux cent un', 'trois mille cinq cents', 'quatre-vingts', 'un million deux cent mille', 'deux millions']) {
  console.log(phrase, '|', recognizeNumber(phrase, 'fr-fr').map(({ text, resolution }) => `${text} = ${resolution.value}`).join('; '));
}
JS
cat > expected.txt <<'TXT'
deux cent | deux cent = 200
deux cents | deux = 2
deux cent un | deux cent un = 201
trois mille cinq cents | trois mille cinq = 3005
quatre-vingts | quatre-vingts = 80
un million deux cent mille | un million deux cent mille = 100000200000
deux millions | deux millions = 2000000
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
