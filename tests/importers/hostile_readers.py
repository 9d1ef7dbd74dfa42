"""Readers that do what a hostile file may make a library do. A bounded process runs them by their names."""

import ctypes
import os
import socket
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

from webapp.importers.imported import Imported, KnownStory


def obey(data: bytes, name: str) -> Imported:
    """Do what the file says."""
    orders = {b"read": _read, b"tell": _tell, b"spin": _spin, b"eat": _eat, b"crash": _crash}
    return {**orders, b"fail": _fail, b"dig": _dig}.get(data, _break_out)(data)


def _read(data: bytes) -> Imported:
    return Imported(f"Read by {os.getpid()}", "obey/1", title="“Ünïcode”, 发言人", warnings=("A warning.",))


TOLD = (
    KnownStory("The mayor said no.", "No", "Ann", "The Daily", "en", date(2026, 5, 3), warnings=("A warning.",)),
    KnownStory("Oui.", address="https://www.example.org/oui", captured=datetime(2026, 5, 3, 10, 30, tzinfo=UTC)),
)


def _tell(data: bytes) -> Imported:
    return Imported("The mayor said no.\n\nOui.", "obey/1", stories=TOLD)


def _spin(data: bytes) -> Imported:
    while True:
        pass


def _eat(data: bytes) -> Imported:
    return Imported(str(len(bytearray(600_000_000))), "obey/1")


def _crash(data: bytes) -> Imported:
    return Imported(ctypes.string_at(0).decode(), "obey/1")


def _fail(data: bytes) -> Imported:
    raise KeyError("the text of an article")


def _dig(data: bytes) -> Imported:
    return _dig(data)


def _break_out(data: bytes) -> Imported:
    """Return as text what was refused."""
    refused = []
    for attempt in (
        lambda: socket.create_connection(("127.0.0.1", 9)),
        lambda: socket.getaddrinfo("localhost", 80),
        lambda: subprocess.run(("true",), check=True),
        lambda: os.system("true"),
        lambda: Path(data.decode()).write_text("written"),
    ):
        try:
            attempt()
        except PermissionError as refusal:
            refused.append(str(refusal))
    return Imported("\n".join(refused), "obey/1")
