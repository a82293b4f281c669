"""Fixtures of the whole suite: the built site, a server like GitHub Pages, a real browser, and JavaScript's own tests.

``situs``      folder of the site, built once per run
``server``     the site served; ``server.url``, ``server.fail(pattern, mode)``, ``server.heal()``, ``server.requests``
``browser``    Chromium, started once per run
``open_page``  call it with Playwright's context options (``viewport=…``, ``java_script_enabled=False``) for a fresh page;
               ``service_workers="allow"`` where the worker is what is tested: elsewhere it would only load its files again
``page``       one fresh page, phone-sized
``modul``      call it with a page that is to import authored modules, which are not published, from ``modul/`` below the site's root
``page_log``   what the pages of this test complained of; a test that provokes errors calls ``page_log.errors.clear()``
"""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.browser import NoBrowser, find_chromium
from tests.pages_server import PagesServer
from tests.site_build import ROOT, build_site

PHONE = {"width": 360, "height": 740}
# Quiet, and blind to everything but this machine: a page that asks for another host fails at once and is seen.
CHROMIUM_ARGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]

# A busy machine is no failure. CONTOH: how many cases a property gets, where it does not say so itself.
settings.register_profile("handbook", deadline=None, print_blob=True, max_examples=int(os.environ.get("CONTOH", "100")))
settings.load_profile("handbook")


def cannot_run(what: str) -> BaseException:
    """Give the skip of a test that lacks ``what``; where everything must run (CI, `make test`), its failure."""
    if os.environ.get("CI") or os.environ.get("REQUIRE_BROWSER"):
        return pytest.fail.Exception(f"cannot run: {what}", pytrace=False)
    return pytest.skip.Exception(f"NOT RUN: {what}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what drives a browser, so that ``-m "not browser"`` is the quick suite."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


# --- The site and its server ---


@pytest.fixture(scope="session")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PagesServer]:
    """Take a port before the build: the site's own address is part of its pages."""
    pages = PagesServer(tmp_path_factory.mktemp("situs") / "site")
    pages.start()
    yield pages
    pages.stop()


@pytest.fixture(scope="session")
def situs(_pages: PagesServer) -> Path:
    """Build the real site once."""
    return build_site(_pages.root, site_url=_pages.url)


@pytest.fixture
def server(_pages: PagesServer, situs: Path) -> Iterator[PagesServer]:
    """Serve the built site; every test starts without faults and with an empty list of requests."""
    _pages.requests.clear()
    yield _pages
    _pages.heal()


# --- The browser ---


@dataclass
class PageLog:
    """What the pages of one test complained of."""

    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Collect console errors, uncaught exceptions and requests to any other host."""
        context.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self.note_host(request.url))

    def note_host(self, url: str) -> None:
        """Remember ``url`` when it leads off this machine."""
        address = urlsplit(url)
        if address.scheme in {"http", "https", "ws", "wss"} and address.hostname != "127.0.0.1":
            self.foreign.append(url)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once."""
    try:
        program = find_chromium()
    except NoBrowser as reason:
        raise cannot_run(str(reason)) from None
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=CHROMIUM_ARGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page_log() -> Iterator[PageLog]:
    """Fail the test at its end when a page made an error or asked another host."""
    log = PageLog()
    yield log
    assert not log.foreign, f"requests to other hosts: {log.foreign}"
    assert not log.errors, f"errors in the page: {log.errors}"


@pytest.fixture
def open_page(browser: Browser, page_log: PageLog) -> Iterator[Callable[..., Page]]:
    """Open fresh pages, each in a context of its own, watched by ``page_log``."""
    contexts: list[BrowserContext] = []

    def opened(**options: Any) -> Page:
        given = {"viewport": PHONE, "locale": "id-ID", "timezone_id": "Asia/Jakarta", "service_workers": "block", **options}
        context = browser.new_context(**given)
        context.set_default_timeout(15_000)
        page_log.watch(context)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture
def modul() -> Callable[[Page], None]:
    """Let a page import the authored modules beside the bundles that it runs."""
    folder = ROOT / "overrides/assets/javascripts"

    def offer(page: Page) -> None:
        page.route("**/modul/**", lambda route: route.fulfill(path=folder / route.request.url.split("/modul/")[1]))

    return offer


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """Open one fresh page, phone-sized."""
    return open_page()


# --- JavaScript's own tests: each *.test.mjs is one item, run by node's test runner ---


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """Collect ``*.test.mjs`` beside the Python tests."""
    if file_path.name.endswith(".test.mjs"):
        collected: pytest.Collector = NodeFile.from_parent(parent, path=file_path)
        return collected
    return None


class NodeFile(pytest.File):
    """A file of JavaScript tests."""

    def collect(self) -> Iterator[pytest.Item]:
        """Give the file as one item."""
        yield NodeItem.from_parent(self, name="node")


class NodeItem(pytest.Item):
    """One run of node's test runner."""

    def runtest(self) -> None:
        """Run the file; node's report is the failure's text."""
        node = shutil.which("node")
        if node is None:
            raise cannot_run("node is not on the PATH")
        done = subprocess.run([node, "--test", str(self.path)], cwd=ROOT, text=True, capture_output=True, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            pytest.fail(done.stdout + done.stderr, pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Name the item as pytest names files."""
        return self.path, None, f"{self.path.relative_to(ROOT)}::node"
