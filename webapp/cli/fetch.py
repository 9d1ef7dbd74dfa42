"""`stet fetch`: fetch the addresses of articles again, one after the other, as politely as a worker does."""

from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from time import sleep

import click

from webapp.cli.progress import counting
from webapp.cli.trouble import Trouble
from webapp.display.invisible import coded_text
from webapp.display.phrases.captures import capture_report
from webapp.errors import HostRests, InvalidInput, NotFound
from webapp.services import MAX_ID, Services, open_services
from webapp.settings import load_settings

LONGEST_WAIT = timedelta(minutes=5)
"""For a host that wants to be left alone. Range: any. Why: whoever waits at a terminal rather tries again later."""

INTERRUPTED = 130


@dataclass
class Fetching:
    """What is still to be fetched, what of it must wait until when, and what came of the rest."""

    services: Services
    left: deque[int]
    resting: list[tuple[datetime, int]] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    given_up: int = 0

    def run(self) -> None:
        with counting("Fetching", len(self.left)) as done:
            while self.left or self.resting:
                if not self.left:
                    self._wait()
                    continue
                self._fetch(self.left[0])
                self.left.popleft()
                done(self.outcomes.total() + self.given_up)

    def _fetch(self, article_id: int) -> None:
        try:
            captured = self.services.capture_politely(article_id)
        except HostRests as rest:
            self._let_rest(article_id, rest)
        except (InvalidInput, NotFound) as error:
            self._say(article_id, "failed", error.message)
        else:
            self._say(article_id, captured.outcome, captured.said)

    def _let_rest(self, article_id: int, rest: HostRests) -> None:
        if rest.free_at - datetime.now(UTC) > LONGEST_WAIT:
            self.given_up += 1
            click.echo(coded_text(f"{article_id:>5}  left: {rest.message}"), err=True)
        else:
            self.resting.append((rest.free_at, article_id))

    def _wait(self) -> None:
        first = min(self.resting)
        sleep(max(0.0, (first[0] - datetime.now(UTC)).total_seconds()))
        self.resting.remove(first)
        self.left.append(first[1])

    def _say(self, article_id: int, outcome: str, said: str) -> None:
        self.outcomes[outcome] += 1
        if outcome != "unchanged":
            click.echo(coded_text(f"{article_id:>5}  {capture_report(outcome, said, 0)}"), err=outcome == "failed")

    @property
    def summary(self) -> str:
        counts = ", ".join(f"{self.outcomes[outcome]:,} {outcome}" for outcome in ("changed", "unchanged", "failed"))
        left = len(self.left) + len(self.resting) + self.given_up
        return f"Fetched: {self.outcomes.total():,} ({counts}). Left: {left:,}."


@click.command()
@click.argument("articles", nargs=-1, type=click.IntRange(1, MAX_ID))
@click.option("--all", "every_one", is_flag=True, help="Fetch every article that came from an address.")
@click.pass_context
def fetch(context: click.Context, articles: Sequence[int], every_one: bool) -> None:
    """Fetch the pages of ARTICLES again. Where a story has changed, that is a new version."""
    if every_one == bool(articles):
        raise Trouble("Name the articles by their numbers, or all of them with --all.")
    with open_services(load_settings()) as services:
        fetching = Fetching(services, deque(services.fetched_articles() if every_one else articles))
        status = 0
        try:
            fetching.run()
        except KeyboardInterrupt:
            status = INTERRUPTED
        click.echo(fetching.summary)
    is_complete = not (fetching.outcomes["failed"] or fetching.given_up)
    context.exit(status or (0 if is_complete else Trouble.exit_code))
