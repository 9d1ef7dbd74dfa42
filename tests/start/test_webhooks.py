"""The settings of the webhook are refused where they cannot work, without a word of the secret."""

from pathlib import Path

import pytest

from tests.services.history.receiver import SECRET
from webapp.errors import BadSetting
from webapp.settings import load_settings

COMPLETE = {"webhook_url": "https://hooks.example/a", "webhook_secret": SECRET, "public_url": "https://stet.example"}


def test_all_three_together_are_taken(tmp_path: Path) -> None:
    assert load_settings(data_dir=tmp_path, **COMPLETE).webhook_url == "https://hooks.example/a"


@pytest.mark.parametrize("missing", ["webhook_secret", "public_url"])
def test_a_webhook_needs_a_secret_and_the_address_of_readers(tmp_path: Path, missing: str) -> None:
    with pytest.raises(BadSetting, match=f"STET_WEBHOOK_URL cannot be used: it needs STET_{missing.upper()} too"):
        load_settings(data_dir=tmp_path, **{**COMPLETE, missing: ""})


@pytest.mark.parametrize("address", ["hooks.example", "ftp://hooks.example/", "https://hooks.example/a b", "https://"])
def test_an_address_is_whole(tmp_path: Path, address: str) -> None:
    with pytest.raises(BadSetting, match="STET_WEBHOOK_URL cannot be used"):
        load_settings(data_dir=tmp_path, **{**COMPLETE, "webhook_url": address})


@pytest.mark.parametrize("secret", ["tellnobody", "whsec_dGVsbG5vYm9keQ==", SECRET[6:], f"{SECRET}!", "whsec_é"])
def test_a_secret_is_long_and_random_and_not_told(tmp_path: Path, secret: str) -> None:
    with pytest.raises(BadSetting, match="STET_WEBHOOK_SECRET cannot be used: .* 24 to 64 random bytes") as refusal:
        load_settings(data_dir=tmp_path, **{**COMPLETE, "webhook_secret": secret})
    assert secret.removeprefix("whsec_") not in str(refusal.value)
