"""Rounds of a watched newsroom: what happens by chance, what is captured, and whether it is what had to be."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from tests.bench.prose import Prose
from tests.services.watching.newsroom import EDITS, FAILURES, NOISE, Newsroom
from webapp.services import Services
from webapp.services.watching.times import MIN_MINUTES

START = datetime.fromisoformat("2100-11-02T09:00:00+00:00")
"""Behind every clock: what is added by hand is dated by the clock of the machine, and comes before."""


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self, now: datetime = START) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def seconds(self) -> float:
        return self.now.timestamp()


@dataclass
class Watched:
    """What a story must have by now: its versions, and the text that was captured last."""

    article_id: int
    captured: str
    versions: int = 1


@dataclass
class Rounds:
    """Watches the stories of a newsroom round by round, a quarter of an hour each."""

    services: Services
    newsroom: Newsroom
    clock: Clock
    seed: int
    failures: Sequence[str] = FAILURES
    happened: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)
        self.prose = Prose(self.seed + 1_000_000)
        self.known = {path: self._watch(path) for path in self.newsroom.stories}

    def _watch(self, path: str) -> Watched:
        paste = self.services.read_address(self.newsroom.address(path))
        article_id = self.services.add_article(paste)
        self.services.watch(article_id, MIN_MINUTES)
        return Watched(article_id, self.newsroom.stories[path].text)

    def run(self, rounds: int) -> None:
        for number in range(rounds):
            for story in self.newsroom.stories.values():
                kinds = self.chance.choices((EDITS, NOISE, self.failures), (3, 5, 2))[0]
                story.change(self.chance.choice(kinds), self.chance, self.prose)
            self.round(number)
            self.clock.now += timedelta(minutes=MIN_MINUTES)

    def round(self, number: int) -> None:
        """Capture what is due, and look at each story that was asked for."""
        start = len(self.newsroom.asked)
        while due := self.services.due(100):
            for each in due:
                self.services.capture_due(each.article_id, each.moment)
        for path, request in self.newsroom.of_round(start).items():
            self._look(number, path, request.is_conditional)

    def _look(self, number: int, path: str, is_conditional: bool) -> None:
        story, known = self.newsroom.stories[path], self.known[path]
        is_dead = story.event in self.failures
        is_edit = not is_dead and story.text != known.captured
        self.happened[story.event] += 1
        page = self.services.article(known.article_id)
        if is_edit:
            known.versions, known.captured = known.versions + 1, story.text
        expected = "failed" if is_dead else "changed" if is_edit else "unchanged"
        assert page.last_capture is not None
        found = page.last_capture.outcome
        if (found, len(page.versions)) != (expected, known.versions):
            self.wrong.append(
                f"round {number}, {path}, {story.event}: {found} with {len(page.versions)} versions, "
                f"expected {expected} with {known.versions}: {page.last_capture.said}"
            )
            known.versions = len(page.versions)
