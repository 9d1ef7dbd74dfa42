"""Flask's templates: the options and filters of `render`, and a filter that needs a request."""

from flask import Flask

from webapp.render.environment import OPTIONS
from webapp.render.filters import FILTERS
from webapp.web.shell.current import whole_address


def install(app: Flask) -> None:
    """Set the options of the templates' environment, and add the filters."""
    app.jinja_options = dict(OPTIONS)
    app.jinja_env.filters.update(FILTERS, whole_address=whole_address)
