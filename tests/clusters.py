"""A PostgreSQL of a test's own, which may be frozen, killed and started again."""

import os
import shutil
import signal
import subprocess
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from socket import create_server
from threading import Thread

NO_CLUSTER = (
    "there is no initdb, so nothing was tried on a PostgreSQL that stops: install PostgreSQL's server (Debian: apt-get "
    "install postgresql)"
)
READY = b"ready to accept connections"
MAX_STARTS = 100


def find_programs() -> Path | None:
    """Return the folder of PostgreSQL's server programs: Debian keeps them out of the path."""
    named = shutil.which("initdb")
    return Path(named).parent if named else max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


@contextmanager
def own_cluster() -> Iterator["Cluster | None"]:
    """Yield a running cluster in a folder of its own, None where there is no server to run."""
    programs = find_programs()
    if programs is None:
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="stet-postgres-") as name:
        cluster = Cluster(programs, Path(name))
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.kill()


class Cluster:
    """One server on a free port of this machine. It refuses to run as root, who lets `postgres` do it."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self._data = programs, folder / "data"
        self._user = "postgres" if os.geteuid() == 0 else None
        if self._user:
            shutil.chown(folder, self._user, self._user)
        with create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self._run("initdb", "--auth=trust", "--username=postgres", "--encoding=UTF8", "--no-sync").communicate()

    @property
    def url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def start(self) -> None:
        """Start it and come back when it answers. What a killed one left in memory may take several tries."""
        for _ in range(MAX_STARTS):
            listen = ("-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self._data}")
            self._server = self._run("postgres", "-p", str(self.port), *listen)
            assert self._server.stderr is not None
            if any(READY in line for line in self._server.stderr):
                self._reading = Thread(target=deque, args=(self._server.stderr, 0), daemon=True)
                self._reading.start()  # a full pipe would stop it
                return
            self._end()
        raise RuntimeError("PostgreSQL does not start")

    def freeze(self) -> None:
        """Let every process of it stand still, the one that makes the others first."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        self._signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it as a power cut would, but for what the kernel has of it."""
        self._signal(signal.SIGKILL)
        self._reading.join()
        self._end()

    def _end(self) -> None:
        assert self._server.stderr is not None
        self._server.stderr.close()
        self._server.wait()

    def _signal(self, number: signal.Signals) -> None:
        listed = subprocess.run(["pgrep", "-P", str(self._server.pid)], capture_output=True, text=True)
        for pid in (self._server.pid, *map(int, listed.stdout.split())):
            with suppress(ProcessLookupError):  # it has just ended by itself, as some do
                os.kill(pid, number)

    def _run(self, program: str, *arguments: str) -> "subprocess.Popen[bytes]":
        command = [str(self._programs / program), "-D", str(self._data), *arguments]
        groups = {"user": self._user, "group": self._user, "extra_groups": []} if self._user else {}
        return subprocess.Popen(
            command,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=self._data.parent,
            env={**os.environ, "LC_ALL": "C"},
            **groups,  # type: ignore[call-overload]
        )
