#!/usr/bin/env bash
# Library: subsrt-ts 2.1.2 (npm)
# What it does: Reading an ASS or SSA subtitle file takes off the first character of each caption, also of a
#   file that it wrote itself.
# A good guess: parse(build(captions)) gives the captions back, and a usual ASS file is read whole.
# What was seen: 'One, two' is read as 'ne, two'. A styled caption loses the brace that opens its style, so
#   the style shows as text.
# Why it matters: Each caption looks changed against the same captions from SRT or VTT. A one-letter caption
#   becomes empty.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund subsrt-ts@2.1.2
cat > probe.mjs <<'JS'
import subsrt from 'subsrt-ts';

const api = subsrt.default ?? subsrt;
const words = (text, format) => api.parse(text, { format }).filter((c) => c.type === 'caption').map((c) => c.text);
const caption = { type: 'caption', start: 0, end: 1000, text: 'One, two' };
for (const format of ['srt', 'vtt', 'sbv', 'ass', 'ssa'])
  console.log(format, words(api.build([caption], { format }), format));
const file = `[Script Info]
ScriptType: v4.00+

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,The mayor left
Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,{\\i1}Then{\\i0} she came back
`;
console.log('usual file', words(file, 'ass'));
JS
cat > expected.txt <<'TXT'
srt [ 'One, two' ]
vtt [ 'One, two' ]
sbv [ 'One, two' ]
ass [ 'ne, two' ]
ssa [ 'ne, two' ]
usual file [ 'he mayor left', '\\i1}Then she came back' ]
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
