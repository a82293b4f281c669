"""A laboratory of faults: a site, a server that spoils chosen files, and a reader's browser that has seen nothing yet."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from tests.conftest import PHONE
from tests.pages_server import Mode, PagesServer

Way = Mode | str  # how a file fails: as the server knows, or "offline"
# When the message of the search appeared, by the page's own clock.
TIMED = """(() => {
  new MutationObserver(() => {
    const gagal = document.querySelector("dialog.cari [data-gagal]");
    if (gagal && !gagal.hidden) window.__gagal ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
})()"""
STATE = """() => {
  const dialog = document.querySelector("dialog.cari");
  const part = (name) => dialog.querySelector(`[data-${name}]`);
  return {
    shown: [...dialog.querySelectorAll("[role=option]")].map((one) => [one.pathname + one.hash, one.textContent]),
    told: !part("gagal").hidden, nothing: !part("nihil").hidden, kabar: part("kabar").textContent,
    mixed: part("pesan").textContent.includes("versi yang lain daripada halaman ini"),
    way: Boolean(part("gagal").querySelector("a[href$='perbuatan/']") && part("gagal").querySelector("[data-ulang]")),
    took: ((window.__gagal ?? window.__tanya) - window.__tanya) / 1000,
  };
}"""
SETTLED = """() => {
  const dialog = document.querySelector("dialog.cari");
  return dialog.querySelector("[role=option]") || ["gagal", "nihil"].some((name) => !dialog.querySelector(`[data-${name}]`).hidden);
}"""
PUT = """(query) => {
  document.querySelector("dialog.cari input[role=combobox]").value = query;
  window.__tanya = performance.now();
  document.querySelector("dialog.cari [data-saringan]").dispatchEvent(new Event("change"));
}"""
State = dict[str, Any]


class Laboratorium:
    """A browser and a server."""

    def __init__(self, browser: Browser, server: PagesServer) -> None:
        self.browser, self.server = browser, server
        self.thrown: list[str] = []  # what no page of this laboratory may do: errors that nobody caught

    @contextmanager
    def page(self, path: str = "") -> Iterator[Page]:
        """Open a page in a fresh browser."""
        context = self.browser.new_context(viewport=PHONE, locale="id-ID", service_workers="block")  # type: ignore[arg-type]
        context.set_default_timeout(40_000)
        context.on("weberror", lambda error: self.thrown.append(str(error.error)))
        context.add_init_script(TIMED)
        page = context.new_page()
        page.goto(self.server.url + path)
        yield page
        context.close()

    def spoil(self, page: Page, pattern: str, way: Way) -> None:
        """Make files of a pattern ("cari/impak-*") fail from now on."""
        if way == "offline":
            wanted = re.compile(re.escape(self.server.base + pattern).replace(r"\*", ".*") + "$")
            page.route(wanted, lambda route: route.abort("internetdisconnected"))
        else:
            self.server.fail(pattern, way)  # type: ignore[arg-type]

    def heal(self, *pages: Page) -> None:
        """Take every fault away."""
        self.server.heal()
        for page in pages:
            page.unroute_all(behavior="wait")


def put(page: Page, query: str) -> None:
    """Put a whole question to the search, at once: no keystroke before it fetches anything, and its last word is no beginning."""
    page.locator("[data-cari-buka]").first.click()
    page.evaluate(PUT, query)


def state(page: Page) -> State:
    """What the search says, once it says something; ``took`` are the seconds until it said that it failed."""
    page.wait_for_function(SETTLED)
    found: State = page.evaluate(STATE)
    return found


def again(page: Page) -> State:
    """Try again, as the message offers."""
    page.locator("dialog.cari [data-ulang]").click()
    return state(page)


def same(one: State, other: State) -> bool:
    """Tell whether two answers are the same for a reader."""
    return all(one[key] == other[key] for key in ("shown", "nothing", "kabar", "told"))
