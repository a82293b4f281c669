"""A neighbour on the same origin can write into our caches: what it put there is neither shown, nor run, nor saved again.

Nor does it make old law look fresh, or keep a reader from saving anew and from deleting.
"""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from playwright.sync_api import Page, expect

from handbook.model.handbook import Handbook
from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.web.cek import open_check
from tests.web.luring import KEPT, LIKE, offline, release, save

pytestmark = pytest.mark.usefixtures("quiet")

# What a page of another project on this origin may do: replace whatever our caches hold of an address.
POISON = """async ([ends, from, to]) => {
  let many = 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      if (!new URL(request.url).pathname.endsWith(ends)) continue;
      const kept = await cache.match(request);
      await cache.put(request, new Response((await kept.text()).replaceAll(from, to), { headers: kept.headers }));
      many += 1;
    }
  }
  return many;
}"""


def test_what_a_neighbour_put_into_the_caches_is_not_shown(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    assert reader.evaluate(POISON, [f"/{LIKE}", "Dilarang", "Boleh"]) == 1
    assert reader.evaluate(POISON, ["/netralitas.css", "{", "{ color: red !important; "]) > 0
    offline(reader, page_log)
    assert reader.goto(terbitan.url + LIKE).status == 503  # type: ignore[union-attr]
    expect(reader.get_by_role("heading", name="Halaman ini belum tersimpan")).to_be_visible()
    reader.goto(terbitan.url + "perbuatan/memilih/")
    expect(reader.locator(KEPT)).to_be_visible()
    assert reader.evaluate("getComputedStyle(document.querySelector('h1')).color") != "rgb(255, 0, 0)"


def test_what_a_neighbour_put_into_a_set_is_not_saved_again(reader: Page, terbitan: PagesServer, buku: Handbook, page_log: PageLog) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    assert reader.evaluate(POISON, ["/repo/cari/manifes.json", "boleh", "wajib"]) == 1
    release(terbitan, buku, "Bolehkah saya menyukai unggahan calon?", "Pertanyaan yang baru?")
    reader.goto(terbitan.url + "wilayah/kota-tegal/")
    reader.get_by_role("button", name="Perbarui simpanan").click()
    expect(reader.locator("[data-kabar]")).to_contain_text("Selesai", timeout=60_000)
    offline(reader, page_log)
    reader.goto(terbitan.url + LIKE)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Pertanyaan yang baru?")
    reader.keyboard.press("/")
    reader.keyboard.type("boleh like postingan calon")
    expect(reader.locator(".cari__kartu")).to_contain_text("menyukai unggahan calon")


def test_a_page_whose_scripts_were_spoiled_does_not_hide_its_age(reader: Page, terbitan: PagesServer, page_log: PageLog) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    built = date.fromisoformat(str(reader.locator("body").get_attribute("data-disusun")))
    spoiled = str(reader.locator("script[type=module][src]").first.get_attribute("src")).rpartition("/")[2]
    assert reader.evaluate(POISON, [spoiled, "import", "impor"]) > 0
    offline(reader, page_log)
    reader.clock.set_fixed_time(datetime.combine(built + timedelta(days=200), time(12), UTC))
    assert reader.goto(terbitan.url + LIKE).status == 503  # type: ignore[union-attr]
    expect(reader.get_by_role("heading", name="Halaman ini belum tersimpan")).to_be_visible()


@pytest.mark.parametrize("scribble", ["{", '{"versi": "0", "disusun": "2020-01-01", "paket": ["constructor"]}', '{"paket": 1}'])
def test_a_spoiled_mark_keeps_nobody_from_saving_and_deleting(reader: Page, terbitan: PagesServer, scribble: str) -> None:
    save(reader, terbitan, "wilayah/kota-tegal/")
    reader.evaluate(
        """async (text) => {
          const name = (await caches.keys()).find((name) => name.includes(":simpanan:"));
          await (await caches.open(name)).put("/repo/luring/simpanan.json", new Response(text));
        }""",
        scribble,
    )
    save(reader, terbitan, "wilayah/kota-tegal/")
    reader.get_by_role("button", name="Hapus simpanan").click()
    expect(reader.locator("[data-kabar]")).to_contain_text("dihapus")


def test_names_on_the_device_are_the_sites_own(reader: Page, terbitan: PagesServer) -> None:
    open_check(reader, terbitan)
    reader.locator("summary", has_text="Kapan dan di mana").click()
    reader.get_by_role("radio", name="PNS", exact=True).check(force=True)
    reader.get_by_label("Ingat peran dan wilayah saya").check()
    reader.get_by_role("button", name="Tampilan").click()
    reader.keyboard.press("/")
    reader.locator("[data-pintasan]").uncheck()
    assert sorted(reader.evaluate("Object.keys(localStorage)")) == [f"netralitas:/repo/:{name}" for name in ("pintasan", "saya", "tema")]
