"""`stet serve`, started, killed at any moment, and started again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "tests.faults.zygote")
WITHOUT_LIMITS = {"IMPORTS_PER_MINUTE": 0, "COMPARISONS_PER_MINUTE": 0, "COMPARISONS_AT_ONCE": 8}


class Server:
    """One server at a time, made by a process that waits for the next."""

    def __init__(self, zygote: "subprocess.Popen[str]") -> None:
        self._zygote = zygote
        self.port = self._pid = 0

    def start(self) -> None:
        """Come back when it says where it is."""
        assert self._zygote.stdin is not None
        assert self._zygote.stdout is not None
        print("once more", file=self._zygote.stdin, flush=True)
        for line in self._zygote.stdout:
            if line.startswith("pid "):
                self._pid = int(line.split()[1])
            if line.startswith("Stet is at "):
                self.port = int(line.rpartition(":")[2])
                return
        raise RuntimeError("the server does not start")

    @property
    def is_running(self) -> bool:
        return self._pid != 0

    def is_ready(self) -> bool:
        connection = HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", "/readyz")
        with connection.getresponse() as answer:
            connection.close()
            return answer.status == 200

    def kill(self) -> None:
        os.kill(self._pid, signal.SIGKILL)
        self._pid = 0


@contextmanager
def killable_server(**settings: Any) -> Iterator[Server]:
    """Yield a server that is running."""
    told = {f"STET_{name}": str(value) for name, value in {**WITHOUT_LIMITS, **settings}.items()}
    env = {**os.environ, "PYTHONPATH": str(ROOT), **told}
    pipe = subprocess.PIPE
    with subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, text=True, env=env, cwd=ROOT) as zygote:
        server = Server(zygote)
        server.start()
        try:
            yield server
        finally:
            if server.is_running:
                server.kill()
