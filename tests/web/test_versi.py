"""Versions of the site that never mix, a new release, and the kill switch, in a real browser."""

import pytest
from playwright.sync_api import Page, expect

from handbook.model.handbook import Handbook
from handbook.site import luring
from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.site_build import ROOT
from tests.web.luring import KEPT, LIKE, NEW, names, offline, release, save, until, visit_kept

pytestmark = pytest.mark.usefixtures("quiet")


def test_a_page_gets_no_index_of_another_version(reader: Page, terbitan: PagesServer, buku: Handbook, page_log: PageLog) -> None:
    """The old set is kept, the page comes new from the network: without one, its search fails rather than answer from the old set."""
    save(reader, terbitan, "wilayah/kota-tegal/")
    release(terbitan, buku, "Bolehkah saya menyukai unggahan calon?", "Pertanyaan yang baru?")
    reader.goto(terbitan.url + LIKE)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Pertanyaan yang baru?")
    offline(reader, page_log)
    reader.keyboard.press("/")
    reader.keyboard.type("pakai mobil dinas")
    expect(reader.locator("[data-gagal]").last).to_be_visible()
    reader.goto(terbitan.url + LIKE)
    expect(reader.locator(KEPT)).to_be_visible()
    reader.keyboard.press("/")
    reader.keyboard.type("pakai mobil dinas")
    expect(reader.locator(".cari__kartu")).to_be_visible()


def test_a_kept_page_takes_nothing_from_a_network_that_has_moved_on(reader: Page, terbitan: PagesServer, buku: Handbook) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    release(terbitan, buku, "Bolehkah saya menyukai unggahan calon?", "Pertanyaan yang baru?")
    terbitan.fail(LIKE, 503)
    reader.goto(terbitan.url + LIKE)
    expect(reader.locator(KEPT)).to_be_visible()
    before = len(terbitan.requests)
    reader.keyboard.press("/")
    reader.keyboard.type("boleh like postingan calon")
    expect(reader.locator(".cari__kartu")).to_contain_text("menyukai unggahan calon")
    assert [path for path in terbitan.requests[before:] if path.startswith(("cari/", "assets/"))] == []


def test_an_open_page_hears_of_a_new_version_and_loads_it(reader: Page, terbitan: PagesServer, buku: Handbook) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    reader.reload()
    release(terbitan, buku, "Bolehkah saya menyukai unggahan calon?", "Pertanyaan yang baru?")
    reader.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")
    strip = reader.locator("[data-pita]")
    expect(strip).to_contain_text("Versi baru tersedia.")
    assert strip.get_attribute("role") == "status"
    strip.get_by_role("button", name="Muat ulang").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Pertanyaan yang baru?")
    until(reader, f"async () => (await caches.keys()).includes('netralitas:/repo/:dibuka:{NEW}')")
    expect(strip).to_be_empty()


def test_an_interrupted_update_leaves_the_old_worker_and_its_files(
    reader: Page, terbitan: PagesServer, buku: Handbook, page_log: PageLog
) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    style = terbitan.root / "assets/stylesheets/netralitas.css"
    style.write_text(style.read_text("utf-8") + "/* baru */", encoding="utf-8")
    release(terbitan, buku, "Bolehkah saya menyukai unggahan calon?", "Pertanyaan yang baru?")
    terbitan.fail("assets/stylesheets/netralitas.css", "cut")
    reader.evaluate("""navigator.serviceWorker.ready.then(async (registration) => {
      const { installing } = await registration.update();
      await new Promise((done) => installing.addEventListener("statechange", done));
    })""")
    offline(reader, page_log)
    reader.goto(terbitan.url + LIKE)
    expect(reader.get_by_role("heading", level=1)).to_contain_text("menyukai unggahan calon")
    assert reader.evaluate("getComputedStyle(document.querySelector('.kepala')).backgroundColor") == "rgb(44, 38, 64)"


def test_the_kill_switch_deletes_everything_and_itself(reader: Page, terbitan: PagesServer) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    reader.evaluate("Promise.all([caches.open('netralitas:/repo/:simpanan:0'), caches.open('netralitas:/tetangga/:kerangka')])")
    (terbitan.root / "sw.js").write_text(luring.berhenti(ROOT / "overrides"), encoding="utf-8")
    for file in terbitan.root.rglob("*.html"):
        file.write_text(file.read_text("utf-8").replace(" data-luring>", ">").replace(" data-luring ", " "), encoding="utf-8")
    reader.goto(terbitan.url)
    until(reader, "async () => !(await navigator.serviceWorker.getRegistration())")
    reader.goto(terbitan.url)
    assert names(reader) == ["netralitas:/tetangga/:kerangka"]
    assert reader.evaluate("navigator.serviceWorker.controller") is None


def test_the_worker_keeps_to_its_own_path_and_name(reader: Page, terbitan: PagesServer) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    assert reader.evaluate("navigator.serviceWorker.ready.then(({ scope }) => new URL(scope).pathname)") == "/repo/"
    assert [name for name in names(reader) if not name.startswith("netralitas:/repo/:")] == []
    assert reader.evaluate("indexedDB.databases()") == []
