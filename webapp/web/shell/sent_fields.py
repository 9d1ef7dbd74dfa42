"""The fields of a form as raw bytes, and whether they are UTF-8.

Werkzeug decodes other encodings too, without an error: as replacement characters, or as the letters `%E9`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import unquote_to_bytes

from werkzeug.http import parse_options_header
from werkzeug.sansio.multipart import Data, Epilogue, Event, Field, File, MultipartDecoder

URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
CHARSET_FIELD = b"_charset_"
"""The field in which a form names its encoding (HTML, "Constructing the entry list")."""

UTF_8: Mapping[str, str] = {"": "utf-8", "utf-8": "utf-8", "utf8": "utf-8", "ascii": "ascii", "us-ascii": "ascii"}
OTHERS: Mapping[str, str] = {
    **dict.fromkeys(("iso-8859-1", "latin1", "windows-1252", "cp1252"), "cp1252"),
    "iso-8859-15": "iso-8859-15",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
"""Encodings in which a refused form is still decoded. A fixed list, because some of Python's codecs take hours over a
long text."""

PLAIN_TRANSFERS = {"", "7bit", "8bit", "binary"}


@dataclass(frozen=True, slots=True)
class SentField:
    """A field, its encoding as declared ("" if it was not), and its Content-Transfer-Encoding, if any."""

    name: bytes
    value: bytes
    charset: str = ""
    transfer: str = ""

    def fault(self) -> str:
        """Return why this field cannot be read as it was meant, "" if it can."""
        if self.transfer.lower() not in PLAIN_TRANSFERS:
            return f"it is written in {self.transfer}"
        if self.charset.lower() not in UTF_8:
            return f"it is written in {self.charset}"
        for part in (self.name, self.value):
            try:
                part.decode(UTF_8[self.charset.lower()])
            except UnicodeDecodeError as error:
                return f"byte {error.start + 1:,} of its field {self._name()} does not fit"
        return ""

    def read(self) -> tuple[str, str]:
        """Return name and value; each byte that cannot be decoded is U+FFFD."""
        codec = OTHERS.get(self.charset.lower(), "utf-8")
        return self._name(), self.value.decode(codec, "replace")

    def _name(self) -> str:
        return self.name.decode("utf-8", "replace")


def as_declared(fields: Sequence[SentField]) -> Sequence[SentField]:
    """Return the fields without `_charset_`, each with its own encoding or that of `_charset_`."""
    said = next((field.value.decode("ascii", "replace") for field in fields if field.name == CHARSET_FIELD), "")
    return [replace(field, charset=field.charset or said) for field in fields if field.name != CHARSET_FIELD]


def urlencoded_fields(body: bytes, charset: str) -> Iterator[SentField]:
    """Yield the fields of a urlencoded form."""
    for pair in body.split(b"&"):
        name, _, value = pair.replace(b"+", b" ").partition(b"=")
        yield SentField(unquote_to_bytes(name), unquote_to_bytes(value), charset)


def multipart_fields(body: bytes, boundary: str, charset: str, max_parts: int | None) -> Iterator[SentField]:
    """Yield the fields of a multipart form; files are left out.

    Errors: ValueError if it is malformed; RequestEntityTooLarge if it has too many parts.
    """
    part: Field | File | None = None
    value = b""
    for event in _events(MultipartDecoder(boundary.encode("ascii"), max_parts=max_parts), body):
        if isinstance(event, Field | File):
            part, value = event, b""
        elif isinstance(event, Data) and isinstance(part, Field):
            value += event.data
            if not event.more_data:
                yield _field(part, value, charset)


def _events(decoder: MultipartDecoder, body: bytes) -> Iterator[Event]:
    decoder.receive_data(body)
    decoder.receive_data(None)
    while not isinstance(event := decoder.next_event(), Epilogue):
        yield event


def _field(part: Field, value: bytes, charset: str) -> SentField:
    options = parse_options_header(part.headers.get("Content-Type"))[1]
    transfer = part.headers.get("Content-Transfer-Encoding", "")
    return SentField((part.name or "").encode(), value, options.get("charset", charset), transfer)
