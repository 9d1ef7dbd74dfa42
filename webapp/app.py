"""Wires the rooms together: settings, database and services, then pages, API and the guards around them."""

from contextlib import suppress
from time import monotonic

from flask import Flask
from flask_compress import Compress
from flask_wtf import CSRFProtect

from webapp.api.blueprint import create_api
from webapp.errors import Unavailable
from webapp.importers.process.reader import Reader
from webapp.resources import resource_folder
from webapp.services import Clock, Services, open_database
from webapp.settings import Settings, secret_key
from webapp.web.desk.looks import looks
from webapp.web.desk.page import desk
from webapp.web.library.articles import articles
from webapp.web.library.changes import changes
from webapp.web.library.collections import collections
from webapp.web.library.feeds import feeds
from webapp.web.library.files import files
from webapp.web.library.relatives import relatives
from webapp.web.library.versions import versions
from webapp.web.library.watches import watches
from webapp.web.permalinks.again import again
from webapp.web.permalinks.cache import MAX_CACHED_BYTES, AnswerCache, answer_from, store_in
from webapp.web.permalinks.delete import deletion
from webapp.web.permalinks.evidence import evidence
from webapp.web.permalinks.exports import exports
from webapp.web.permalinks.oembed import oembed
from webapp.web.permalinks.previews import previews
from webapp.web.permalinks.share import sharing
from webapp.web.permalinks.show import permalinks
from webapp.web.reading.compare import compare
from webapp.web.shell import assets, compression, encodings, error_pages, security, templating
from webapp.web.shell.health import health
from webapp.web.shell.limits import ClientGuard
from webapp.web.shell.page_cache import PageCache
from webapp.workers import Pool

FORM_LIFETIME_S = 12 * 60 * 60
TEXTS_IN_A_FORM = 4
"""A form has two texts. The form limit allows two more, so that a text over its own limit comes back in the form to be
shortened, and not as an error page."""

FILES_IN_A_FORM = 2


def create_app(settings: Settings, clock: Clock = monotonic) -> Flask:
    """Create the application and migrate its database. Errors: BadSetting, DatabaseTooNew, DatabaseUnknown.

    `clock` returns seconds; it times the limits per minute.
    """
    app = Flask(
        __name__,
        static_folder=resource_folder("static"),
        template_folder=resource_folder("templates"),
    )
    app.config.from_mapping(_config(settings))
    _open_services(app, settings, clock)
    _install(app, settings)
    api = create_api()
    CSRFProtect(app).exempt(api)  # it takes JSON alone, which no form can send; shell/security.py checks the origin
    links = (sharing, permalinks, evidence, previews, oembed, exports, deletion, again)
    library = (articles, changes, collections, feeds, files, relatives, versions, watches)
    for room in (api, desk, looks, *library, compare, *links, health):
        app.register_blueprint(room)
    return app


def _config(settings: Settings) -> dict[str, object]:
    max_form_bytes = TEXTS_IN_A_FORM * settings.max_text_bytes  # its files come on top
    return {
        "SECRET_KEY": secret_key(settings),
        "SESSION_COOKIE_NAME": "stet",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "MAX_CONTENT_LENGTH": max_form_bytes + FILES_IN_A_FORM * settings.max_upload_bytes,
        "MAX_FORM_MEMORY_SIZE": max_form_bytes,
        "WTF_CSRF_TIME_LIMIT": FORM_LIFETIME_S,
        "WTF_CSRF_SSL_STRICT": False,  # it needs a Referer, which some newsrooms strip; security.py reads Origin
    }


def _open_services(app: Flask, settings: Settings, clock: Clock) -> None:
    database = open_database(settings, create=True)
    database.migrate()
    app.extensions["stet.settings"] = settings
    app.extensions["stet.database"] = database
    app.extensions["stet.guard"] = guard = ClientGuard(settings, clock)
    app.extensions["stet.pool"] = pool = Pool(settings.comparisons_at_once)
    app.extensions["stet.reader"] = reader = Reader()
    app.extensions["stet.services"] = services = Services(database, settings, guard, pool.compare, reader.read)
    with suppress(Unavailable):  # a read-only database can be served: an expired link is refused when it is read
        services.prune()
        for left in services.index_missing():
            if left:
                app.logger.warning("The search does not know %s articles yet. They are put into its index.", left)


def _install(app: Flask, settings: Settings) -> None:
    """Install the parts around the pages. Responses pass them in reverse: they are compressed and kept last."""
    app.extensions["stet.pages"] = PageCache()
    cache = AnswerCache(MAX_CACHED_BYTES)
    app.after_request(store_in(cache))
    Compress(app)
    compression.install(app)
    templating.install(app)
    assets.install(app)
    error_pages.install(app)
    security.install(app, settings)
    encodings.install(app)
    app.before_request(answer_from(cache))
