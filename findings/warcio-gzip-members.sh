#!/usr/bin/env bash
# Library: warcio 1.8.1 beside FastWARC 2.0.1
# What it does: A response body of two gzip members is read by warcio's content_stream up to the end of the
#   first; the rest is dropped.
# A good guess: A body of several gzip members is one body (RFC 1952), so both readers give all of it, or
#   warcio raises.
# What was seen: warcio gives the first half and no error. FastWARC gives the whole page, with and without
#   chunks.
# Why it matters: A captured page ends in the middle and looks like a cut. Servers that compress piece by
#   piece send such bodies.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check warcio==1.8.1 FastWARC==2.0.1
cat > probe.py <<'PY'
import gzip, io
from fastwarc.warc import ArchiveIterator as FastIterator
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

def read(*headers, body):
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=False)
    http = StatusAndHeaders("200 OK", list(headers), protocol="HTTP/1.1")
    writer.write_record(writer.create_warc_record("http://example.org/", "response", payload=io.BytesIO(body), http_headers=http))
    one = [r.content_stream().read() for r in ArchiveIterator(io.BytesIO(file.getvalue()))]
    two = [r.reader.read() for r in FastIterator(io.BytesIO(file.getvalue()), parse_http=True, auto_decode="all")]
    print("warcio", *one, "FastWARC", *two)

GZIP, CHUNKED = ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")
body = gzip.compress(b"First half. ") + gzip.compress(b"Second half.")
read(GZIP, body=gzip.compress(b"First half. Second half."))
read(GZIP, body=body)
read(GZIP, CHUNKED, body=b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
PY
cat > expected.txt <<'TXT'
warcio b'First half. Second half.' FastWARC b'First half. Second half.'
warcio b'First half. ' FastWARC b'First half. Second half.'
warcio b'First half. ' FastWARC b'First half. Second half.'
TXT
venv/bin/python probe.py | tee seen.txt
diff expected.txt seen.txt || { echo "The behaviour has changed." >&2; exit 1; }
