"""Writes compound files (MS-CFB, version 3) and mails of Outlook in them (MS-OXMSG)."""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

SECTOR = 512
MINI_SECTOR = 64
MINI_LIMIT = 4_096
END, FREE, FAT_SECTOR = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
HEAD_ENTRIES = 109

Tree = Mapping[str, "bytes | Tree"]

BODY, SUBJECT, SENDER, HEADERS, HTML, RTF = 0x1000, 0x0037, 0x0C1A, 0x007D, 0x1013, 0x1009
SENT, CODE_PAGE, BODY_CODE_PAGE, ATTACHED, CONTENT_ID = 0x0039, 0x3FFD, 0x3FDE, 0x3701, 0x3712
UNICODE, ANSI, BINARY, INTEGER, TIME, OBJECT = 0x001F, 0x001E, 0x0102, 0x0003, 0x0040, 0x000D


def mail_file(properties: Mapping[tuple[int, int], str | bytes | int], *attached: Tree) -> bytes:
    """Return a mail. `properties`: values by number and type."""
    return compound_file(message(properties, *attached))


def message(properties: Mapping[tuple[int, int], str | bytes | int], *attached: Tree, head: int = 32) -> Tree:
    """Return the storage of a message. `head`: bytes before its first property; 24 in a message within a message."""
    listed, streams = bytes(head), {}
    for (number, kind), value in properties.items():
        if isinstance(value, int):
            listed += struct.pack("<HHIQ", kind, number, 6, value)
            continue
        data = value.encode("utf-16-le") if isinstance(value, str) else value
        listed += struct.pack("<HHIII", kind, number, 6, len(data), 0)
        streams[f"__substg1.0_{number:04X}{kind:04X}"] = data
    storages = {f"__attach_version1.0_#{place:08X}": tree for place, tree in enumerate(attached)}
    return {"__properties_version1.0": listed, **streams, **storages}


def attached_mail(properties: Mapping[tuple[int, int], str | bytes | int], *attached: Tree) -> Tree:
    """Return the storage of an attachment that is a mail."""
    inner = message(properties, *attached, head=24)
    return {"__properties_version1.0": bytes(8), f"__substg1.0_{ATTACHED:04X}{OBJECT:04X}": inner}


@dataclass
class CompoundFile:
    """What was written so far: sectors with their chains, the small streams in one stream, and the directory."""

    sectors: list[bytes] = field(default_factory=list)
    chains: list[int] = field(default_factory=list)
    small: bytes = b""
    small_chains: list[int] = field(default_factory=list)
    entries: list[bytes] = field(default_factory=list)

    def store(self, data: bytes) -> int:
        """Return the first sector of data."""
        start = len(self.sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        self.sectors += pieces
        self.chains += [*range(start + 1, start + len(pieces)), END] if pieces else []
        return start if pieces else END

    def store_small(self, data: bytes) -> int:
        start = len(self.small_chains)
        count = -(-len(data) // MINI_SECTOR)
        self.small += data.ljust(count * MINI_SECTOR, b"\0")
        self.small_chains += [*range(start + 1, start + count), END] if count else []
        return start if count else END

    def add(self, tree: Tree) -> int:
        """Add the entries of a storage. Return the one that is in the middle of their order."""
        names = sorted(tree, key=lambda name: (len(name), name.upper()))
        return self._add_between(tree, names)

    def _add_between(self, tree: Tree, names: list[str]) -> int:
        if not names:
            return FREE
        place, middle = len(self.entries), len(names) // 2
        self.entries.append(b"")
        inner, name = tree[names[middle]], names[middle]
        left, right = self._add_between(tree, names[:middle]), self._add_between(tree, names[middle + 1 :])
        if isinstance(inner, bytes):
            start = self.store_small(inner) if len(inner) < MINI_LIMIT else self.store(inner)
            self.entries[place] = entry(name, 2, left, right, FREE, start, len(inner))
        else:
            self.entries[place] = entry(name, 1, left, right, self.add(inner), 0, 0)
        return place


def entry(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    written = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBBIII36xIQ", written, len(written), kind, 1, left, right, child, start, size)


def compound_file(tree: Tree) -> bytes:
    """Return a compound file with these storages and streams."""
    file = CompoundFile(entries=[b""])
    child = file.add(tree)
    small = file.store(file.small)
    file.entries[0] = entry("Root Entry", 5, FREE, FREE, child, small, len(file.small))
    directory = file.store(b"".join(file.entries).ljust(SECTOR, b"\0"))
    small_table = struct.pack(f"<{len(file.small_chains)}I", *file.small_chains)
    small_start = file.store(small_table.ljust(-(-len(small_table) // SECTOR) * SECTOR, b"\xff"))
    tables = next(count for count in range(1, HEAD_ENTRIES + 1) if len(file.sectors) + count <= count * SECTOR // 4)
    first = len(file.sectors)
    chains = struct.pack(f"<{first + tables}I", *file.chains, *[FAT_SECTOR] * tables).ljust(tables * SECTOR, b"\xff")
    head = struct.pack(
        "<8s16x5H6x9I",
        *(MAGIC, 0x3E, 3, 0xFFFE, 9, 6, 0, tables, directory, 0, MINI_LIMIT),
        *(small_start, -(-len(small_table) // SECTOR), END, 0),
    )
    places = [*range(first, first + tables), *[FREE] * (HEAD_ENTRIES - tables)]
    return head + struct.pack(f"<{HEAD_ENTRIES}I", *places) + b"".join(file.sectors) + chains
