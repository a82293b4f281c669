"""Regions and filters of the search dialog: what comes first, what is hidden, and how both are taken off again."""

import re
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.web.dialog import BOX, DIALOG, OPTION, STATUS, search


def test_a_region_comes_first_and_keeps_the_national_rule(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "edaran netralitas")
    expect(page.locator(OPTION).first).to_be_visible()
    page.locator("[data-saringan=wilayah]").select_option("kota-tegal")
    expect(page.locator(OPTION).first).to_have_attribute("href", re.compile("/wilayah/kota-tegal/"))
    more = page.get_by_role("button", name="Tampilkan lebih banyak")
    while more.is_visible():  # the count is of what can be shown
        known = page.locator(OPTION).count()
        more.click()
        expect(page.locator(OPTION).nth(known)).to_be_visible()
    hrefs = page.locator(OPTION).evaluate_all("links => links.map((link) => link.href)")
    assert {found[1] for href in hrefs if (found := re.search("/wilayah/([a-z-]+)/", href))} == {"kota-tegal"}
    pages = page.locator(f"{DIALOG} .cari__halaman").count() + page.locator(".cari__kartu").count()
    expect(page.locator(STATUS)).to_have_text(f"{pages} halaman ditemukan")
    page.locator(BOX).fill("boleh like postingan calon")
    expect(page.locator(".cari__kartu")).to_contain_text("Dilarang")


def test_a_page_of_a_region_presets_it(page: Page, server: PagesServer) -> None:
    page.goto(server.url + "wilayah/kota-tegal/")
    search(page, "edaran netralitas")
    expect(page.locator("[data-saringan=wilayah]")).to_have_value("kota-tegal")
    expect(page.locator(OPTION).first).to_have_attribute("href", re.compile("/wilayah/kota-tegal/"))


def test_regions_too_many_for_every_page_come_from_a_file(page: Page, server: PagesServer, page_log: PageLog) -> None:
    def without(route: Route) -> None:
        text = route.fetch().text()
        listed = re.search('<select data-saringan="wilayah"><option value="">Wilayah</option>(.*?)</select>', text)
        assert listed
        moved = listed[0].replace(listed[1], "").replace("wilayah", 'wilayah" data-muat="cari/wilayah.json', 1)
        route.fulfill(body=text.replace(listed[0], moved), content_type="text/html")

    answer: dict[str, Any] = {"status": 503}
    page.route("**/wilayah/kota-tegal/", without)
    page.route("**/cari/wilayah.json", lambda route: route.fulfill(**answer))
    page.goto(server.url + "wilayah/kota-tegal/")
    search(page, "edaran netralitas")
    retry = page.locator(DIALOG).get_by_role("button", name="Coba lagi")
    expect(retry).to_be_visible()
    answer = {"json": [["kota-tegal", "Kota Tegal"], ["kota-contoh", "Kota Contoh"]]}
    retry.click()
    expect(page.locator(OPTION).first).to_have_attribute("href", re.compile("/wilayah/kota-tegal/"))
    expect(page.locator(OPTION).first).to_contain_text("Kota Tegal")
    expect(page.locator("[data-saringan=wilayah] option")).to_have_count(3)
    page_log.errors.clear()


def test_filters_come_back_with_the_query(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "netralitas")
    page.locator("[data-saringan=jenis]").select_option("kasus")
    expect(page.locator(OPTION).first).to_have_attribute("href", re.compile("/kasus/"))
    page.locator(OPTION).first.click()
    page.wait_for_url(re.compile("/kasus/"))
    page.go_back()
    expect(page.locator("[data-saringan=jenis]")).to_have_value("kasus")
    expect(page.locator(OPTION).first).to_have_attribute("href", re.compile("/kasus/"))


def test_filters_can_be_taken_off(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "kepala badan kepegawaian mangkir")
    page.locator("[data-saringan=putusan]").select_option("boleh")
    page.locator("[data-saringan=jenis]").select_option("kasus")
    page.get_by_role("button", name="Hapus saringan dan cari lagi").click()
    expect(page.locator(OPTION).first).to_be_visible()
