"""Reads files safely: plain text in place, every other format in a bounded process.

The process starts with the first file that needs it, since `stet diff` must not wait for it to compare plain text.
"""

from pkgutil import resolve_name
from threading import Lock
from typing import Protocol, Self, cast

from webapp.importers.formats import find_format
from webapp.importers.imported import Imported


class Processes(Protocol):
    """The bounded processes; see `bounded.py`."""

    def read(self, data: bytes, name: str) -> Imported:
        """Read a file in a process."""

    def close(self) -> None:
        """End the processes."""


class Reader:
    """Reads files of every format."""

    def __init__(self) -> None:
        self._processes: Processes | None = None
        self._starting = Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *failure: object) -> None:
        self.close()

    def read(self, data: bytes, name: str) -> Imported:
        """Read as `formats.read` does. Errors: also InvalidInput or TooLarge if the reader was stopped; Busy."""
        form = find_format(data, name)
        return form.read(data, name) if form.is_simple else self._running().read(data, name)

    def close(self) -> None:
        """End the processes. The next file starts one again."""
        with self._starting:
            processes, self._processes = self._processes, None
        if processes:
            processes.close()

    def _running(self) -> Processes:
        with self._starting:
            if not self._processes:
                self._processes = cast(Processes, resolve_name("webapp.importers.process.bounded:BoundedProcesses")())
            return self._processes
