"""The settings of fetching addresses: a bad one stops the start with its name and what was expected."""

import pytest

from webapp.errors import BadSetting
from webapp.settings import load_settings


@pytest.mark.parametrize("written", ["http://cms.example", "cms.example/story", "cms.example:http", "*.example", "a@b"])
def test_a_host_that_is_none_is_named(written: str) -> None:
    with pytest.raises(BadSetting, match="STET_FETCH_HOSTS cannot be used: .*is not a host such as cms.example"):
        load_settings(fetch_hosts=(written,))


@pytest.mark.parametrize(
    "written", ["two words", "it@newsroom.example\r\nCookie: a=b", "(it)", "redaktion@zürich.example"]
)
def test_a_contact_that_no_header_can_hold_is_refused(written: str) -> None:
    with pytest.raises(BadSetting, match="STET_FETCH_CONTACT cannot be used"):
        load_settings(fetch_contact=written)


def test_hosts_are_read_in_any_case_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STET_FETCH_HOSTS", "CMS.example [fd00::7]:8080 wiki.example:443")
    assert load_settings().fetch_hosts == ("cms.example", "[fd00::7]:8080", "wiki.example:443")
