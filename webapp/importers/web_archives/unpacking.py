"""Unpacks data of all kinds that web servers and archives send, piece by piece and counted."""

import sys
import zlib
from collections.abc import Callable, Iterator
from gzip import GzipFile
from io import BufferedIOBase, BytesIO
from pkgutil import resolve_name
from typing import NamedTuple

import brotli

# By name, since the standard library has it from Python 3.14 on, where the other package cannot be installed.
zstd = resolve_name("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")

PIECE_BYTES = 65_536
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"

DAMAGED = (EOFError, OSError, zlib.error, brotli.error, zstd.ZstdError)


class Unpacked(NamedTuple):
    """Data as they were before they were packed; those before the damage if there is one."""

    data: bytes
    is_whole: bool


def unpack(data: bytes, encoding: str, limit: int) -> Unpacked | None:
    """Return data without a content encoding of HTTP; None if they are more than `limit` bytes.

    Archives may hold a page unpacked under the head of the packed one, so what does not begin as the encoding does
    stays as it is. The same goes for an encoding that nobody knows.
    """
    match encoding:
        case "gzip" | "x-gzip" if data.startswith(GZIP):
            return _collected(_read(GzipFile(fileobj=BytesIO(data))), limit)
        case "zstd" if data.startswith(ZSTD):
            return _collected(_read(zstd.ZstdFile(BytesIO(data))), limit)
        case "br":
            return _or_as_it_is(data, _brotli_pieces, limit)
        case "deflate":
            return _or_as_it_is(data, _deflated_pieces, limit)
        case _:
            return Unpacked(data, True)


def _or_as_it_is(data: bytes, pieces: Callable[[bytes], Iterator[bytes]], limit: int) -> Unpacked | None:
    """Return unpacked data; as they are if not even their beginning can be unpacked."""
    unpacked = _collected(pieces(data), limit)
    is_packed = unpacked is None or unpacked.data or unpacked.is_whole
    return unpacked if is_packed else Unpacked(data, True)


def _collected(pieces: Iterator[bytes], limit: int) -> Unpacked | None:
    unpacked = bytearray()
    try:
        for piece in pieces:
            unpacked += piece
            if len(unpacked) > limit:
                return None
    except DAMAGED:
        return Unpacked(bytes(unpacked), False)
    return Unpacked(bytes(unpacked), True)


def _read(file: BufferedIOBase) -> Iterator[bytes]:
    while piece := file.read1(PIECE_BYTES):
        yield piece


def _brotli_pieces(data: bytes) -> Iterator[bytes]:
    """Errors: brotli.error; EOFError if the data are cut off."""
    unpacker = brotli.Decompressor()
    yield unpacker.process(data, output_buffer_limit=PIECE_BYTES)
    while not unpacker.is_finished():
        piece = unpacker.process(b"", output_buffer_limit=PIECE_BYTES)
        if not piece:
            raise EOFError
        yield piece


def _deflated_pieces(data: bytes) -> Iterator[bytes]:
    """Some servers leave out the head. Errors: zlib.error; EOFError if the data are cut off."""
    has_head = data[:1] == b"\x78"
    unpacker = zlib.decompressobj(zlib.MAX_WBITS if has_head else -zlib.MAX_WBITS)
    yield unpacker.decompress(data, PIECE_BYTES)
    while not unpacker.eof:
        piece = unpacker.decompress(unpacker.unconsumed_tail, PIECE_BYTES)
        if not piece:
            raise EOFError
        yield piece
