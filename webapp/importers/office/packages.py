"""Documents that are zip archives of XML: opened within limits, without entities, never unpacked to a disk."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from lxml import etree

from webapp.errors import InvalidInput, TooLarge

MAX_ENTRIES = 500
MAX_UNPACKED_BYTES = 20_000_000
"""Of the parts that are read; pictures are not."""

MAX_TAGS = 1_000_000
"""Of one part, each end counted. Range: 500,000..2,000,000. Why: a story of 300,000 words has 300,000; the tree of a
million takes 120 MB. Cases: tests/importers/test_packages.py."""

DAMAGED = (BadZipFile, EOFError, NotImplementedError, OSError, OverflowError, ValueError, ZlibError)
"""What the standard library raises for an archive that is not whole."""

ENCRYPTED = 0x1
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


class Package:
    """The parts of a document by name. `name`: the file's name, for messages.

    Errors: InvalidInput if it is no zip archive, is damaged, encrypted or hostile; TooLarge above a limit.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self._left = MAX_UNPACKED_BYTES
        try:
            self._archive = ZipFile(BytesIO(data))
        except DAMAGED as error:
            raise self._damaged() from error
        entries = self._archive.infolist()
        if len(entries) > MAX_ENTRIES:
            raise TooLarge(f"{name} has {len(entries):,} parts. A document may have {MAX_ENTRIES}.")
        for entry in entries:
            self._check(entry)

    def xml(self, part: str) -> etree._Element | None:
        """Return the root of a part, None if the document has no such part."""
        data = self.part(part)
        if data is None:
            return None
        if data.count(b"<") > MAX_TAGS:
            raise TooLarge(f"{self.name} has more than {MAX_TAGS:,} tags in one part, the most that Stet reads.")
        return self._parse(data)

    def names(self) -> list[str]:
        return self._archive.namelist()

    def part(self, part: str) -> bytes | None:
        """Return a part, counting what comes: the size that an archive names may be wrong."""
        try:
            with self._archive.open(part) as file:
                data = file.read(self._left + 1)
        except KeyError:
            return None
        except DAMAGED as error:
            raise self._damaged() from error
        self._left -= len(data)
        if self._left < 0:
            raise TooLarge(f"{self.name} is too large: unpacked, a document may have {MAX_UNPACKED_BYTES:,} bytes.")
        return data

    def _parse(self, data: bytes) -> etree._Element:
        if any(doctype in data for doctype in DOCTYPES):
            raise InvalidInput(f"{self.name} holds a DOCTYPE, which no document needs. Save it anew and try again.")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise self._damaged() from error
        if root.getroottree().docinfo.doctype:
            raise self._damaged()
        return root

    def _check(self, entry: ZipInfo) -> None:
        if entry.flag_bits & ENCRYPTED:
            raise InvalidInput(f"{self.name} is protected by a password. Save it without one and try again.")
        if entry.filename.startswith("/") or ".." in entry.filename.split("/"):
            raise InvalidInput(f"{self.name} names a part outside itself. Save it anew and try again.")

    def _damaged(self) -> InvalidInput:
        return InvalidInput(f"{self.name} is damaged or was cut off. Save it anew and try again.")
