#!/usr/bin/env bash
# Library: docx2python 3.7.1 (lxml 6.1.3); beside it mammoth 1.13.0
# What it does: Reading a Word file raises KeyError 'r' if its document does not bind the prefix r, even though nothing
#   in it needs that namespace.
# A good guess: A prefix is only a shorthand. A document without links or pictures needs no namespace of relations, and
#   may bind it to any prefix: it is read like any other.
# What was seen: KeyError 'r' without the prefix and with another one; the text as soon as r is bound. mammoth reads all.
# Why it matters: Word files are also written by other programs and by export scripts, which bind what they use.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check docx2python==3.7.1 lxml==6.1.3 mammoth==1.13.0
cat > probe.py <<'PY'
import zipfile

import mammoth
from docx2python import docx2python

OOXML = "http://schemas.openxmlformats.org"
RELATIONS_NS = f"{OOXML}/officeDocument/2006/relationships"
TYPES = (f'<Types xmlns="{OOXML}/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/word/document.xml" ContentType='
         '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = (f'<Relationships xmlns="{OOXML}/package/2006/relationships"><Relationship Id="rId1" '
             f'Type="{RELATIONS_NS}/officeDocument" Target="word/document.xml"/></Relationships>')

def write(binding):
    document = (f'<w:document xmlns:w="{OOXML}/wordprocessingml/2006/main"{binding}><w:body><w:p><w:r>'
                "<w:t>The mayor spoke.</w:t></w:r></w:p><w:sectPr/></w:body></w:document>")
    with zipfile.ZipFile("story.docx", "w") as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", RELATIONS)
        file.writestr("word/document.xml", document)

def by_docx2python():
    try:
        return docx2python("story.docx").text.strip()
    except KeyError as error:
        return f"KeyError {error}"

def by_mammoth():
    with open("story.docx", "rb") as file:
        return mammoth.extract_raw_text(file).value.strip()

for name, binding in (("unbound", ""), ("bound to rel", f' xmlns:rel="{RELATIONS_NS}"'),
                      ("bound to r", f' xmlns:r="{RELATIONS_NS}"')):
    write(binding)
    print(f"{name}: docx2python {by_docx2python()} / mammoth {by_mammoth()}")
PY
cat > expected.txt <<'TXT'
unbound: docx2python KeyError 'r' / mammoth The mayor spoke.
bound to rel: docx2python KeyError 'r' / mammoth The mayor spoke.
bound to r: docx2python The mayor spoke. / mammoth The mayor spoke.
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
