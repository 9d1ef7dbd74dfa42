"""Detects settings in the environment without loading `webapp.settings`, which is slow to import."""

import os

PREFIX = "STET_"


def holds_settings() -> bool:
    """Return whether any setting is set, in any letter case. An empty one counts as unset."""
    return any(value and name.upper().startswith(PREFIX) for name, value in os.environ.items())
