"""One real server with the samples, one real Chromium, and a watch over what the pages say and whom they call."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.request import urlopen

import pytest
from flask import Flask
from lxml import etree, html
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server

from tests.bench.generate import REVISED, revised
from tests.fetching import sites
from webapp.app import create_app
from webapp.resources import resource_folder
from webapp.services import Paste
from webapp.settings import load_settings

QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
QUIET += ["--disable-sync", "--no-first-run"]
DESKTOP = {"width": 1360, "height": 900}
LONG_WORDS = 100_000
NINE = "<!doctype html><title>Council</title><p>The council met on Monday. Nobody from the opposition came."
NOON = NINE.replace("Monday", "Friday")
STET = [sys.executable, "-c", "from webapp.cli import main; main()"]


@dataclass(frozen=True)
class Site:
    """A running Stet, two pages of other origins that frame what they are told to, and a site that Stet may fetch."""

    app: Flask
    address: str
    friend: str
    stranger: str
    news: str


@dataclass(frozen=True)
class Serving:
    """`stet serve` in a process of its own, and the environment that it was started with."""

    address: str
    environment: dict[str, str]


class Framing(BaseHTTPRequestHandler):
    """A page that frames the address after its question mark.

    /sized       with the script that sizes the frame
    /discovered  by oEmbed: nothing is known of the address but itself; with `.xml`, by the other description
    """

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        path, _, address = self.path.partition("?")
        if path.startswith("/discovered"):
            frame = discovered(address, "text/xml+oembed" if path.endswith(".xml") else "application/json+oembed")
        else:
            frame = f'<iframe data-stet height="90" src="{address}"></iframe>'
        site = "/".join(address.split("/")[:3])
        script = f'<script src="{site}/static/js/embed.js" async></script>' if path == "/sized" else ""
        self.wfile.write(f"<!doctype html>{frame}{script}".encode())

    def log_message(self, *_: object) -> None:
        """Stay silent."""


def discovered(address: str, kind: str) -> str:
    """Do what a consumer of oEmbed does: read the page, follow its description of that kind, take the HTML there."""
    with urlopen(address) as answer:
        (found,) = html.parse(answer).xpath(f'//link[@type="{kind}"]/@href')
    with urlopen(found) as answer:
        said = answer.read()
    return str(json.loads(said)["html"] if "json" in kind else etree.fromstring(said).findtext("html"))


class FramingServer(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A browser that closes a connection early is no failure."""


@pytest.fixture(scope="session")
def friend() -> Iterator[str]:
    yield from serve_frames()


@pytest.fixture(scope="session")
def stranger() -> Iterator[str]:
    yield from serve_frames()


def serve_frames() -> Iterator[str]:
    with FramingServer(("127.0.0.1", 0), Framing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def news() -> Iterator[str]:
    """The host and port of a site with two versions of a story."""
    with sites.site({"/nine": sites.answer(NINE), "/noon": sites.answer(NOON)}) as served:
        yield f"127.0.0.1:{served.port}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, friend: str, stranger: str, news: str) -> Iterator[Site]:
    unlimited = {
        "imports_per_minute": 0,
        "comparisons_per_minute": 0,
    }  # the tests are more readers than one address has
    hosts = {"frame_ancestors": (friend,), "fetch_hosts": (news,)}
    app = create_app(load_settings(data_dir=tmp_path_factory.mktemp("data"), **hosts, **unlimited))
    for folder in resource_folder("seeds").iterdir():
        app.extensions["stet.services"].seed(folder)
    server = create_server(app, host="127.0.0.1", port=0)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield Site(app, f"http://127.0.0.1:{server.effective_port}", friend, stranger, f"http://{news}")
    server.task_dispatcher.shutdown()
    server.close()
    thread.join(timeout=10)
    app.extensions["stet.database"].close()


@pytest.fixture(scope="session")
def serving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """The samples as a newsroom's own machine would serve them."""
    environment = os.environ | {"STET_DATA_DIR": str(tmp_path_factory.mktemp("serving"))}
    command = [*STET, "serve", "--with-samples", "--port", "0"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        yield Serving(server.stdout.readline().split()[-1], environment)
        server.terminate()


@pytest.fixture(scope="session")
def moved(site: Site) -> str:
    """The address of two texts of which the second has a paragraph elsewhere."""
    stays = "The council met on Tuesday in the old town hall."
    moves = "Engineers found deep cracks in three piers of the bridge."
    rest = ["Traffic will be sent over the motorway until the summer.", "A ferry may carry cyclists across the river."]
    return compared(
        site, "\n\n".join([stays, moves, *rest]), "\n\n".join([stays, *rest, moves.replace("three", "four")])
    )


@pytest.fixture(scope="session")
def long_pair(site: Site) -> str:
    """The address of two texts of 100,000 words, the second one lightly revised."""
    pair = revised(REVISED, LONG_WORDS, seed=1)
    return compared(site, pair.old, pair.new)


def compared(site: Site, old: str, new: str) -> str:
    """Return the address of two texts against one another."""
    ids = site.app.extensions["stet.services"].choose([Paste(old, keep=True), Paste(new, keep=True)])
    return "/compare?old={}&new={}".format(*ids)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=site.address, viewport=DESKTOP)
    yield context
    context.close()


@pytest.fixture
def tab(context: BrowserContext, site: Site) -> Iterator[Page]:
    """A page with scripts, whose console stays empty and which asks nobody but us."""
    yield from watched(context, site)


@pytest.fixture
def plain_tab(browser: Browser, site: Site) -> Iterator[Page]:
    """The same without scripts."""
    context = browser.new_context(base_url=site.address, viewport=DESKTOP, java_script_enabled=False)
    yield from watched(context, site)
    context.close()


def watched(context: BrowserContext, site: Site) -> Iterator[Page]:
    heard: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: heard.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("dialog", lambda dialog: heard.append(f"dialog: {dialog.message}"))
    page.on("request", lambda request: request.url.startswith(site.address) or heard.append(request.url))
    yield page
    assert heard == []


def choose(page: Page, name: str) -> None:
    """Tick one of the options, opened first where they are folded away."""
    if not page.locator("#more").evaluate("options => options.open"):
        page.locator("#more summary").click()
    page.get_by_label(name, exact=True).check()
