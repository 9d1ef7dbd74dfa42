"""How templates are read, by Flask for the pages and by `draw` for a file."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from webapp.render.filters import FILTERS
from webapp.resources import resource_folder

OPTIONS: Mapping[str, Any] = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
"""A template that reads a name it was not given fails, rather than leave a gap in the page."""


def draw(template: str, **values: Any) -> str:
    """Return a template filled in, without a request: it can make no address."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(resource_folder("templates")), autoescape=True, **OPTIONS)
    environment.filters.update(FILTERS)
    return environment
