"""What the tests of reading without a network do to a site and to a reader's browser."""

import re
from contextlib import suppress
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Error, Page, expect

from handbook.clock import today
from handbook.model.handbook import Handbook
from handbook.site import luring
from tests.conftest import PageLog
from tests.pages_server import PagesServer

LIKE = "perbuatan/menyukai-unggahan/"
KEPT = ".simpanan"
NEW = "f" * 16
# How the browser words what these tests do to it: no network, a file with another digest.
NETWORK = ("Failed to load resource", "ERR_", "error occurred when fetching the script", "valid digest", "Fetch API cannot load")

ADDRESSES = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => url);
}"""
READY = """async () => {
  const { active, installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
  const names = await caches.keys();
  return active?.state === "activated" && !installing && !waiting && names.some((name) => name.endsWith(":kerangka"));
}"""


def release(pages: PagesServer, buku: Handbook, old: str, new: str, versi: str = NEW, disusun: str = "2100-01-01") -> None:
    """Publish another version: ``old`` becomes ``new`` in every page, whatever the pages say of version and day with it."""
    for file in pages.root.rglob("*.html"):
        mark = f'data-terbitan="{versi}" data-disusun="{disusun}"'
        text = re.sub(r'data-terbitan="\w+" data-disusun="[\d-]+"', mark, file.read_text("utf-8"))
        file.write_text(text.replace(old, new), encoding="utf-8")
    enlist(pages.root, buku, versi)


def enlist(site: Path, buku: Handbook, versi: str) -> None:
    """Write the service worker and its lists anew, after files of the site have changed."""
    files = ((file.relative_to(site).as_posix(), file) for file in site.rglob("*") if file.is_file())
    kept = [luring.Berkas.of(path, file.read_bytes()) for path, file in files if luring.disimpan(path)]
    for path, text in luring.export(buku, kept, versi, today().replace(year=2100)).items():
        (site / path).write_text(text, encoding="utf-8")


def until(page: Page, question: str, seconds: float = 20) -> None:
    """Ask a page again and again, also over its reloading, until an asynchronous question is answered with yes."""
    end = monotonic() + seconds
    while monotonic() < end:
        with suppress(Error):  # asked in the middle of a navigation
            if page.evaluate(question):
                return
        page.wait_for_timeout(50)
    pytest.fail(f"still not: {question}")


def visit(page: Page, url: str) -> None:
    """Open a page and wait until the worker stands."""
    page.goto(url)
    until(page, READY)


def visit_kept(page: Page, url: str) -> None:
    """Open a page and wait until it is kept."""
    visit(page, url)
    until(page, "async () => Boolean(await caches.match(location.href))")


def save(page: Page, pages: PagesServer, path: str = "tentang/luring/") -> None:
    visit(page, pages.url + path)
    page.locator("[data-mulai]").click()
    expect(page.locator("[data-kabar]")).to_contain_text("Selesai", timeout=60_000)


def offline(page: Page, log: PageLog) -> None:
    page.context.set_offline(True)
    log.errors.clear()


def names(page: Page) -> list[str]:
    found: list[str] = page.evaluate("caches.keys()")
    return sorted(found)
