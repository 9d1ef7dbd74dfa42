"""What a server answered, as an archive holds it: head and body in one block."""

import re
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from webapp.importers.web_archives.unpacking import Unpacked, unpack

STATUS = re.compile(rb"HTTP/[\d.]{1,5} (\d{3})")
END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
CHUNK = re.compile(rb"([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
LINE_END = re.compile(rb"\r?\n")
MAX_ENCODINGS = 3
"""Of one body, one within the other. Range: 2..10. Why: servers use one; each more may hide 1,000 times as much."""


@dataclass(frozen=True, slots=True)
class ArchivedAnswer:
    """An answer as it came: still in chunks, still packed."""

    status: int
    head: Message
    body: bytes

    @property
    def media_type(self) -> str:
        """Return the kind that the server names, "" if it names none."""
        return self.head.get_content_type() if "Content-Type" in self.head else ""

    @property
    def charset(self) -> str:
        return self.head.get_content_charset("")

    def unpacked(self, limit: int) -> Unpacked | None:
        """Return the body as a browser shows it; None if it is more than `limit` bytes.

        The length that the head names is not believed: it may be that of the packed body, and the archive knows better.
        """
        is_chunked = "chunked" in str(self.head["Transfer-Encoding"] or "").lower()
        found = _joined_chunks(self.body) if is_chunked else Unpacked(self.body, True)
        named = str(self.head["Content-Encoding"] or "").lower().split(",")[:MAX_ENCODINGS]
        for encoding in reversed(named):
            inner = unpack(found.data, encoding.strip(), limit)
            if inner is None:
                return None
            found = Unpacked(inner.data, found.is_whole and inner.is_whole)
        return found if len(found.data) <= limit else None


def read_answer(block: bytes) -> ArchivedAnswer | None:
    """Return the answer in a block, None if it holds none."""
    status, end = STATUS.match(block), END_OF_HEAD.search(block)
    if not status:
        return None
    head = block[: end.start()] if end else block
    fields = head.partition(b"\n")[2]
    return ArchivedAnswer(int(status[1]), BytesHeaderParser().parsebytes(fields), block[end.end() :] if end else b"")


def _joined_chunks(body: bytes) -> Unpacked:
    """Return a body without the marks of its chunks, their extensions and the trailer.

    Some archives hold it joined already, under the head of the one in chunks.
    """
    pieces: list[bytes] = []
    at = 0
    while mark := CHUNK.match(body, at):
        size = int(mark[1], 16)
        if not size:
            return Unpacked(b"".join(pieces), True)
        piece = body[mark.end() : mark.end() + size]
        pieces.append(piece)
        at = mark.end() + len(piece)
        if end := LINE_END.match(body, at):
            at = end.end()
    return Unpacked(b"".join(pieces), False) if pieces else Unpacked(body, True)
