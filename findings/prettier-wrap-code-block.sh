#!/usr/bin/env bash
# Library: prettier 3.10.1 (npm)
# What it does: Wrapping a Markdown paragraph puts ~~~ from the middle of a sentence at the beginning of a
#   line. There it opens a code block.
# A good guess: A word that means something at the beginning of a line is escaped or kept on its line, as
#   it is for >, #, and a number with a point.
# What was seen: The wrapped file is another document: the rest of the sentence is the code block's label,
#   which no reader sees, and what follows is code. A second run writes it so.
# Why it matters: A formatter is run unseen on each saved file. Here it takes words out of the page, and
#   the sentence ends in the middle.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund prettier@3.10.1
cat > probe.mjs <<'JS'
import prettier from 'prettier';

const options = { parser: 'markdown', proseWrap: 'always', printWidth: 24 };
for (const mark of ['>>>', '###', '10.', '~~~']) {
  const once = await prettier.format(`The mayor wrote thanks ${mark} and left the hall.\n`, options);
  const again = await prettier.format(once, options);
  console.log(JSON.stringify(once), once === again ? 'stays' : JSON.stringify(again));
}
JS
cat > expected.txt <<'TXT'
"The mayor wrote\nthanks >>> and left the\nhall.\n" stays
"The mayor wrote\nthanks ### and left the\nhall.\n" stays
"The mayor wrote\nthanks 10. and left the\nhall.\n" stays
"The mayor wrote thanks\n~~~ and left the hall.\n" "The mayor wrote thanks\n\n```and left the hall.\n\n```\n"
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
