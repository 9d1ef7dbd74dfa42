"""`webapp.wsgi:app` for any WSGI server, with the settings of the environment.

The application is created on first access to `app`, so that importing this module has no effect.
"""

import sys
from functools import cache

from flask import Flask

from webapp.app import create_app
from webapp.errors import StetError
from webapp.settings import load_settings

TROUBLE = 2


def __getattr__(name: str) -> Flask:
    if name != "app":
        raise AttributeError(name)
    return _app()


@cache
def _app() -> Flask:
    """Create the application. An expected failure prints one line and exits, as in `stet serve`."""
    try:
        return create_app(load_settings())
    except StetError as error:
        print(f"Error: {error.message}", file=sys.stderr)
        sys.exit(TROUBLE)
