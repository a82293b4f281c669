"""What the self-check leaves behind: nothing, unless the reader asks for it; and the ways out of it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.web.cek import ANSWER, VERDICT, choose, open_check

# Of what is kept, the addresses that only some readers have; assets and the page for no connection everybody has.
KEPT_ADDRESSES = """async () => {
  const names = (await caches.keys()).filter((name) => !name.endsWith(":kerangka"));
  const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return keys.flat().map(({ url }) => url.split("/repo/")[1]);
}"""


def storage(page: Page) -> Any:
    return page.evaluate("[...Object.entries(localStorage), ...Object.entries(sessionStorage)]")


@pytest.mark.parametrize("worker", ["block", "allow"])
def test_nothing_leaves_the_page_and_nothing_stays(open_page: Callable[..., Page], server: PagesServer, worker: str) -> None:
    page = open_page(service_workers=worker)
    open_check(page, server)
    page.wait_for_load_state("networkidle")
    if worker == "allow":  # what it keeps of the site it loads once, whoever reads
        page.evaluate("navigator.serviceWorker.ready")
        page.wait_for_timeout(2000)
    before, entries, address = list(server.requests), page.evaluate("history.length"), page.url
    page.get_by_label("Ketik perbuatannya").type("pakai kaus calon")
    page.locator("[data-temuan] a").first.click()
    page.get_by_role("radio", name="PPPK", exact=True).check(force=True)
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.get_by_label("Tahap").select_option("kampanye")
    page.locator("[name=wilayah]").select_option("kota-tegal")
    page.get_by_label("Tanggal kejadian").fill("2024-10-01")
    expect(page.locator(VERDICT)).to_contain_text("Dilarang")
    page.get_by_role("button", name="Tambah lain").click()
    choose(page, "menghadiri kampanye calon", "PNS")
    expect(page.locator(ANSWER)).to_have_count(2)
    assert server.requests == before
    assert (page.url, page.evaluate("history.length"), storage(page)) == (address, entries, [])
    assert page.context.cookies() == []
    assert page.evaluate(KEPT_ADDRESSES) == ([] if worker == "block" else ["cek/"])


def test_it_works_without_a_network_once_open(page: Page, server: PagesServer, page_log: PageLog) -> None:
    open_check(page, server)
    page.wait_for_load_state("networkidle")
    page.context.set_offline(True)
    page.get_by_label("Ketik perbuatannya").type("cuti buat dampingi istri calon")
    expect(page.locator("[data-temuan] a").first).to_be_visible()
    page.locator("[data-temuan] a").first.click()
    page.get_by_role("radio", name="PNS", exact=True).check(force=True)
    expect(page.locator(VERDICT)).to_be_visible()
    page.get_by_role("button", name="Keluar cepat").click()
    page.wait_for_url("about:blank")
    page_log.errors.clear()


def test_two_presses_of_escape_leave_too(page: Page, server: PagesServer, page_log: PageLog) -> None:
    open_check(page, server)
    page.route("https://www.bmkg.go.id/**", lambda route: route.fulfill(body="cuaca"))
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.wait_for_url("https://www.bmkg.go.id/")
    page_log.foreign.clear()
    page_log.errors.clear()


def test_role_and_region_are_kept_only_when_asked(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.get_by_role("radio", name="PPPK", exact=True).check(force=True)
    assert storage(page) == []
    page.get_by_label("Ingat peran dan wilayah saya").check()
    page.locator("[name=wilayah]").select_option("kota-tegal")
    assert storage(page) == [["netralitas:/repo/:saya", json.dumps({"peran": "pppk", "wilayah": "kota-tegal"}, separators=(",", ":"))]]
    page.reload()
    expect(page.get_by_role("radio", name="PPPK", exact=True)).to_be_checked()
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.get_by_label("Ingat peran dan wilayah saya").uncheck()
    assert storage(page) == []


def test_the_way_out_empties_the_page_and_the_history(page: Page, server: PagesServer, page_log: PageLog) -> None:
    page.goto(server.url)
    open_check(page, server)
    choose(page, "menyukai unggahan calon", "PNS")
    page.route("https://www.bmkg.go.id/**", lambda route: route.fulfill(body="cuaca"))
    page.get_by_role("button", name="Keluar cepat").click()
    page.wait_for_url("https://www.bmkg.go.id/")
    page.go_back()
    assert page.url == server.url
    page_log.foreign.clear()
    page_log.errors.clear()


def test_focus_is_never_under_the_way_out(page: Page, server: PagesServer) -> None:
    open_check(page, server, "#perbuatan=menyukai-unggahan&peran=pns&tahap=kampanye")
    expect(page.locator(VERDICT)).to_be_visible()
    hidden = page.evaluate("""() => {
      const bar = document.querySelector(".cek__keluar");
      const covered = [];
      for (const one of document.querySelectorAll("main a[href], main button, main input, main summary, main select")) {
        if (bar.contains(one) || !one.checkVisibility()) continue;
        one.focus();
        const [top, edge] = [one, bar].map((element) => element.getBoundingClientRect().top);
        if (document.activeElement === one && top >= edge) covered.push(one.textContent);
      }
      return covered;
    }""")
    assert hidden == []
