"""How templates are read."""

from collections.abc import Mapping
from typing import Any

from jinja2 import StrictUndefined

OPTIONS: Mapping[str, Any] = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
"""A template that reads a name it was not given fails, rather than leave a gap in the page."""
