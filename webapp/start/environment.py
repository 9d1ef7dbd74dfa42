"""Whether the environment holds any setting, told without loading the settings."""

import os

PREFIX = "STET_"


def holds_settings() -> bool:
    """Tell whether any setting is set, in capitals or not; one that is empty counts as not set."""
    return any(value and name.upper().startswith(PREFIX) for name, value in os.environ.items())
