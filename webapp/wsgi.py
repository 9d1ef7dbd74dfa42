"""`webapp.wsgi:app` for any WSGI server, with the settings of its environment.

It is made when it is asked for, so that importing this module has no effect.
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
    """Make the application. What keeps it from starting is told in one line, as `stet serve` tells it."""
    try:
        return create_app(load_settings())
    except StetError as error:
        print(f"Error: {error.message}", file=sys.stderr)
        sys.exit(TROUBLE)
