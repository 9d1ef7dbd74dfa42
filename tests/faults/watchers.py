"""Workers in processes of their own, killed at any moment and started again, over a newsroom that changes."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event

from tests.bench.prose import Prose
from tests.services.watching.newsroom import EDITS, Newsroom, make_stories, open_newsroom
from webapp.jobs.worker import Worker
from webapp.services import Services, open_services
from webapp.services.watching.times import MAX_MINUTES
from webapp.settings import Settings, load_settings

ROOT = Path(__file__).parents[2]
QUICK_S = 0.1
MAX_TURNS = 400_000


def work() -> None:
    """Be a worker that looks often."""
    settings = load_settings()
    with open_services(settings) as services:
        Worker(services, settings.resolved_database_url, look_s=QUICK_S, poll_s=QUICK_S).start()
        Event().wait()


@contextmanager
def workers(count: int, settings: Settings, port: int) -> Iterator[list["subprocess.Popen[bytes]"]]:
    """Yield running workers. Whoever kills one puts another in its place, or leaves it out."""
    running = [start_worker(settings, port) for _ in range(count)]
    yield running
    for process in running:
        process.kill()
        process.wait()


def start_worker(settings: Settings, port: int) -> "subprocess.Popen[bytes]":
    told = {"STET_DATA_DIR": str(settings.data_dir), "STET_DATABASE_URL": settings.resolved_database_url}
    env = {**os.environ, "PYTHONPATH": str(ROOT), "STET_FETCH_HOSTS": hosts(port), **told}
    return subprocess.Popen((sys.executable, "-m", "tests.faults.watchers"), env=env, cwd=ROOT)


def hosts(port: int) -> str:
    return f"127.0.0.1:{port} localhost:{port}"


@dataclass
class Kills:
    """Edits every story, has it captured, and kills a worker meanwhile; again and again."""

    services: Services
    newsroom: Newsroom
    processes: list["subprocess.Popen[bytes]"]
    settings: Settings
    articles: dict[str, int] = field(default_factory=dict)
    versions: int = 1

    def __post_init__(self) -> None:
        for number, path in enumerate(self.newsroom.stories):
            host = ("127.0.0.1", "localhost")[number % 2]
            paste = self.services.read_address(f"http://{host}:{self.newsroom.port}{path}")
            self.articles[path] = self.services.add_article(paste)

    def kill(self, number: int, *, for_good: bool = False) -> None:
        """Edit all, kill one worker at a moment of this number's, and wait until every edit is a version."""
        chance, prose = Random(number), Prose(number)
        for path, story in self.newsroom.stories.items():
            story.change(chance.choice(EDITS), chance, prose)
            self.services.watch(self.articles[path], MAX_MINUTES)
        self.versions += 1
        seen = len(self.newsroom.asked) + chance.randrange(len(self.articles))
        while len(self.newsroom.asked) < seen:
            pass
        for _ in range(chance.randrange(MAX_TURNS)):
            pass
        killed = self.processes.pop(chance.randrange(len(self.processes)))
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        if not for_good:
            self.processes.append(start_worker(self.settings, self.newsroom.port))
        while self.services.due(len(self.articles)):
            pass

    def wrong(self) -> dict[str, int]:
        """Return the stories that have another number of versions than edits, and that number."""
        counts = {path: len(self.services.article(article).versions) for path, article in self.articles.items()}
        return {path: count for path, count in counts.items() if count != self.versions}


@contextmanager
def killing(settings: Settings, stories: int, count: int) -> Iterator[Kills]:
    """Yield a newsroom that is watched by so many workers."""
    with (
        open_newsroom(make_stories(stories, seed=5), lambda: 0.0) as newsroom,
        open_services(
            settings.model_copy(update={"fetch_hosts": tuple(hosts(newsroom.port).split())}), create=True
        ) as services,
        workers(count, settings, newsroom.port) as processes,
    ):
        yield Kills(services, newsroom, processes, settings)


if __name__ == "__main__":
    work()
