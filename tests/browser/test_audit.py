"""What `make audit` asks of the pages as `stet serve` serves them: Lighthouse and the Nu checker, both from npm.

They are not vendored, so a run without them says that they are absent. Lighthouse is asked up to three times: it slows
the processor down by a factor and takes whatever else the machine does for slowness of the page, or loses its trace.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import QUIET, STET, Serving
from tests.browser.pages import WIRE_AND_BACK, addresses

TOOLS = Path("build/audit/node_modules").absolute()
LIGHTHOUSE = TOOLS / "lighthouse" / "cli" / "index.js"
NU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
MIN_SCORES = {"performance": 99, "accessibility": 100, "best-practices": 100}
ATTEMPTS = 3

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif("STET_AUDIT" not in os.environ, reason="`make audit` runs Lighthouse and the Nu checker"),
]


def needs(program: str, file: Path) -> pytest.MarkDecorator:
    is_there = shutil.which(program) and file.exists()
    return pytest.mark.skipif(not is_there, reason=f"absent: {file.name}, which {program} runs and npm brings")


@pytest.fixture(scope="module")
def link(serving: Serving) -> str:
    command = [*STET, "share", "1", "2"]
    told = subprocess.run(command, env=serving.environment, check=True, stdout=subprocess.PIPE, text=True)
    return next(word for word in told.stdout.split() if "/c/" in word).partition("/c/")[2]


@needs("node", LIGHTHOUSE)
def test_lighthouse_finds_the_page_quick_accessible_and_well_made(
    serving: Serving, chromium: str, tell: Callable[[str], None]
) -> None:
    for _ in range(ATTEMPTS):
        scores = lighthouse(serving.address + WIRE_AND_BACK, chromium)
        told = ", ".join(f"{name} {score}" for name, score in scores.items()) or "it lost its trace"
        tell(f"Lighthouse on the compare page: {told}")
        if all(scores.get(name, 0) >= least for name, least in MIN_SCORES.items()):
            return
    raise AssertionError(f"Lighthouse never gave what is asked, which is {MIN_SCORES}")


def lighthouse(address: str, chromium: str) -> dict[str, int]:
    """Return the scores of a page, in per cent; none where Lighthouse lost its trace and asks to be run again."""
    flags = " ".join(["--headless=new", *QUIET])
    asked = [f"--only-categories={','.join(MIN_SCORES)}", f"--chrome-flags={flags}", "--output=json", "--quiet"]
    said = subprocess.run(
        ["node", str(LIGHTHOUSE), address, *asked],
        env=os.environ | {"CHROME_PATH": chromium},
        capture_output=True,
    )
    if said.returncode:
        return {}
    categories = json.loads(said.stdout)["categories"]
    return {name: round(category["score"] * 100) for name, category in categories.items()}


@needs("java", NU)
def test_the_nu_checker_finds_no_error_on_any_page(
    serving: Serving, link: str, browser: Browser, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    context = browser.new_context(base_url=serving.address)
    asked = [*addresses(f"/c/{link}"), f"/c/{link}.html"]
    for number, address in enumerate(asked):
        answer = context.request.get(address)
        (tmp_path / f"{number:02}.html").write_bytes(answer.body())
    (tmp_path / "refused.html").write_bytes(refused(context.new_page()))
    context.close()
    said = subprocess.run(
        ["java", "-jar", str(NU), "--errors-only", "--stdout", *map(str, sorted(tmp_path.iterdir()))],
        stdout=subprocess.PIPE,
        text=True,
    )
    tell(f"Nu checker on {len(asked) + 1} pages: {len(said.stdout.splitlines())} errors")
    assert said.stdout.splitlines() == [], [*enumerate(asked)]
    assert said.returncode == 0


def refused(page: Page) -> bytes:
    """Return the desk as it comes back with what was wrong."""
    page.goto("/")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.get_by_role("button", name="Compare", exact=True).click()
    return answer.value.body()
