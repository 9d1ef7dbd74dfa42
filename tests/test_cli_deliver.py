"""`stet deliver` announces new versions, and says what was not delivered."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.history.receiver import SECRET, Receiver, receiver
from tests.test_cli import empty_folder, stet
from webapp.services import Paste, open_services
from webapp.settings import load_settings

__all__ = ["empty_folder"]


@pytest.fixture
def hook(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """A receiver, and an article with a second version."""
    with receiver() as receiving:
        monkeypatch.setenv("STET_WEBHOOK_URL", receiving.address)
        monkeypatch.setenv("STET_WEBHOOK_SECRET", SECRET)
        monkeypatch.setenv("STET_PUBLIC_URL", "https://stet.example")
        monkeypatch.setenv("STET_FETCH_HOSTS", f"127.0.0.1:{receiving.port}")
        with open_services(load_settings(), create=True) as services:
            article = services.add_article(Paste("The mayor said no to 3 people."))
            services.add_version(article, "The mayor said no to 4.")
        yield receiving


def test_what_was_delivered_is_listed(hook: Receiver) -> None:
    done = stet("deliver")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith("The mayor said no to 3 people.: delivered\n")
    assert len(hook.received) == 1
    assert stet("deliver").stdout == ""


def test_what_failed_is_trouble_and_waits(hook: Receiver) -> None:
    hook.status = 500
    done = stet("deliver")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "not delivered. The webhook answered with the status 500." in done.stderr
    assert "1 wait; the next attempt is due on " in done.stderr
    assert stet("deliver").exit_code == 0


def test_without_a_webhook_it_says_what_to_set(hook: Receiver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STET_WEBHOOK_URL")
    done = stet("deliver")
    assert (done.exit_code, done.stderr) == (2, "Error: There is no webhook: set STET_WEBHOOK_URL.\n")
