"""Reading without a network, in a real browser: what is kept, what never mixes, what a new release and the kill switch do."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Error, Page, expect

from handbook.clock import today
from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.site import luring
from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.site_build import ROOT
from tests.web.test_akses import findings

LIKE = "perbuatan/menyukai-unggahan/"
WORKBOX = ROOT / "overrides" / luring.MILIK_PEKERJA
KEPT = ".simpanan"
# How the browser words what these tests do to it: no network, a file with another digest.
NETWORK = ("Failed to load resource", "ERR_", "error occurred when fetching the script", "valid digest", "Fetch API cannot load")
NEW = "f" * 16

ADDRESSES = """async () => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  return (await Promise.all(caches_.map((cache) => cache.keys()))).flat().map(({ url }) => url);
}"""
READY = """async () => {
  const { active, installing, waiting } = await navigator.serviceWorker.ready;
  const names = await caches.keys();
  return active.state === "activated" && !installing && !waiting && names.some((name) => name.endsWith(":kerangka"));
}"""


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(ROOT / "docs", today())
    assert handbook is not None, problems
    return handbook


@pytest.fixture
def terbitan(situs: Path, tmp_path: Path) -> Iterator[PagesServer]:
    """A copy of the site with a server of its own, whose files a test may change."""
    pages = PagesServer(tmp_path / "site")
    shutil.copytree(situs, pages.root)
    pages.start()
    yield pages
    pages.stop()


@pytest.fixture
def reader(open_page: Callable[..., Page]) -> Page:
    return open_page(service_workers="allow")


def release(pages: PagesServer, buku: Handbook, old: str, new: str, versi: str = NEW, disusun: str = "2100-01-01") -> None:
    """Publish another version: ``old`` becomes ``new`` in every page, whatever the pages say of version and day with it."""
    for file in pages.root.rglob("*.html"):
        mark = f'data-terbitan="{versi}" data-disusun="{disusun}"'
        text = re.sub(r'data-terbitan="\w+" data-disusun="[\d-]+"', mark, file.read_text("utf-8"))
        file.write_text(text.replace(old, new), encoding="utf-8")
    files = ((file.relative_to(pages.root).as_posix(), file) for file in pages.root.rglob("*") if file.is_file())
    kept = [luring.Berkas.of(path, file.read_bytes()) for path, file in files if luring.disimpan(path)]
    for path, text in luring.export(buku, kept, versi, today().replace(year=2100)).items():
        (pages.root / path).write_text(text, encoding="utf-8")


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


@pytest.fixture(autouse=True)
def _quiet(page_log: PageLog) -> Iterator[None]:
    """A browser calls every failed request an error; here they are made on purpose. Broken policy and scripts are not."""
    yield
    page_log.errors[:] = [error for error in page_log.errors if not any(part in error for part in NETWORK)]


# --- Kept pages ---


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
    reader.evaluate("""async () => {
      const cache = await caches.open((await caches.keys()).find((name) => name.includes(":dibuka:")));
      const kept = await cache.match(location.href);
      const headers = { "Content-Type": "text/html", "x-disimpan": new Date(Date.now() - 25 * 3600 * 1000).toISOString() };
      await cache.put(location.href, new Response(await kept.text(), { headers }));
    }""")
    offline(reader, page_log)
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


# --- Versions ---


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


# --- Age ---


@pytest.mark.parametrize(("days", "umur", "shown"), [(10, "baru", True), (40, "tua", True), (120, "usang", False)])
def test_a_kept_page_ages_before_the_readers_eyes(
    reader: Page, terbitan: PagesServer, page_log: PageLog, days: int, umur: str, shown: bool
) -> None:
    visit_kept(reader, terbitan.url + LIKE)
    offline(reader, page_log)
    built = date.fromisoformat(str(reader.locator("body").get_attribute("data-disusun")))
    reader.clock.set_fixed_time(datetime.combine(built + timedelta(days=days), time(12), UTC))
    reader.goto(terbitan.url + LIKE)
    expect(reader.locator(KEPT)).to_have_attribute("data-umur", umur)
    expect(reader.locator(".jawaban")).to_be_visible(visible=shown)


@pytest.mark.parametrize(("days", "late"), [(0, False), (1, True)])
def test_an_overdue_page_says_so_on_the_day_itself(page: Page, server: PagesServer, days: int, late: bool) -> None:
    page.goto(server.url + LIKE)
    due = date.fromisoformat(str(page.locator("[data-tinjau-sebelum]").get_attribute("data-tinjau-sebelum")))
    page.clock.set_fixed_time(datetime.combine(due + timedelta(days=days), time(12), UTC))
    page.reload()
    expect(page.locator(".terlambat")).to_have_count(int(late))
    if late:
        expect(page.locator(".terlambat")).to_contain_text("Lewat tenggat tinjau")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_said_of_age_and_of_news_is_accessible(
    open_page: Callable[..., Page], server: PagesServer, scheme: str, modul: Callable[[Page], None]
) -> None:
    page = open_page(color_scheme=scheme)
    modul(page)
    page.clock.set_fixed_time(datetime(2030, 1, 1, 12, tzinfo=UTC))
    page.goto(server.url + LIKE)
    page.evaluate("""async () => {
      const { announce } = await import("/repo/modul/luring/pita.js");
      announce("Versi baru tersedia.", "Muat ulang", () => {});
    }""")
    expect(page.locator(".terlambat")).to_be_visible()
    assert findings(page) == []


def test_without_scripts_a_page_says_by_when_it_is_due(open_page: Callable[..., Page], server: PagesServer) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(server.url + LIKE)
    expect(page.locator("[data-tinjau-sebelum]")).to_contain_text(re.compile(r"Ditinjau lagi paling lambat \d+ \w+ \d{4}"))


# --- The files ---


def test_the_library_is_the_one_named() -> None:
    named = dict(re.findall(r"\| (workbox-\w+\.prod\.js) \|.*\| ([0-9a-f]{64}) \|", (WORKBOX / "README.md").read_text("utf-8")))
    assert named == {file.name: sha256(file.read_bytes()).hexdigest() for file in WORKBOX.glob("*.js")}
    assert {f"{luring.MILIK_PEKERJA}{name}" for name in named} == set(luring.PUSTAKA)


def test_the_list_names_every_file_as_it_is(situs: Path) -> None:
    manifes = json.loads((situs / "luring/manifes.json").read_text("utf-8"))
    for alamat, ukuran, sidik in manifes["berkas"]:
        path = f"{alamat}index.html" if alamat == "" or alamat.endswith("/") else alamat
        assert luring.Berkas.of(path, (situs / path).read_bytes()) == luring.Berkas(alamat, ukuran, sidik)
    assert len(manifes["paket"]["buku"]["berkas"]) == len(manifes["berkas"])
    pages = [file for file in situs.rglob("*.html") if file.name != "404.html"]
    versions = {re.search(r'data-terbitan="(\w+)"', file.read_text("utf-8")).group(1) for file in pages}  # type: ignore[union-attr]
    assert versions == {manifes["versi"]}
