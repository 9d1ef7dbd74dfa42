#!/usr/bin/env bash
# Library: mammoth 1.13.0
# What it does: Words inside w:ruby, w:bdo and w:dir of a Word file are left out, the base of the ruby too.
# A good guess: Unknown wrappers are passed through: a ruby keeps at least its base word, and w:bdo and
#   w:dir keep their runs.
# What was seen: All three vanish with no trace in the text. The words around them close up.
# Why it matters: A Japanese name with a reading above it, or an Arabic quotation, is missing from one
#   version. A comparison then shows words as added that were always there.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check mammoth==1.13.0
cat > probe.py <<'PY'
import io, zipfile
import mammoth

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
P = "http://schemas.openxmlformats.org/package/2006"
O = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"

def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'

def text_of(inner):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as z:
        z.writestr("[Content_Types].xml", f'<Types xmlns="{P}/content-types"><Default Extension="rels" ContentType='
          f'"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/d.xml" ContentType="{O}"/></Types>')
        z.writestr("_rels/.rels", f'<Relationships xmlns="{P}/relationships"><Relationship Id="r1" Type="{R}" Target="d.xml"/></Relationships>')
        z.writestr("d.xml", f'<w:document xmlns:w="{W}"><w:body><w:p>{inner}</w:p></w:body></w:document>')
    return mammoth.extract_raw_text(file).value.strip()

for inner in (f'<w:smartTag w:element="e">{run("Kyoto ")}</w:smartTag>',
              f'<w:r><w:ruby><w:rubyPr/><w:rt>{run("reading")}</w:rt><w:rubyBase>{run("Kyoto ")}</w:rubyBase></w:ruby></w:r>',
              f'<w:bdo w:val="rtl">{run("Kyoto ")}</w:bdo>', f'<w:dir w:val="rtl">{run("Kyoto ")}</w:dir>'):
    print(text_of(run("In ") + inner + run("today")))
PY
cat > expected.txt <<'TXT'
In Kyoto today
In today
In today
In today
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
