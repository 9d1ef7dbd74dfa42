"""The properties of a message in an Outlook file (.msg): a compound file with a stream for each (MS-OXMSG)."""

import struct
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from olefile import OleFileIO

from webapp.errors import InvalidInput
from webapp.importers.imported import Decoded
from webapp.importers.texts.encodings import decode_labelled

SUBJECT, SENDER, HEADERS, SENT = 0x0037, 0x0C1A, 0x007D, 0x0039
PLAIN, RICH, PAGE, PAGE_CODE_PAGE, CODE_PAGE = 0x1000, 0x1009, 0x1013, 0x3FDE, 0x3FFD
ATTACHED, CONTENT_ID = 0x3701, 0x3712
UNICODE, CODED, BINARY, OBJECT = "001F", "001E", "0102", "000D"

FIXED = "__properties_version1.0"
ENTRY = struct.Struct("<HHI8s")
HEAD_BYTES, INNER_HEAD_BYTES, ATTACHMENT_HEAD_BYTES = 32, 24, 8
"""Before the first property of a message, of a message within another, and of an attachment."""

ATTACHMENTS = "__attach_version1.0_#"
EPOCH = datetime(1601, 1, 1, tzinfo=UTC)
TICK = timedelta(microseconds=1)
TICKS_OF_MICROSECOND = 10

# Code pages whose name for browsers is not "windows-" and their number.
LABELS = {
    **{1200: "utf-16", 20127: "us-ascii", 20866: "koi8-r", 21866: "koi8-u", 65001: "utf-8", 950: "big5"},
    **{50220: "iso-2022-jp", 50221: "iso-2022-jp", 50222: "iso-2022-jp", 51932: "euc-jp", 51949: "euc-kr"},
    **{54936: "gb18030", 10000: "macintosh", 10007: "x-mac-cyrillic", 866: "ibm866"},
    **{28590 + number: f"iso-8859-{number}" for number in range(1, 17)},
}


class OutlookProperties:
    """Reads the properties of a message or of an attachment.

    place       the storages that lead to it
    head_bytes  what stands before its first property
    name        the file's name, for messages
    Errors: InvalidInput if a stream is damaged or cut off.
    """

    def __init__(self, file: OleFileIO, place: tuple[str, ...], head_bytes: int, name: str) -> None:
        self._file = file
        self._place = place
        self._name = name
        listed = (self._stream(FIXED) or b"")[head_bytes:]
        whole = len(listed) - len(listed) % ENTRY.size
        self._fixed = {number: value for _, number, _, value in ENTRY.iter_unpack(listed[:whole])}

    def text(self, number: int, label: str = "") -> Decoded | None:
        """Return a property of text, None if there is none. `label`: the encoding of one that is not Unicode."""
        unicode = self.data(number, UNICODE)
        if unicode is not None:
            return Decoded(unicode.decode("utf-16-le", "replace").rstrip("\0"))
        coded = self.data(number, CODED)
        return None if coded is None else decode_labelled(coded.rstrip(b"\0"), label or self.label(CODE_PAGE))

    def line(self, number: int) -> str:
        """Return a short property of text, "" if there is none."""
        found = self.text(number)
        return " ".join(found.text.split()) if found else ""

    def data(self, number: int, kind: str) -> bytes | None:
        return self._stream(f"__substg1.0_{number:04X}{kind}")

    def label(self, number: int) -> str:
        """Return the name of the encoding that a property gives as a code page, "" if there is none."""
        page = int.from_bytes(self._fixed.get(number, b"")[:4], "little")
        return LABELS.get(page, f"windows-{page}") if page else ""

    def moment(self, number: int) -> datetime | None:
        ticks = int.from_bytes(self._fixed.get(number, b""), "little")
        try:
            return EPOCH + ticks // TICKS_OF_MICROSECOND * TICK if ticks else None
        except OverflowError:
            return None

    def attachments(self) -> Iterator["OutlookProperties"]:
        for place in self._file.listdir(streams=False, storages=True):
            if tuple(place[:-1]) == self._place and place[-1].startswith(ATTACHMENTS):
                yield OutlookProperties(self._file, tuple(place), ATTACHMENT_HEAD_BYTES, self._name)

    def attached_message(self) -> "OutlookProperties | None":
        """Return the message that this attachment is, None if it is another file."""
        place = (*self._place, f"__substg1.0_{ATTACHED:04X}{OBJECT}")
        is_there = self._file.exists("/".join((*place, FIXED)))
        return OutlookProperties(self._file, place, INNER_HEAD_BYTES, self._name) if is_there else None

    def _stream(self, stream: str) -> bytes | None:
        """Return a stream, None if it is not there. Of a damaged one the library gives what it has, and notes why."""
        path = "/".join((*self._place, stream))
        if not self._file.exists(path):
            return None
        noted = len(self._file.parsing_issues)
        with self._file.openstream(path) as found:
            data: bytes = found.read()
        if len(self._file.parsing_issues) > noted or len(data) != self._file.get_size(path):
            raise damaged(self._name)
        return data


def damaged(name: str) -> InvalidInput:
    return InvalidInput(f"{name} is damaged or was cut off. Save it anew and try again.")
