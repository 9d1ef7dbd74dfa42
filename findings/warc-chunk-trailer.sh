#!/usr/bin/env bash
# Library: warcio 1.8.1 and FastWARC 2.0.1
# What it does: HTTP/1.1 allows a trailer after the last chunk and an extension behind a chunk's size.
#   warcio puts a part of the trailer into the page. FastWARC raises at both.
# A good guess: A trailer is skipped, and an extension is ignored, as the standard asks of each receiver.
# What was seen: warcio's page ends in '0', then a piece of the trailer's name. FastWARC calls trailer and
#   extension an invalid chunk header.
# Why it matters: Transport lines become the last words of a version, or a version is missing. Neither was
#   ever on the page.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check warcio==1.8.1 FastWARC==2.0.1
cat > probe.py <<'PY'
import io
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

def fast(file):
    try:
        return [r.reader.read() for r in FastIterator(file, parse_http=True, auto_decode="all")]
    except OSError as error:
        return str(error).split(":")[0]

def read(name, body):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    http = StatusAndHeaders("200 OK", [("Transfer-Encoding", "chunked")], protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("http://example.org/", "response", payload=io.BytesIO(body), http_headers=http))
    one = [r.content_stream().read() for r in ArchiveIterator(io.BytesIO(file.getvalue()))]
    print(name, "| warcio", one, "| FastWARC", fast(io.BytesIO(file.getvalue())))

read("plain", b"5\r\nGreen\r\n6\r\n paper\r\n0\r\n\r\n")
read("trailer", b"5\r\nGreen\r\n6\r\n paper\r\n0\r\nX-Sum: 1\r\n\r\n")
read("extension", b"5;part=1\r\nGreen\r\n6\r\n paper\r\n0\r\n\r\n")
PY
cat > expected.txt <<'TXT'
plain | warcio [b'Green paper'] | FastWARC [b'Green paper']
trailer | warcio [b'Green paper0\r\nSum: 1\r\n\r\n'] | FastWARC Invalid chunk header
extension | warcio [b'Green paper'] | FastWARC Invalid chunk header
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
