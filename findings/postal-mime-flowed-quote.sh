#!/usr/bin/env bash
# Library: postal-mime 4.0.0 and mailparser 3.14.2 (npm)
# What it does: Joining the lines of a quotation in format=flowed, it keeps the quote mark of each line
#   but the first in the midst of the sentence: 'said > that'.
# A good guess: RFC 3676 (section 4.5) has the quote marks counted and taken off before lines are joined,
#   and put back once for each paragraph. mailparser does so.
# What was seen: Each joined line of a quotation brings its '>' with it, two for a quotation in a
#   quotation. Lines that are not quoted are joined rightly.
# Why it matters: The same mail read by two programs differs within sentences, and 'more than 46' and a
#   quote mark before 46 look alike.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund postal-mime@4.0.0 mailparser@3.14.2
cat > probe.mjs <<'JS'
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';

const lines = ['> The premier said ', '> 46 times that ', '> he would go.', '>> And when ', '>> was that?', '', 'I doubt ', 'it.', ''];
const mail = `Content-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n${lines.join('\r\n')}`;
console.log('postal-mime', JSON.stringify((await PostalMime.parse(mail)).text.trim()));
console.log('mailparser', JSON.stringify((await simpleParser(mail)).text.trim()));
JS
cat > expected.txt <<'TXT'
postal-mime "> The premier said > 46 times that > he would go.\n>> And when >> was that?\n\nI doubt it."
mailparser "> The premier said 46 times that he would go.\n>> And when was that?\n\nI doubt it."
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
