"""Standard output and standard error that may fail: a full disk, a closed pipe, no stream at all.

A closed pipe means that the reader has seen enough (`stet list | head -1`): the rest is dropped, and the command ends
with its own exit status. Any other failure of standard output is Trouble. Failures of standard error are dropped.
"""

import errno
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout, suppress
from typing import Any, TextIO

import click

from webapp.cli.trouble import Trouble


class Output(io.RawIOBase):
    """The file descriptor of a standard stream. After its first failure, everything written to it is dropped.

    Errors: Trouble at the first failure, unless it is a closed pipe or the stream is `silent`.
    """

    def __init__(self, stream: TextIO | None, *, silent: bool) -> None:
        self.failure: OSError | None = None
        self._descriptor = stream.fileno() if stream else None
        self._silent = silent

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        if self._descriptor is None:
            raise OSError(errno.EBADF, os.strerror(errno.EBADF))
        return self._descriptor

    def isatty(self) -> bool:
        return self._descriptor is not None and os.isatty(self._descriptor)

    def write(self, data: Any, /) -> int:
        if self.failure is None:
            try:
                return os.write(self.fileno(), data)
            except OSError as error:
                self.failure = error
                if not (self._silent or isinstance(error, BrokenPipeError)):
                    raise Trouble(f"The output cannot be written: {error.strerror}.") from error
        return len(data)


class Printer(io.TextIOWrapper):
    """A standard stream over `output`. What its encoding lacks is written as an escape."""

    def __init__(self, stream: TextIO | None, *, silent: bool = False) -> None:
        self.output = Output(stream, silent=silent)
        super().__init__(
            io.BufferedWriter(self.output),
            encoding=stream.encoding if stream else "utf-8",
            errors="backslashreplace",
            line_buffering=self.output.isatty(),
        )


@contextmanager
def safe_output() -> Iterator[None]:
    """Replace the standard streams of a process meanwhile. Streams of other kinds, such as a test's, are left."""
    with redirect_stdout(_safe(sys.stdout, silent=False)), redirect_stderr(_safe(sys.stderr, silent=True)):
        yield


def is_printed(text: str) -> bool:
    """Print a text. Return whether it was written; to a closed pipe it was not."""
    with suppress(Trouble):
        click.echo(text)
    return not (isinstance(sys.stdout, Printer) and sys.stdout.output.failure)


def _safe(stream: TextIO | None, *, silent: bool) -> TextIO:
    if stream is None:
        return Printer(None, silent=silent)
    buffer = getattr(stream, "buffer", None)
    is_file = isinstance(getattr(buffer, "raw", buffer), io.FileIO)
    return Printer(stream, silent=silent) if is_file else stream
