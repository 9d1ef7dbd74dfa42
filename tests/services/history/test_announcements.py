"""New versions are announced once each, signed, and again only if they were not delivered or the answer was lost."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event

import jsonschema_rs
import pytest

from tests.databases import count_rows
from tests.services.history.receiver import SECRET, Receiver, receiver
from webapp.app import create_app
from webapp.errors import BadSetting
from webapp.jobs.worker import Worker
from webapp.services import Paste, Services
from webapp.services.history.announcements import GIVEN_UP_AFTER, LEASE, LONGEST_WAIT
from webapp.services.signing import signed_headers
from webapp.settings import Settings, load_settings
from webapp.storage.database import Database

NINE = 'The council met on Monday. Four people came. "We will stay," said the mayor. Nobody else was there.'
NOON = NINE.replace("Four", "Five").replace("will stay", "will go")
DOCUMENT = (Path(__file__).parents[3] / "docs/feeds.md").read_text(encoding="utf-8")
SCHEMA = jsonschema_rs.validator_for(
    json.loads(re.findall(r"```json\n(.*?)```", DOCUMENT, re.DOTALL)[0]), validate_formats=True
)
SITE = "https://stet.example/diff"


@pytest.fixture
def hook() -> Iterator[Receiver]:
    with receiver() as receiving:
        yield receiving


@pytest.fixture
def settings(tmp_path: Path, database_url: str, hook: Receiver) -> Settings:
    return load_settings(
        data_dir=tmp_path,
        database_url=database_url,
        public_url=SITE,
        webhook_url=hook.address,
        webhook_secret=SECRET,
        fetch_hosts=f"127.0.0.1:{hook.port}",
        fetch_addresses=False,
    )


@pytest.fixture
def services(database: Database, settings: Settings) -> Services:
    return Services(database, settings)


def add(services: Services, *texts: str, title: str = "The council") -> int:
    article = services.add_article(Paste(texts[0], title=title, outlet="The Gazette", collection="Town"))
    for text in texts[1:]:
        services.add_version(article, text)
    return article


def deliver(services: Services, after: timedelta = timedelta(0)) -> list[str]:
    """Deliver what is due after a while, and return what is said of it."""
    return [told.said for told in services.deliver_announcements(datetime.now(UTC) + after)]


def test_a_new_version_is_announced_with_what_changed(services: Services, settings: Settings, hook: Receiver) -> None:
    article = add(services, NINE, NOON)
    assert deliver(services) == ["delivered"]
    (received,) = hook.received
    SCHEMA.validate(received.message)
    data = received.message["data"]
    noon, nine = services.article(article).versions
    assert data["title"] == "1 number and 1 quotation changed: The council"
    assert data["changed"]["groups"] == {"numbers": 1, "quotations": 1}
    assert data["link"] == f"{SITE}/compare?old={nine.id}&new={noon.id}"
    assert (data["old"]["sha256"], data["new"]["sha256"]) == (nine.sha256, noon.sha256)
    assert data["id"] == f"urn:uuid:{received.name}" == services.story_changes().changes[0].id.urn
    assert deliver(services, timedelta(days=9)) == []


def test_the_links_open_for_a_reader(services: Services, settings: Settings, hook: Receiver) -> None:
    add(services, NINE, NOON)
    deliver(services)
    app = create_app(settings)
    data = hook.received[0].message["data"]
    for link in (data["link"], data["article"]["link"]):
        assert app.test_client().get(link.removeprefix(SITE)).status_code == 200
    app.extensions["stet.database"].close()


def test_a_version_and_its_announcement_are_stored_together_or_not(
    services: Services, database_url: str, hook: Receiver
) -> None:
    article = add(services, NINE)
    before = count_rows(database_url)
    with pytest.raises(RuntimeError), services._write() as store:
        sha256 = store.texts.add({NOON: 20})[NOON]
        store.versions.add(article, sha256, {})
        raise RuntimeError
    assert count_rows(database_url) == before
    assert deliver(services) == []


def test_what_is_no_news_is_not_announced(services: Services, hook: Receiver) -> None:
    article = add(services, NINE, title="A single version")
    services.add_versions(article, Paste(NOON), datetime.now(UTC) - timedelta(days=2))
    services.choose([Paste(NINE), Paste(f"{NOON} A draft that is held.")])
    gone = add(services, NINE, NOON, title="Deleted before its turn")
    services.delete_article(gone)
    add(services, NINE, NINE.replace(". ", ".\n\n"), title="The same story")
    assert (deliver(services), hook.received) == ([], [])
    assert services.waiting_announcements().count == 0


def test_nothing_is_put_into_the_outbox_without_a_webhook(database: Database, tmp_path: Path) -> None:
    services = Services(database, Settings(data_dir=tmp_path))
    add(services, NINE, NOON)
    assert services.waiting_announcements().count == 0
    with pytest.raises(BadSetting, match="STET_WEBHOOK_URL"):
        list(services.deliver_announcements())


@pytest.mark.parametrize("status", [500, 404, 302, 0])
def test_what_failed_is_sent_again_under_its_name_and_then_no_more(
    services: Services, hook: Receiver, status: int
) -> None:
    add(services, NINE, NOON)
    hook.status = status
    (said,) = deliver(services)
    assert said.startswith("not delivered. ") and (str(status) in said or not status)
    assert deliver(services, timedelta(seconds=50)) == []
    assert len(deliver(services, timedelta(seconds=70))) == 1
    assert deliver(services, timedelta(seconds=170)) == []
    hook.status = 204
    assert deliver(services, timedelta(minutes=10)) == ["delivered"]
    first, second, last = hook.received
    assert first.name == second.name == last.name
    assert first.message["data"] == last.message["data"]
    assert first.seconds < second.seconds < last.seconds


def test_it_is_given_up_after_three_days_and_said_so_once(services: Services, hook: Receiver) -> None:
    add(services, NINE, NOON)
    hook.status, after, said = 503, timedelta(0), [""]
    while said and "given up" not in said[0]:
        said = deliver(services, after)
        assert len(said) == 1
        after += min(LONGEST_WAIT, timedelta(minutes=2 ** (len(hook.received) - 1))) + timedelta(seconds=1)
    assert said == [f"given up after {len(hook.received)} attempts. The webhook answered with the status 503."]
    assert GIVEN_UP_AFTER - LONGEST_WAIT < after <= GIVEN_UP_AFTER + LONGEST_WAIT
    assert len(hook.received) == 20
    assert deliver(services, timedelta(days=30)) == []


def test_two_who_deliver_at_once_send_each_once(services: Services, settings: Settings, hook: Receiver) -> None:
    add(services, *(NINE.replace("Four", str(number)) for number in range(10, 23)))
    databases = [Database(settings.database_url) for _ in range(2)]
    with ThreadPoolExecutor(2) as pool:
        said = list(pool.map(deliver, [Services(database, settings) for database in databases]))
    for database in databases:
        database.close()
    assert [*said[0], *said[1]] == ["delivered"] * 12
    assert len(set(hook.names())) == len(hook.names()) == 12


def test_a_deliverer_that_is_killed_before_the_answer_is_followed_by_another(
    services: Services, settings: Settings, hook: Receiver
) -> None:
    add(services, NINE, NOON)
    came, may_go = Event(), Event()

    def hold() -> None:
        came.set()
        may_go.wait(20)

    hook.meanwhile = hold
    program = (
        "import sys; from webapp.services import Services; from webapp.settings import Settings; "
        "from webapp.storage.database import Database; settings = Settings.model_validate_json(sys.argv[1]); "
        "list(Services(Database(settings.database_url), settings).deliver_announcements())"
    )
    running = subprocess.Popen([sys.executable, "-c", program, settings.model_dump_json()])
    assert came.wait(20)
    running.kill()
    running.wait()
    hook.meanwhile = lambda: None
    may_go.set()
    assert deliver(services) == []
    assert deliver(services, LEASE + timedelta(seconds=10)) == ["delivered"]
    assert len(hook.received) == 2 and len(set(hook.names())) == 1


def test_a_worker_delivers_by_itself(services: Services, settings: Settings, hook: Receiver) -> None:
    came = Event()
    hook.meanwhile = came.set
    worker = Worker(services, settings.resolved_database_url, look_s=0.05)
    worker.start()
    add(services, NINE, NOON)
    assert came.wait(20)
    worker.stop()
    assert (len(hook.received), services.waiting_announcements().count) == (1, 0)


def test_an_address_inside_the_network_is_asked_only_if_it_is_listed(
    database: Database, settings: Settings, hook: Receiver
) -> None:
    services = Services(database, settings.model_copy(update={"fetch_hosts": ()}))
    add(services, NINE, NOON)
    for address in (hook.address, "http://127.0.0.1/", "http://169.254.169.254/"):
        strict = Services(database, settings.model_copy(update={"fetch_hosts": (), "webhook_url": address}))
        (said,) = deliver(strict, timedelta(days=1))
        assert "STET_FETCH_HOSTS" in said
        with database.write() as store:
            store.announcements.put_off(services.story_changes().changes[0].revision.version.id, datetime.now(UTC))
    assert hook.received == []
    assert deliver(Services(database, settings), timedelta(days=1)) == ["delivered"]


def test_the_signature_is_that_of_the_standard() -> None:
    """The example of the standard's own libraries."""
    moment = datetime.fromtimestamp(1_614_265_330, UTC)
    body, name = b'{"test": 2432232314}', "msg_p5jXN8AQM9LWM0D4loKWxJek"
    assert signed_headers("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", name, moment, body) == {
        "webhook-id": name,
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
