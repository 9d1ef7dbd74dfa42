"""Sends what this server announces, by the same rules as it fetches: through the same gate, to what was checked.

An administrator names the address, so it may be sent to even if readers may fetch none (`FetchRules.is_on`). A redirect
is not followed: who receives announcements says where.
"""

from collections.abc import Mapping
from contextlib import closing
from http.client import HTTPException

from urllib3.exceptions import HTTPError

from webapp.errors import NoAnswer, TooSlow
from webapp.fetching.connection import connection_to
from webapp.fetching.deadline import Deadline
from webapp.fetching.gate import FetchGate
from webapp.fetching.target import read_target


class Sender(FetchGate):
    """Posts to what the rules allow."""

    def post(self, written: str, body: bytes, headers: Mapping[str, str]) -> int:
        """Send a body to an address and return the status of the answer, which is not read any further.

        Errors: AddressRefused before anything is sent; InvalidInput if it is no address; NoAnswer, TooSlow.
        """
        target = read_target(written)
        with Deadline(self._rules.seconds) as deadline:
            addresses = self._addresses(target, deadline)
            try:
                with closing(connection_to(target, addresses, deadline)) as connection:
                    sent = {**self._headers(), **headers}
                    connection.request("POST", target.path, body=body, headers=sent, preload_content=False)
                    with closing(connection.getresponse()) as answer:
                        return answer.status
            except (OSError, HTTPError, HTTPException) as error:
                if deadline.is_over:
                    raise TooSlow(f"{target.host} did not answer within {deadline.seconds:g} seconds.") from error
                raise NoAnswer(f"{target.host} cannot be reached, broke off, or has no valid certificate.") from error
