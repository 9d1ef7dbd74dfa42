#!/usr/bin/env bash
# Library: @orama/orama 3.1.18 (npm)
# What it does: The tokenizer of a language cuts words at letters of that very language: İ in Turkish, ґ
#   in Ukrainian, å, š and ž in Finnish, é in Swedish.
# A good guess: Each letter of a language's own alphabet is a part of a word. An accent may fall away, but
#   the letter stays.
# What was seen: İstanbul becomes 'i' and 'stanbul', Åbo 'bo', idé 'id'. The search for 'istanbul' does
#   not find İstanbul, and the search for 'id' (identity card) finds idé (idea).
# Why it matters: A search for a name misses articles or finds others. A trial with common words shows
#   nothing, as only some letters are hit.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y > /dev/null
npm install --silent --no-audit --no-fund @orama/orama@3.1.18
cat > probe.mjs <<'JS'
import { create, insert, search } from '@orama/orama';

const words = {
  turkish: ['İstanbul', 'istanbul'],
  ukrainian: ['ґанок', 'анок'],
  finnish: ['Åbo', 'bo', 'šakki'],
  swedish: ['idé', 'id'],
};
for (const [language, list] of Object.entries(words)) {
  const index = create({ schema: { text: 'string' }, language });
  for (const text of list) insert(index, { text });
  console.log(language, list.map((word) => `${word}: ${index.tokenizer.tokenize(word, language, 'text').join(' + ')}`).join(', '));
  const { hits } = await search(index, { term: list[1] });
  console.log('  search', list[1], 'finds', hits.map((hit) => hit.document.text).sort().join(', '));
}
JS
cat > expected.txt <<'TXT'
turkish İstanbul: i + stanbul, istanbul: istanbul
  search istanbul finds istanbul
ukrainian ґанок: анок, анок: анок
  search анок finds анок, ґанок
finnish Åbo: bo, bo: bo, šakki: akki
  search bo finds bo, Åbo
swedish idé: id, id: id
  search id finds id, idé
TXT
node probe.mjs | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
