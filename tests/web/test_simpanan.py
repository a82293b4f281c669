"""What a reader keeps, in a real browser: opened pages for a day, and sets until they are deleted."""

import re

import pytest
from playwright.sync_api import Page, expect

from handbook.model.handbook import Handbook
from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.web.luring import ADDRESSES, KEPT, LIKE, NEW, names, offline, release, save, until, visit, visit_kept

pytestmark = pytest.mark.usefixtures("quiet")


# --- Opened pages ---


def test_an_opened_page_is_there_without_a_network_and_says_its_day(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    expect(reader.locator(KEPT)).to_have_count(0)
    reader.goto(terbitan.url + "perbuatan/?q=rahasia")
    until(reader, "async () => Boolean(await caches.match(location.pathname))")
    assert not [address for address in reader.evaluate(ADDRESSES) if "rahasia" in address]
    offline(reader, page_log)
    reader.goto(terbitan.url + LIKE)
    expect(reader.locator(KEPT)).to_contain_text(re.compile(r"Anda membaca simpanan per \d+ \w+ \d{4}\."))
    expect(reader.locator(".jawaban .putusan--dilarang").first).to_be_visible()
    assert reader.evaluate("getComputedStyle(document.querySelector('.kepala')).backgroundColor") == "rgb(44, 38, 64)"


def test_a_page_that_is_not_kept_says_so_and_leads_on(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    offline(reader, page_log)
    answer = reader.goto(terbitan.url + "panduan/melapor/")
    assert answer is not None
    assert answer.status == 503
    expect(reader.get_by_role("heading", name="Halaman ini belum tersimpan")).to_be_visible()
    assert reader.locator("main a").first.get_attribute("href") in ("/repo/", "/repo/.")


def test_a_slow_network_does_not_keep_a_kept_page_waiting(reader: Page, terbitan: PagesServer) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    terbitan.fail(LIKE, "delay")
    reader.goto(terbitan.url + LIKE)
    expect(reader.locator(KEPT)).to_be_visible()


def test_with_a_network_the_new_text_is_seen_at_once(reader: Page, terbitan: PagesServer, buku: Handbook) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    release(terbitan, buku, "Bolehkah saya menyukai unggahan calon?", "Pertanyaan yang baru?")
    reader.goto(terbitan.url + LIKE)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Pertanyaan yang baru?")


def test_a_new_visit_forgets_what_the_last_one_opened(reader: Page, terbitan: PagesServer) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    kept = "(async (path) => Boolean(await caches.match(new URL(path, location.origin + '/repo/'))))"
    reader.goto(terbitan.url + "perbuatan/")
    until(reader, "async () => Boolean(await caches.match(location.href))")
    assert reader.evaluate(kept, LIKE)
    reader.goto("about:blank")
    reader.goto(terbitan.url + "panduan/")
    until(reader, "async () => Boolean(await caches.match(location.href))")
    assert not reader.evaluate(kept, LIKE)


def test_leaving_in_a_hurry_forgets_the_pages(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    reader.goto(terbitan.url + "cek/")
    reader.route("https://www.bmkg.go.id/**", lambda route: route.fulfill(body="cuaca"))
    reader.get_by_role("button", name="Keluar cepat").click()
    reader.wait_for_url("https://www.bmkg.go.id/")
    page_log.foreign.clear()
    other = reader.context.new_page()
    other.goto(terbitan.url + "luring/ringkas.json")
    until(other, "async () => !(await caches.keys()).some((name) => name.includes(':dibuka:'))")


# --- Kept sets ---


def test_the_whole_book_answers_in_flight_mode(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    visit(reader, terbitan.url + "tentang/luring/")
    expect(reader.locator("[data-ukuran]")).to_contain_text(re.compile(r"Ukurannya \d+(,\d)? MB \(\d+ berkas\)"))
    save(reader, terbitan)
    expect(reader.locator("[data-ukuran]")).to_contain_text("Tersimpan di perangkat ini: isi per")
    offline(reader, page_log)
    reader.goto(terbitan.url + "peraturan/pp-94-2021/")
    expect(reader.locator(KEPT)).to_be_visible()
    reader.keyboard.press("/")
    reader.keyboard.type("boleh like postingan calon")
    expect(reader.locator(".cari__kartu")).to_contain_text("Dilarang")
    reader.locator(".cari__kartu").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("menyukai unggahan calon")
    reader.goto(terbitan.url + "cek/")
    reader.get_by_label("Ketik perbuatannya").fill("pakai kaus calon")
    reader.locator("[data-temuan] a").first.click()
    reader.get_by_role("radio", name="PNS", exact=True).check(force=True)
    expect(reader.locator(".cek__jawaban .jawaban__putusan")).to_be_visible()
    assert reader.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_region_is_kept_with_what_its_pages_need(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    offline(reader, page_log)
    for path in ("wilayah/kota-tegal/", LIKE, "panduan/tertekan/", "peraturan/skb-2022/", "cek/"):
        reader.goto(terbitan.url + path)
        expect(reader.locator(KEPT)).to_be_visible()
    assert reader.goto(terbitan.url + "wilayah/kota-tangerang/").status == 503  # type: ignore[union-attr]


def test_what_was_kept_is_deleted_when_asked(reader: Page, terbitan: PagesServer) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    reader.get_by_role("button", name="Hapus simpanan").click()
    expect(reader.locator("[data-kabar]")).to_contain_text("dihapus")
    assert names(reader) == ["netralitas:/repo/:kerangka"]


def test_opened_pages_can_be_deleted_by_whoever_kept_nothing(reader: Page, terbitan: PagesServer) -> None:
    visit_kept(reader, terbitan.url + "tentang/luring/")
    reader.reload()
    reader.get_by_role("button", name="Hapus simpanan").click()
    expect(reader.locator("[data-kabar]")).to_contain_text("dihapus")
    assert names(reader) == ["netralitas:/repo/:kerangka"]


def test_an_opened_page_is_not_shown_after_a_day(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    offline(reader, page_log)
    # Until it is found as it was left: a visit keeps the page twice, and the second time may come late.
    until(reader, """async () => {
      const cache = await caches.open((await caches.keys()).find((name) => name.includes(":dibuka:")));
      const [kept, old] = [await cache.match(location.href), new Date(Date.now() - 25 * 3600 * 1000).toISOString()];
      if (kept.headers.get("x-disimpan") <= old) return true;
      const headers = { "Content-Type": "text/html", "x-disimpan": old };
      await cache.put(location.href, new Response(await kept.text(), { headers }));
      return false;
    }""")
    assert reader.goto(terbitan.url + LIKE).status == 503  # type: ignore[union-attr]


def test_a_broken_off_saving_keeps_the_former_set_whole(reader: Page, terbitan: PagesServer, buku: Handbook, page_log: PageLog) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    release(terbitan, buku, "Bolehkah saya menyukai unggahan calon?", "Pertanyaan yang baru?")
    terbitan.fail("perbuatan/tim-pemenangan/", "cut")
    reader.goto(terbitan.url + "wilayah/kota-tegal/")
    reader.get_by_role("button", name="Perbarui simpanan").click()
    expect(reader.locator("[data-kabar]")).to_contain_text("simpanan lama tetap utuh", timeout=60_000)
    offline(reader, page_log)
    for path in (LIKE, "perbuatan/tim-pemenangan/", "wilayah/kota-tegal/"):
        reader.goto(terbitan.url + path)
        assert reader.locator("body").get_attribute("data-terbitan") != NEW
    reader.goto(terbitan.url + LIKE)
    expect(reader.get_by_role("heading", level=1)).to_contain_text("menyukai unggahan calon")
    reader.context.set_offline(False)
    terbitan.heal()
    before = len(terbitan.requests)
    reader.goto(terbitan.url + "wilayah/kota-tegal/")
    reader.get_by_role("button", name="Perbarui simpanan").click()
    expect(reader.locator("[data-kabar]")).to_contain_text("Selesai", timeout=60_000)
    assert not [path for path in terbitan.requests[before:] if path.startswith("cari/impak")], "what did not change is not loaded again"
    offline(reader, page_log)
    reader.goto(terbitan.url + LIKE)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Pertanyaan yang baru?")
    expect(reader.locator(KEPT)).to_contain_text("1 Januari 2100")


def test_a_false_file_is_not_kept(reader: Page, terbitan: PagesServer) -> None:
    visit(reader, terbitan.url + "wilayah/kota-tegal/")
    terbitan.fail("perbuatan/memilih/", "flip")
    reader.locator("[data-mulai]").click()
    expect(reader.locator("[data-kabar]")).to_contain_text("Unduhan terputus", timeout=60_000)
    assert reader.evaluate("caches.match('/repo/luring/simpanan.json')") is None
