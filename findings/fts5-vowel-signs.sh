#!/usr/bin/env bash
# Library: SQLite 3.54.1 in apsw 3.54.1.0; beside it tantivy 0.27.0
# What it does: The unicode61 tokenizer of FTS5 parts Indic and Burmese words at their vowel signs and drops the signs. A
#   search for one word finds words with other vowels. tantivy keeps vowel signs, but drops the virama. (SQLite's
#   documentation names letters, numbers and private use as the characters of a word, so it is as documented.)
# A good guess: A letter with its marks is a part of a word, as in the word rules of Unicode. A search finds the word.
# What was seen: Hindi "hair" finds speak, hole and ox; Bengali "day" finds gift. Both find Tamil "tooth" for "many".
# Why it matters: A search of an archive in these languages gives stories that do not have the word.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check apsw==3.54.1.0 tantivy==0.27.0
cat > probe.py <<'PY'
import apsw
import tantivy

GROUPS = (("बाल", "बोल", "बिल", "बैल", "बल"), ("দিন", "দান"), ("பல", "பல்"), ("ကား", "ကီ"), ("mare", "mere"))
base = apsw.Connection(":memory:")
base.execute("CREATE VIRTUAL TABLE word USING fts5(text)")
builder = tantivy.SchemaBuilder()
builder.add_text_field("text", stored=True)
index = tantivy.Index(builder.build())
writer = index.writer()
for word in (word for group in GROUPS for word in group):
    base.execute("INSERT INTO word VALUES (?)", (word,))
    writer.add_document(tantivy.Document(text=[word]))
writer.commit()
index.reload()
searcher = index.searcher()
for first, *_ in GROUPS:
    query = f'"{first}"'
    found = [row[0] for row in base.execute("SELECT text FROM word WHERE word MATCH ? ORDER BY rowid", (query,))]
    hits = searcher.search(index.parse_query(query, ["text"]), 20).hits
    print(first, "| fts5:", *found, "| tantivy:", *sorted(searcher.doc(address)["text"][0] for _, address in hits))
PY
cat > expected.txt <<'TXT'
बाल | fts5: बाल बोल बिल बैल | tantivy: बाल
দিন | fts5: দিন দান | tantivy: দিন
பல | fts5: பல பல் | tantivy: பல பல்
ကား | fts5: ကား ကီ | tantivy: ကား
mare | fts5: mare | tantivy: mare
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
