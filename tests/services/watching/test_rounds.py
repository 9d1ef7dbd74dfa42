"""A watched newsroom by a seeded script: every edit is one version, nothing else is, and nobody is bothered."""

from tests.services.watching.newsroom import Newsroom
from tests.services.watching.rounds import Clock, Rounds
from webapp.services import Services

ROUNDS = 8


def test_every_edit_is_one_version_nothing_else_is_and_nobody_is_bothered(
    services: Services, newsroom: Newsroom, clock: Clock
) -> None:
    rounds = Rounds(services, newsroom, clock, seed=2)
    rounds.run(ROUNDS)
    assert rounds.wrong == []
    assert sum(known.versions for known in rounds.known.values()) > len(newsroom.stories)
    assert {304, 200} <= {request.status for request in newsroom.asked}
    assert newsroom.most_at_once == 1
    assert newsroom.too_soon == []
    assert {request.agent.rpartition(" ")[2] for request in newsroom.asked} == {"(+desk@newsroom.example)"}
