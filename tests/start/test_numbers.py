"""A number out of range in a setting stops the start with a message that says what was expected."""

import pytest

from webapp.errors import BadSetting
from webapp.settings import load_settings

WAITS = ("database_connect_seconds", "database_answer_seconds", "database_queue_seconds")
AT_ONCE = ("comparisons_at_once", "comparisons_waiting", "database_readers", "database_writers")


@pytest.mark.parametrize("written", ["inf", "-inf", "nan", "1e400", "-1", "3601"])
@pytest.mark.parametrize("setting", WAITS)
def test_a_wait_has_an_end(setting: str, written: str) -> None:
    with pytest.raises(BadSetting, match=f"STET_{setting.upper()} cannot be used: Input should be"):
        load_settings(**{setting: written})


@pytest.mark.parametrize("written", ["-1", "1001", "99999999", "1.5", "٣", "nan"])
@pytest.mark.parametrize("setting", AT_ONCE)
def test_no_more_is_done_at_once_than_a_machine_has_threads_for(setting: str, written: str) -> None:
    with pytest.raises(BadSetting, match=f"STET_{setting.upper()} cannot be used: Input should be"):
        load_settings(**{setting: written})
