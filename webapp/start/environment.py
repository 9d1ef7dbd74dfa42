"""What the environment tells without loading what reads it, which is slow to import: settings, wishes for colour."""

import os

PREFIX = "STET_"
COLOUR = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""By these, `rich` may write colours where there is no terminal."""


def holds_settings() -> bool:
    """Return whether any setting is set, in any letter case. An empty one counts as unset."""
    return any(value and name.upper().startswith(PREFIX) for name, value in os.environ.items())


def may_want_colour() -> bool:
    """Return whether colours may be wanted where there is no terminal."""
    return not os.environ.keys().isdisjoint(COLOUR)
