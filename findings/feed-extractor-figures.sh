#!/usr/bin/env bash
# Library: @extractus/feed-extractor 8.0.3 (npm)
# What it does: A title that is a number is read as one and written anew: 1.50 becomes 1.5, 007 becomes 7,
#   1e3 becomes 1000. In a description 46<br>12 becomes 4612.
# A good guess: A title is text and stays as it is. Where a tag is taken out of a description that parted
#   two words, a space is put.
# What was seen: The figure in title and guid loses zeros, signs and exponents. Paragraphs, list items and
#   the parts of a description with CDATA are glued together.
# Why it matters: A headline of one figure is common for prices, years and films. Here it changes on the
#   way in, and two versions may differ in the feed and not in the list.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @extractus/feed-extractor@8.0.3
cat > probe.mjs <<'JS'
import { extractFromXml } from '@extractus/feed-extractor';

const read = (title, description) => extractFromXml(
  `<rss version="2.0"><channel><title>News</title><link>http://example.org</link><description>d</description><item><title>${title}</title>`
  + `<link>http://example.org/1</link><description>${description}</description></item></channel></rss>`,
).entries[0];
for (const title of ['1.50', '007', '+46', '1e3', '2024.10', '1.50 euros']) console.log(title, '|', read(title, 'd').title);
for (const description of ['Ayes 46&lt;br&gt;12 noes', '&lt;p&gt;Ayes 46&lt;/p&gt;&lt;p&gt;12 noes&lt;/p&gt;', '<![CDATA[Ayes]]> 46 <![CDATA[noes]]>']) {
  console.log(description, '|', read('t', description).description);
}
JS
cat > expected.txt <<'TXT'
1.50 | 1.5
007 | 7
+46 | 46
1e3 | 1000
2024.10 | 2024.1
1.50 euros | 1.50 euros
Ayes 46&lt;br&gt;12 noes | Ayes 4612 noes
&lt;p&gt;Ayes 46&lt;/p&gt;&lt;p&gt;12 noes&lt;/p&gt; | Ayes 4612 noes
<![CDATA[Ayes]]> 46 <![CDATA[noes]]> | Ayes46noes
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
