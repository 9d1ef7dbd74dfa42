#!/usr/bin/env bash
# Library: odfpy 1.4.1, beside odfdo 3.27.3
# What it does: The text that odfpy gives of an OpenDocument text with tracked changes begins with the words that were
#   deleted, each behind the name of who deleted them and the time, glued to it.
# A good guess: text:tracked-changes keeps what is no longer in the text (OpenDocument 1.3, 5.5.1), so its words are left
#   out, as odfdo leaves them out.
# What was seen: odfpy gives "Ana2026-01-02T10:00:00forty" before the story, odfdo the story alone.
# Why it matters: A sum that an editor took out stands in the text again, and a date and a name that were never in it.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check odfpy==1.4.1 odfdo==3.27.3
cat > probe.py <<'PY'
import zipfile
import odfdo
from odf import opendocument, teletype

CHANGE = "<office:change-info><dc:creator>Ana</dc:creator><dc:date>2026-01-02T10:00:00</dc:date></office:change-info>"
CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 office:version="1.3"><office:body><office:text><text:tracked-changes><text:changed-region xml:id="c1" text:id="c1">
<text:deletion>{CHANGE}<text:p>forty </text:p></text:deletion></text:changed-region></text:tracked-changes>
<text:p>The bank lent <text:change text:change-id="c1"/>sixty ships.</text:p></office:text></office:body>
</office:document-content>"""
MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""
with zipfile.ZipFile("story.odt", "w") as archive:
    archive.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
    archive.writestr("content.xml", CONTENT)
    archive.writestr("META-INF/manifest.xml", MANIFEST)
print("odfpy", " ".join(teletype.extractText(opendocument.load("story.odt").text).split()))
print("odfdo", " ".join(odfdo.Document("story.odt").get_formatted_text().split()))
PY
cat > expected.txt <<'TXT'
odfpy Ana2026-01-02T10:00:00forty The bank lent sixty ships.
odfdo The bank lent sixty ships.
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
