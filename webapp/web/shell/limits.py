"""Limits per client: requests per minute and at once. A client is the address of its connection.

Headers with an address are ignored here: the server reads them, and only if the settings name a proxy.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from flask import has_request_context, request

from webapp.services import Clock, Guard, Rate, Turns, client_of
from webapp.settings import Settings
from webapp.web.shell.held import is_held

FETCHES_AT_ONCE = 4
"""Each holds one of the threads that no comparison uses (`server.py`) until its deadline, if a server is that slow."""

FETCHES_WAITING = 0

FILES_AT_ONCE = 2
FILES_WAITING = 4
"""Apart from comparisons: a file that takes its ten seconds must not make a comparison wait. Each holds one of the
threads that no comparison uses. What is fetched counts there, also while it is read."""


class ClientGuard(Guard):
    """Limits each client of the pages and of the API. Work outside a request is not limited."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        self._imports = Rate(settings.imports_per_minute, "new texts", clock)
        self._comparisons = Rate(settings.comparisons_per_minute, "comparisons", clock)
        self.turns = Turns(settings.comparisons_at_once, settings.comparisons_waiting)
        self._fetches = Turns(FETCHES_AT_ONCE, FETCHES_WAITING)
        self.files = Turns(FILES_AT_ONCE, FILES_WAITING)

    def imports(self, texts: int) -> None:
        if has_request_context():
            self._imports.take(_client(), texts)

    @contextmanager
    def comparison(self) -> Iterator[None]:
        if has_request_context():
            self._comparisons.take(_client())
        with self.work():
            yield

    def fetch(self) -> AbstractContextManager[None]:
        return self._fetches.take(_client()) if has_request_context() else nullcontext()

    def reading(self) -> AbstractContextManager[None]:
        return self.files.take(_client()) if has_request_context() else nullcontext()

    def holds(self, version_id: int) -> bool:
        return is_held(version_id) if has_request_context() else True

    def work(self) -> AbstractContextManager[None]:
        return self.turns.take(_client()) if has_request_context() else nullcontext()


def _client() -> str:
    return client_of(request.remote_addr or "")
