"""A process that has imported Stet, and makes a real `stet serve` of itself for each line that it reads.

To start Python and import everything takes seconds, which would be all that a hundred kills are about. Nothing is open
before the fork: the server makes its settings, its database and its threads itself.
"""

import os
import sys

from webapp.cli import main


def serve() -> None:
    print(f"pid {os.getpid()}", flush=True)
    main(["serve", "--port", "0"])


if __name__ == "__main__":
    assert main.commands["serve"]  # loads all that it needs, once for all forks
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            serve()
        os.waitpid(child, 0)
