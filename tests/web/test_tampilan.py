"""What readers see, in a real browser: the answer first, on a small phone, with and without scripts."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.pages_server import PagesServer

KINDS = [
    "", "perbuatan/", "perbuatan/menyukai-unggahan/", "perbuatan/menghadiri-kampanye/", "peraturan/", "peraturan/pp-94-2021/",
    "wilayah/", "wilayah/kota-tangerang/", "wilayah/kota-tangerang/edaran/se-kota-tangerang-2024/", "kasus/", "kasus/semarang-2024-like/",
    "panduan/", "panduan/tertekan/", "panduan/sanksi/", "panduan/kalender/", "glosarium/", "sumber/", "cari/", "tentang/",
]  # fmt: skip


def acts(situs: Path) -> list[str]:
    return sorted(f"perbuatan/{path.parent.name}/" for path in situs.glob("perbuatan/*/index.html"))


def test_every_act_answers_in_the_first_screen_of_a_small_phone(page: Page, server: PagesServer, situs: Path) -> None:
    late = {}
    for act in acts(situs):
        page.goto(server.url + act)
        box = page.locator(".jawaban__ringkas").bounding_box()
        assert box
        if box["y"] + box["height"] > 740:
            late[act] = box["y"] + box["height"]
    assert late == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_kind_is_wider_than_the_screen(open_page: Callable[..., Page], server: PagesServer, width: int, scheme: str) -> None:
    page = open_page(viewport={"width": width, "height": 740}, color_scheme=scheme)
    wide = {}
    for path in (*KINDS, "tentang/asisten/"):  # the one page with code in it
        page.goto(server.url + path)
        excess = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if excess > 0:
            wide[path] = excess
    assert wide == {}


def test_without_scripts_the_answers_and_an_index_are_there(open_page: Callable[..., Page], server: PagesServer, situs: Path) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(server.url + "perbuatan/menyukai-unggahan/")
    assert page.locator(".jawaban .putusan--dilarang").first.is_visible()
    assert page.locator("[data-tema-tombol]").is_hidden()
    page.locator(".tombol-cari").click()
    assert page.url == server.url + "cari/"
    assert page.locator("input:visible, button:visible").count() == 0  # a search box would swallow the question
    assert page.locator(".daftar-perbuatan a").count() == len(acts(situs))


def test_the_table_of_contents_can_be_opened_without_scripts(open_page: Callable[..., Page], server: PagesServer) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(server.url + "peraturan/pp-94-2021/")
    page.locator(".daftar-isi summary").click()
    page.locator(".daftar-isi a", has_text="Pasal 42").click()
    assert page.url.endswith("#pasal-42")


def test_light_and_dark_are_remembered(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    button = page.locator("[data-tema-tombol]")
    assert button.inner_text().strip() == "Tampilan gelap"
    button.click()
    page.goto(server.url + "perbuatan/")
    assert page.locator("html").get_attribute("data-tema") == "gelap"
    assert page.evaluate("getComputedStyle(document.body).colorScheme") == "dark"


def test_an_unknown_address_helps_on(page: Page, server: PagesServer, page_log: object) -> None:
    answer = page.goto(server.url + "perbuatan/tidak-ada/")
    assert answer is not None
    assert answer.status == 404
    assert page.get_by_role("heading", name="Halaman tidak ditemukan").is_visible()
    page.get_by_role("link", name="Semua pertanyaan").first.click()
    assert page.url == server.url + "perbuatan/"
    page_log.errors.clear()  # type: ignore[attr-defined] # the browser itself notes the 404


def test_a_page_prints_its_answer_and_not_its_doors(page: Page, server: PagesServer) -> None:
    page.goto(server.url + "perbuatan/menyukai-unggahan/")
    page.emulate_media(media="print")
    assert page.locator(".jawaban").is_visible()
    assert page.locator(".utama").is_hidden()
    assert page.locator(".tombol-cari").is_hidden()


def test_every_act_prints_as_one_sheet_that_names_its_address_and_day(page: Page, server: PagesServer, situs: Path) -> None:
    sheets = {}
    for act in acts(situs):
        page.goto(server.url + act)
        sheets[act] = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert {act: count for act, count in sheets.items() if count != 1} == {}
    page.emulate_media(media="print")
    assert page.locator(".hanya-cetak").inner_text().startswith("Kartu ringkas.")
    assert server.url + acts(situs)[-1] in page.locator(".hanya-cetak").inner_text()
