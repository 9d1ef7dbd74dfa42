#!/usr/bin/env bash
# Library: rss-parser 3.13.0 and feedsmith 3.0.1 (npm)
# What it does: The content of an Atom entry with type xhtml is put in another order: first all text, then
#   the elements, grouped by name.
# A good guess: The content is what stands in the feed (RFC 4287, section 4.1.3.3), or at least its words
#   in their order, as feedsmith gives it.
# What was seen: 'The vote was 46 to 12, said the clerk.' becomes 'The vote  to 12,  the .was
#   46clerksaid'. A title with an element is an object in place of a text.
# Why it matters: No word is lost, so that a check by words or length passes, and the text is nonsense.
#   Two fetches of a changed entry differ everywhere.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund rss-parser@3.13.0 feedsmith@3.0.1
cat > probe.mjs <<'JS'
import { parseFeed } from 'feedsmith';
import Parser from 'rss-parser';

const div = (html) => `<div xmlns="http://www.w3.org/1999/xhtml">${html}</div>`;
const feed = `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><id>n</id><updated>2026-11-15T00:00:00Z</updated>
<entry><id>1</id><updated>2026-11-15T00:00:00Z</updated><title type="xhtml">${div('AT&amp;T <em>wins</em> case')}</title>
<content type="xhtml">${div('The vote <b>was 46</b> to 12, <i>said</i> the <b>clerk</b>.')}</content></entry></feed>`;
const [item] = (await new Parser().parseString(feed)).items;
console.log('rss-parser', item.contentSnippet, '| title', typeof item.title);
const [entry] = parseFeed(feed).feed.entries;
console.log('feedsmith', entry.content.value, '| title', entry.title.value);
JS
cat > expected.txt <<'TXT'
rss-parser The vote  to 12,  the .was 46clerksaid | title object
feedsmith The vote <b>was 46</b> to 12, <i>said</i> the <b>clerk</b>. | title AT&amp;T <em>wins</em> case
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
