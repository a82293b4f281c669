"""The search dialog in a real browser, by keyboard and by tap, on the real site."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.pages_server import PagesServer
from tests.web.dialog import BOX, DIALOG, OPTION, STATUS, search


@pytest.mark.parametrize("key", ["/", "s", "Control+k"])
def test_keys_open_the_dialog_and_escape_closes_it(page: Page, server: PagesServer, key: str) -> None:
    page.goto(server.url + "perbuatan/memilih/")
    page.keyboard.press(key)
    box = page.locator(BOX)
    expect(box).to_be_focused()
    expect(box).to_have_value("")
    page.keyboard.press("Escape")
    expect(page.locator(DIALOG)).to_be_hidden()


def test_a_question_is_answered_by_a_card_with_verdict_and_article(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "boleh like postingan calon")
    card = page.locator(".cari__kartu")
    expect(card).to_contain_text("Dilarang")
    expect(card).to_contain_text("menyukai unggahan calon")
    expect(card).to_contain_text("SKB")
    expect(page.locator(STATUS)).to_contain_text(re.compile(r"\d+ halaman ditemukan"))


def test_the_card_answers_the_role_that_is_named(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "mendampingi istri calon")
    card = page.locator(".cari__kartu")
    expect(card.locator("[class*=ringkas]")).to_contain_text("bagi PNS")
    page.locator(BOX).fill("pppk mendampingi istri calon")
    expect(card.locator(".putusan").first).to_have_text("Belum diatur")
    expect(card).to_contain_text("Bagi: PPPK")
    card.click()
    page.wait_for_url(re.compile(r"/perbuatan/mendampingi-pasangan/#jawaban-\d+$"))


def test_arrows_and_enter_follow_a_result_and_back_returns_to_it(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "pakai mobil dinas kampanye")
    expect(page.locator(".cari__kartu")).to_be_visible()
    page.keyboard.press("ArrowDown")
    first = page.locator(OPTION).first
    expect(first).to_have_attribute("aria-selected", "true")
    assert page.locator(BOX).get_attribute("aria-activedescendant") == first.get_attribute("id")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/perbuatan/fasilitas-negara/$"))
    page.go_back()
    expect(page.locator(BOX)).to_have_value("pakai mobil dinas kampanye")
    expect(page.locator(".cari__kartu")).to_be_visible()


def test_enter_opens_the_first_answer_even_before_it_is_shown(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "boleh like postingan calon")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/perbuatan/menyukai-unggahan/$"))
    page.go_back()
    page.locator(BOX).fill("zzxqwv")
    page.keyboard.press("Enter")
    expect(page.locator("[data-nihil]")).to_be_visible()


def test_enter_on_a_phone_shows_the_list(open_page: Callable[..., Page], server: PagesServer) -> None:
    page = open_page(has_touch=True, is_mobile=True)
    page.goto(server.url)
    page.locator(".tombol-cari").tap()
    page.locator(BOX).fill("boleh like postingan calon")
    page.keyboard.press("Enter")
    expect(page.locator(BOX)).not_to_be_focused()
    expect(page.locator(".cari__kartu")).to_be_visible()
    assert page.url == server.url


def test_the_list_grows_on_demand_and_starts_anew_with_the_next_query(page: Page, server: PagesServer) -> None:
    pages = page.locator(f"{DIALOG} .cari__halaman, {DIALOG} .cari__kartu")
    more = page.get_by_role("button", name="Tampilkan lebih banyak")
    page.goto(server.url)
    search(page, "netralitas")
    expect(page.locator(STATUS)).to_contain_text("10 yang paling cocok")
    before = pages.count()
    more.click()
    expect(page.locator(STATUS)).to_contain_text("20 yang paling cocok")
    expect(pages).to_have_count(before + 10)
    expect(pages.nth(before).locator("a").first).to_be_focused()
    page.locator(BOX).fill("masa kampanye")
    expect(page.locator(STATUS)).to_contain_text("10 yang paling cocok")
    page.locator(BOX).fill("zzxqwv")
    expect(page.locator("[data-nihil]")).to_be_visible()
    expect(more).to_be_hidden()


def test_single_letters_can_be_switched_off(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    page.keyboard.press("/")
    page.locator("[data-pintasan]").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("s")
    expect(page.locator(DIALOG)).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator("[data-pintasan]")).not_to_be_checked()


def test_a_tap_and_the_box_of_the_home_page_open_the_dialog(open_page: Callable[..., Page], server: PagesServer) -> None:
    page = open_page(has_touch=True, is_mobile=True)
    page.goto(server.url)
    page.locator("#q-halaman").tap()
    expect(page.locator(BOX)).to_be_focused()
    page.get_by_role("button", name="Tutup").tap()
    page.locator(".tombol-cari").tap()
    page.get_by_role("button", name="dipanggil Bawaslu").tap()
    expect(page.locator(OPTION).first).to_be_visible()


def test_an_address_with_a_query_answers_at_once(page: Page, server: PagesServer) -> None:
    page.goto(server.url + "cari/?q=sanksi+moral")
    expect(page.locator(BOX)).to_have_value("sanksi moral")
    expect(page.locator(OPTION).first).to_be_visible()


def test_results_lead_to_the_section_and_mark_the_words(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "pasal 71 uu pilkada")
    expect(page.locator(f"{OPTION} mark").first).to_be_visible()
    hrefs = page.locator(OPTION).evaluate_all("links => links.map((link) => link.href)")
    assert any("/peraturan/uu-1-2015/#pasal-71" in href for href in hrefs)


def test_a_slip_of_the_finger_is_mended_and_said(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "netralits asn")
    expect(page.locator("[data-pesan]")).to_contain_text("Maksud Anda netralitas asn?")
    expect(page.locator(OPTION).first).to_be_visible()


def test_nothing_found_helps_on(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    search(page, "zzxqwv")
    expect(page.locator("[data-nihil]")).to_be_visible()
    expect(page.locator(STATUS)).to_contain_text("Tidak ada halaman yang cocok")
    expect(page.locator("[data-nihil]").get_by_role("link", name="Semua pertanyaan")).to_be_visible()


@pytest.mark.parametrize("text", ["<img src=x onerror=alert(1)>", '"><script>alert(1)</script>', "{{7*7}}", "%", "\\", "a" * 300])
def test_what_is_typed_stays_text(page: Page, server: PagesServer, text: str) -> None:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto(server.url)
    search(page, text)
    expect(page.locator(STATUS)).not_to_have_text("")
    page.goto(server.url + "cari/?" + page.evaluate("(q) => new URLSearchParams({ q }).toString()", text))
    expect(page.locator(STATUS)).not_to_have_text("")
    assert dialogs == []
    assert page.locator(f"{DIALOG} script, {DIALOG} img").count() == 0


def test_the_query_stays_on_the_device(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    server.requests.clear()
    search(page, "atasan saya menekan saya")
    expect(page.locator(OPTION).first).to_be_visible()
    assert server.requests
    assert all("q=" not in str(request) and "menekan" not in str(request) for request in server.requests)
    assert page.url == server.url
    page.locator(OPTION).first.click()
    page.wait_for_url(re.compile("/panduan/|/perbuatan/"))
    page.go_back()
    expect(page.locator(BOX)).to_have_value("atasan saya menekan saya")
    assert page.url == server.url
    assert all("q=" not in str(request) and "menekan-saya" not in str(request) for request in server.requests)
    page.keyboard.press("Escape")
    page.reload()
    expect(page.locator(DIALOG)).to_have_count(0)


def test_a_role_and_region_that_the_reader_keeps_are_answered_first(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    page.evaluate("localStorage.setItem('netralitas:/repo/:saya', JSON.stringify({peran: 'pppk', wilayah: 'kota-tegal'}))")
    page.reload()
    search(page, "boleh mendampingi istri calon")
    card = page.locator(".cari__kartu")
    expect(card).to_contain_text("PPPK")
    expect(card).to_contain_text("Menurut peran yang Anda simpan")
    expect(card).to_have_attribute("href", re.compile(r"/perbuatan/mendampingi-pasangan/#jawaban-\d+$"))
    expect(page.locator("[data-saringan=wilayah]")).to_have_value("kota-tegal")
    page.locator(BOX).fill("pns boleh mendampingi istri calon")
    expect(card).not_to_contain_text("Menurut peran yang Anda simpan")
