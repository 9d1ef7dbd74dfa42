"""The inside of a process that reads files: limits on itself first, then one file after another."""

import os
import resource
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pkgutil import resolve_name
from threading import Thread
from typing import cast

from webapp.errors import InvalidInput, TooLarge
from webapp.importers.formats import Read
from webapp.importers.imported import Imported
from webapp.importers.process.messages import receive_file, send_refusal, send_story

READY = b"ready"

NICENESS = 5
"""Steps by which pages go before files when the processors are busy. Range: 3..10. Why: at 5 a process gets a third of
the time of one at 0, and all that is left over; at 10 it gets a tenth, and a file of half a second took half a minute
on a machine that others kept busy. Measured by `tests/bench/beside_imports.py`."""

REFUSED_EVENTS = ("socket.", "os.system", "os.exec", "os.posix_spawn", "os.fork", "subprocess.")
"""What no reader of a file does: beginnings of the names of Python's audit events."""

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """For one file: seconds of computing, and on the clock; bytes of memory, the libraries included.

    The clock allows for a busy machine: pages go before files.
    """

    seconds: int = 10
    clock_seconds: int = 30
    memory_bytes: int = 512 * 1024 * 1024


DEFAULT_LIMITS = ReadingLimits()


def serve(connection: Connection, limits: ReadingLimits, reader: str) -> None:
    """Answer each file with its story or a refusal, until the program closes the pipe.

    `reader`: what reads a file, as `module:function`.
    """
    _confine(limits)
    read = cast(Read, resolve_name(reader))
    with suppress(EOFError, OSError):
        connection.send_bytes(READY)
        while True:
            data, name = receive_file(connection)
            _allow_computing(limits.seconds)
            try:
                send_story(connection, _read(read, data, name, limits))
            except InvalidInput as refusal:
                send_refusal(connection, refusal)


def _read(read: Read, data: bytes, name: str, limits: ReadingLimits) -> Imported:
    """Read a file. A library's error becomes a refusal without its message, which may quote the text."""
    try:
        return read(data, name)
    except InvalidInput:
        raise
    except MemoryError as error:
        megabytes = limits.memory_bytes // (1024 * 1024)
        raise TooLarge(f"{name} cannot be read within {megabytes:,} MB of memory.") from error
    except RecursionError as error:
        raise TooLarge(f"{name} cannot be read: it is nested too deep.") from error
    except Exception as error:
        raise InvalidInput(f"{name} cannot be read: it may be damaged ({type(error).__name__}).") from error


def _confine(limits: ReadingLimits) -> None:
    """Take from this process what no reader of a file needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then ends this process
    os.nice(NICENESS)
    Thread(target=_end_with_parent, daemon=True).start()
    sys.dont_write_bytecode = True
    _limit(resource.RLIMIT_AS, limits.memory_bytes)
    _limit(resource.RLIMIT_CORE, 0)  # a core dump would hold the text
    _limit(resource.RLIMIT_FSIZE, 0)
    sys.addaudithook(_refuse)


def _limit(what: int, soft: int) -> None:
    """Lower a limit. macOS refuses some of them; the time-out holds there all the same."""
    with suppress(ValueError, OSError):
        _, hard = resource.getrlimit(what)
        resource.setrlimit(what, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def _allow_computing(seconds: int) -> None:
    """Give the next file its time. The limit counts all that this process has computed so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + seconds + 1)


def _refuse(event: str, details: tuple[object, ...]) -> None:
    """Refuse connections, programs and written files. Python calls this before each of them."""
    is_writing = event == "open" and isinstance(details[2], int) and bool(details[2] & WRITING)
    if is_writing or event.startswith(REFUSED_EVENTS):
        raise PermissionError(f"{event} is not allowed to a reader of files")


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(0)
