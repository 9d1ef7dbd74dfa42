"""The verb that captures an address by the manners of a program: by robots.txt, in turn, and only what is new.

turn at the host? --- no ----------------------------------------------> HostRests: later
        `-- yes -> 304 --------------------------------------------> unchanged, without reading
                `- an answer, or none -> as a reader's capture -> unchanged, changed, failed
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from webapp.display.phrases.differences import NO_DIFFERENCE
from webapp.errors import AnsweredOtherwise, HostRests, InvalidInput
from webapp.fetching.model import Fetched
from webapp.fetching.polite import CONDITIONS, PoliteFetch, Visit
from webapp.input.addresses import host_of, read_fetched
from webapp.services.addresses import paste_of_page
from webapp.services.history.additions import Additions
from webapp.services.history.captures import Captured, Ending, address_of
from webapp.services.pastes import check_paste
from webapp.services.watching.times import next_due
from webapp.services.watching.workers import has_died, worker_name
from webapp.storage.records import ArticlePage, VersionCard
from webapp.storage.store import Store
from webapp.storage.watching.hosts import HostTurn
from webapp.storage.watching.records import Outcome, Watch

NOT_MODIFIED = 304
TURN = timedelta(minutes=2)
"""How long a turn at a host is held by a program that is gone, beside two fetches. Range: 1..10 minutes."""

MAX_VALIDATOR_CHARS = 500


@dataclass
class _Answer:
    """What came of asking, as far as it is known. `wait_until`: when the host may be asked again at the earliest."""

    validators: Mapping[str, str] | None = None
    wait_until: datetime | None = None


class PoliteCaptures(Additions):
    """The verb that captures politely. `worker`: the name of this program among those that capture."""

    def __init__(self, *needed: Any, **others: Any) -> None:
        super().__init__(*needed, **others)
        self._politely = PoliteFetch(self._fetch, self._clock)
        self.worker = worker_name()

    def capture_politely(self, article_id: int) -> Captured:
        """Fetch the address of an article again, as a program is to do it.

        Errors: HostRests if it is not the turn of this host; NotFound; InvalidInput if no version was fetched.
        """
        with self._database.read() as store:
            known = self._article(store, article_id)
        return self._capture(known, known.watch)

    def _capture(self, known: ArticlePage, watch: Watch | None) -> Captured:
        article_id, newest_id, answer = known.article.id, known.article.version_id, _Answer()
        address = address_of(known.versions)
        if not address:
            raise InvalidInput("No version of this article was fetched from an address.")
        ending = self._ending(watch, answer)
        try:
            known_by = watch.validators if watch else validators_of(known.versions)
            with self._turns(answer) as visit:
                fetched = self._politely(address, known_by, visit)
            if fetched.status == NOT_MODIFIED:
                return self._noted(article_id, newest_id, "unchanged", NO_DIFFERENCE, ending)
            answer.validators = kept_validators(fetched)
            page = check_paste(paste_of_page(self._story_in(fetched)), self._settings)
        except InvalidInput as error:
            return self._noted(article_id, newest_id, "failed", error.message, ending)
        return self._taken(article_id, page, ending)

    @contextmanager
    def _turns(self, answer: _Answer) -> Iterator[Visit]:
        """Hold the turns at the hosts that are visited, until all is fetched. Visiting raises HostRests."""
        held: set[str] = set()
        with ExitStack() as turns:

            def visit(address: str) -> None:
                host = host_of(address, self._settings.fetch_rules)
                if host not in held:
                    turns.enter_context(self._turn(host, address, answer))
                    held.add(host)

            yield visit

    @contextmanager
    def _turn(self, host: str, address: str, answer: _Answer) -> Iterator[None]:
        """Hold the turn at a host. Errors: HostRests."""
        turn = self._take(host)
        try:
            yield
        except AnsweredOtherwise as other:
            answer.wait_until = self._clock() + other.wait if other.wait else None
            raise
        finally:
            now = self._clock()
            free_at = max(filter(None, [now + self._politely.pause(address), answer.wait_until]))
            with self._write() as store:
                store.hosts.give_back(turn, now, free_at)

    def _take(self, host: str) -> HostTurn:
        """Take the turn at a host. Errors: HostRests, unless it is held by a program of this machine that is gone."""
        now = self._clock()
        mine = HostTurn(host, self.worker, now + TURN + timedelta(seconds=2 * self._settings.fetch_seconds))
        with self._write() as store:
            taken = store.hosts.take(host, mine.holder, now, mine.until)
            if taken is None or (has_died(taken.holder) and store.hosts.take_over(taken, mine.holder, mine.until)):
                return mine
        raise HostRests(f"{host} is asked by another program, or wants to be left alone.", taken.until, now)

    def _story_in(self, fetched: Fetched) -> Any:
        return read_fetched(fetched, self._settings, read=self._read)

    def _ending(self, watch: Watch | None, answer: _Answer) -> Ending:
        """Return what sets the next time of a watch, in the transaction that notes what came of its capture."""

        def end(store: Store, outcome: Outcome) -> None:
            if watch is None:
                return
            last = store.last_captures.of(watch.article_id)
            due = next_due(self._clock(), watch.minutes, last.failures if last else 0, answer.wait_until)
            # What failed is asked whole the next time: "not modified" would be said of the page that was no story.
            validators = {} if outcome == "failed" else answer.validators
            store.watches.move(watch.article_id, watch.due, due, validators)

        return end


def kept_validators(fetched: Fetched) -> dict[str, str]:
    """Return the headers of an answer by which the next request says what is known."""
    return {
        name: value for name in CONDITIONS if (value := fetched.headers.get(name)) and len(value) <= MAX_VALIDATOR_CHARS
    }


def validators_of(versions: Sequence[VersionCard]) -> dict[str, str]:
    """Return the validators of the newest version, if it was fetched; none if another was added after it."""
    headers = versions[0].capture.get("headers") if versions[0].origin == "url" else None
    return {name: value for name, value in headers.items() if name in CONDITIONS} if isinstance(headers, dict) else {}
