"""An answer is packed as who asks for it can unpack it (RFC 9110, section 12.5.3), and never as they refuse."""

import pytest
from flask.testing import FlaskClient

PLAIN = None


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [
        ("", PLAIN),
        ("gzip", "gzip"),
        ("gzip;q=0", PLAIN),
        ("gzip; q=0", PLAIN),
        ("gzip;q=0.0", PLAIN),
        ("GZIP;Q=0", PLAIN),
        ("gzip ; q=0.5", "gzip"),
        ("gzip;q=0, br", "br"),
        ("br;q=0, gzip;q=0.1", "gzip"),
        ("gzip;q=0.5, br;q=0.9", "br"),
        ("*", "zstd"),
        ("*;q=0", PLAIN),
        ("zstd;q=0, *", "br"),
        ("zstd;q=0, br;q=0, *;q=0.5", "gzip"),
        ("gzip, *;q=0", "gzip"),
        ("identity", PLAIN),
        ("identity;q=0", PLAIN),
        ("identity;q=0, gzip", "gzip"),
        ("identity, *;q=0", PLAIN),
        ("identity;q=1, gzip;q=0.5", PLAIN),
        ("gzip;q=0, deflate;q=0, br;q=0, zstd;q=0", PLAIN),
        ("compress, x-unknown", PLAIN),
        ("gzip;q=nonsense", PLAIN),
    ],
)
def test_what_is_refused_is_not_sent(client: FlaskClient, accepted: str, packed: str | None) -> None:
    plain = client.get("/static/css/base.css", headers={"Accept-Encoding": "identity"}, buffered=True)
    for address in ("/", "/static/css/base.css", "/articles", "/api/v1/articles"):
        answer = client.get(address, headers={"Accept-Encoding": accepted}, buffered=True)
        assert answer.status_code == 200
        is_file = address.startswith("/static/")
        # A file is not packed by gzip, but by what is accepted besides.
        allowed = {"deflate", PLAIN} if is_file and packed == "gzip" else {packed}
        assert answer.headers.get("Content-Encoding") in allowed
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert not is_file or packed or answer.data == plain.data
