"""Processes that read files, with limits on time and memory and without network: a hostile file harms nothing else.

file --> an idle process, else a new one --> its answer comes in time ------> the process waits for another file
                                         `-- it is over a limit or crashes -> the process ends; a clear error

A file and an answer travel as plain bytes: unpickling an answer would run whatever a hostile file had made of it.
"""

import signal
from contextlib import suppress
from multiprocessing import get_context
from threading import Lock, Timer

from webapp.errors import Busy, InvalidInput, TooLarge
from webapp.importers.imported import Imported
from webapp.importers.process.child import DEFAULT_LIMITS, ReadingLimits, serve
from webapp.importers.process.messages import receive_answer, send_file

MAX_IDLE = 2
"""Processes that wait for a file. One has 40 MB."""

MAX_FILES_OF_ONE = 50
"""Files after which a process is replaced: the allocator keeps what one large file took."""

RETRY_AFTER_S = 10

READER = "webapp.importers.formats:read"
"""What runs in a process."""


class BoundedProcesses:
    """Reads files, each in a process of its own. MAX_IDLE are kept for the next; callers limit how many there are."""

    def __init__(self, limits: ReadingLimits = DEFAULT_LIMITS, reader: str = READER) -> None:
        self._limits = limits
        self._reader = reader
        self._idle: list[ReadingProcess] = []
        self._lock = Lock()

    def read(self, data: bytes, name: str) -> Imported:
        """Read as `formats.read` does. Errors: also InvalidInput or TooLarge if the process was stopped; Busy."""
        process = self._take()
        try:
            imported = process.read(data, name)
        except (InvalidInput, Busy):
            self._give_back(process)
            raise
        self._give_back(process)
        return imported

    def close(self) -> None:
        """End the idle processes."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            process.end()

    def _take(self) -> "ReadingProcess":
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.is_usable:
                    return process
                process.end()
        return ReadingProcess(self._limits, self._reader)

    def _give_back(self, process: "ReadingProcess") -> None:
        with self._lock:
            if process.is_usable and len(self._idle) < MAX_IDLE:
                self._idle.append(process)
                return
        process.end()


class ReadingProcess:
    """One process, and the pipe to it. Errors: Busy if none can be started."""

    def __init__(self, limits: ReadingLimits, reader: str) -> None:
        # A fork would copy the locks that other threads of the server hold just then.
        context = get_context("spawn")
        self._limits = limits
        self._files = 0
        self._is_late = False
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, limits, reader), daemon=True)
        self._process.start()
        theirs.close()
        self._wait_until_ready()

    @property
    def is_usable(self) -> bool:
        return self._process.is_alive() and self._files < MAX_FILES_OF_ONE

    def read(self, data: bytes, name: str) -> Imported:
        """Errors: what the format's reader raised; InvalidInput, TooLarge if the process had to be stopped."""
        self._files += 1
        watch = Timer(self._limits.clock_seconds, self._stop_late)
        watch.start()
        try:
            send_file(self._connection, data, name)
            return receive_answer(self._connection)
        except (EOFError, OSError) as error:
            raise self._why_it_ended(name) from error
        finally:
            watch.cancel()

    def end(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()
        self._process.join()
        self._connection.close()

    def _wait_until_ready(self) -> None:
        with suppress(EOFError):
            self._connection.recv_bytes()
            return
        self.end()
        raise Busy("No process could be started to read the file. Plain text can be read.", RETRY_AFTER_S)

    def _stop_late(self) -> None:
        self._is_late = True
        self._process.kill()

    def _why_it_ended(self, name: str) -> InvalidInput:
        self._process.kill()
        self._process.join()
        if self._process.exitcode == -signal.SIGXCPU:
            return TooLarge(f"{name} cannot be read within {self._limits.seconds} seconds of computing.")
        if self._is_late:
            return TooLarge(f"{name} cannot be read within {self._limits.clock_seconds} seconds.")
        return InvalidInput(f"{name} cannot be read: its reader stopped at something in it. It may be damaged.")
