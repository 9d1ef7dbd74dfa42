#!/usr/bin/env bash
# Library: pypdf 7.1.1 and pdfminer.six 20260107, beside pypdfium2 5.15.2 and PyMuPDF 2.0
# What it does: A PDF may say in ActualText what a stretch of glyphs stands for: "fifty" for a painted 50, "harbour"
#   for har- at a line end and bour. pypdf and pdfminer.six give the painted glyphs, PDFium and MuPDF the text that is
#   said.
# A good guess: The standard (ISO 32000-1, 14.9.4) has ActualText as the replacement for text extraction, so the text of
#   a page is the same in all four.
# What was seen: "50" twice and "fifty" twice; the torn word is whole in PDFium alone. MuPDF keeps the line end in it.
# Why it matters: A comparison of two extractions of one page shows edits that nobody made. And what a reader sees on the
#   page need not be what PDFium and MuPDF give.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pypdf==7.1.1 pdfminer.six==20260107 pypdfium2==5.15.2 pymupdf==2.0
cat > probe.py <<'PY'
import pymupdf, pypdf, pypdfium2
from pdfminer.high_level import extract_text

def page(stream):
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%btrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        table, len(out))

pages = {
    "number": b"BT /F1 12 Tf 20 150 Td (He saw ) Tj /Span << /ActualText (fifty) >> BDC (50) Tj EMC ( ships.) Tj ET",
    "word": b"BT /F1 12 Tf 20 150 Td (The ) Tj /Span << /ActualText (harbour) >> BDC (har-) Tj 0 -16 Td (bour) Tj EMC"
            b" ( is deep.) Tj ET",
}
for name, stream in pages.items():
    with open("page.pdf", "wb") as file:
        file.write(page(stream))
    texts = {
        "pypdf": pypdf.PdfReader("page.pdf").pages[0].extract_text(),
        "pdfminer": extract_text("page.pdf"),
        "pdfium": pypdfium2.PdfDocument("page.pdf")[0].get_textpage().get_text_range(),
        "mupdf": pymupdf.open("page.pdf")[0].get_text(),
    }
    for library, text in texts.items():
        print(name, library, " / ".join(text.split("\f")[0].split()[1:-1]))
PY
cat > expected.txt <<'TXT'
number pypdf saw / 50
number pdfminer saw / 50
number pdfium saw / fifty
number mupdf saw / fifty
word pypdf har- / bour / is
word pdfminer har- / bour / is
word pdfium harbour / is
word mupdf har / bour / is
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
