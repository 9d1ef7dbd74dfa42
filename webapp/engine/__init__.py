"""Two texts in, a Comparison out. Pure: no clock, no disk, no network, no framework; same input, same output."""

from webapp.engine.model import Comparison
from webapp.engine.options import Limits, Options
from webapp.engine.pipeline import ENGINE_VERSION, compare

__all__ = ["ENGINE_VERSION", "Comparison", "Limits", "Options", "compare"]
