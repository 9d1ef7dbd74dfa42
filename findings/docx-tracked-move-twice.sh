#!/usr/bin/env bash
# Library: docx2txt 0.9, docx2python 3.7.1 (lxml 6.1.3); beside them mammoth 1.13.0
# What it does: Both give the text of a Word file with its tracked changes accepted: deleted words are left out, inserted
#   ones are there. A tracked move is not accepted: the moved sentence comes out at its old place and at its new one.
# A good guess: A move is accepted like the rest, so the sentence is read once, where it was moved to. mammoth does so.
# What was seen: "The mayor spoke." twice from docx2txt and docx2python, once from mammoth.
# Why it matters: A translator's file with moved sentences gains sentences that the author never repeated.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 lxml==6.1.3 mammoth==1.13.0
cat > probe.py <<'PY'
import zipfile

import docx2txt
import mammoth
from docx2python import docx2python

OOXML = "http://schemas.openxmlformats.org"
TYPES = (f'<Types xmlns="{OOXML}/package/2006/content-types">'
         '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         '<Override PartName="/word/document.xml" ContentType='
         '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = (f'<Relationships xmlns="{OOXML}/package/2006/relationships"><Relationship Id="rId1" '
             f'Type="{OOXML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
             "</Relationships>")

def change(kind, number, inside):
    return f'<w:{kind} w:id="{number}" w:author="A" w:date="2026-01-01T00:00:00Z">{inside}</w:{kind}>'

def run(text, tag="t"):
    return f'<w:r><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'

PARAGRAPHS = (
    run("The fire killed ") + change("del", 1, run("40", "delText")) + change("ins", 2, run("46")) + run(" people."),
    change("moveFrom", 3, run("The mayor spoke.")),
    run("Schools stay shut."),
    change("moveTo", 4, run("The mayor spoke.")),
)
BODY = "".join(f"<w:p>{paragraph}</w:p>" for paragraph in PARAGRAPHS)
DOCUMENT = (f'<w:document xmlns:w="{OOXML}/wordprocessingml/2006/main" '
            f'xmlns:r="{OOXML}/officeDocument/2006/relationships"><w:body>{BODY}<w:sectPr/></w:body></w:document>')
with zipfile.ZipFile("story.docx", "w") as file:
    for name, content in (("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", DOCUMENT)):
        file.writestr(name, content)

def show(name, text):
    print(f"{name}:", " | ".join(line for line in text.splitlines() if line))

show("docx2txt", docx2txt.process("story.docx"))
show("docx2python", docx2python("story.docx").text)
with open("story.docx", "rb") as file:
    show("mammoth", mammoth.extract_raw_text(file).value)
PY
cat > expected.txt <<'TXT'
docx2txt: The fire killed 46 people. | The mayor spoke. | Schools stay shut. | The mayor spoke.
docx2python: The fire killed 46 people. | The mayor spoke. | Schools stay shut. | The mayor spoke.
mammoth: The fire killed 46 people. | Schools stay shut. | The mayor spoke.
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
