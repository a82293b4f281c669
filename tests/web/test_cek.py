"""The self-check in a real browser on the real site: three taps, keyboard, screen reader, print, faults, no scripts."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.conftest import PageLog
from tests.pages_server import Mode, PagesServer
from tests.web.cek import ANSWER, VERDICT, choose, open_check


def test_three_taps_lead_from_home_to_a_cited_verdict(open_page: Callable[..., Page], server: PagesServer) -> None:
    page = open_page(has_touch=True, is_mobile=True)
    page.goto(server.url)
    page.get_by_role("link", name="Cek perbuatan").tap()
    page.get_by_role("button", name="menyukai unggahan calon").first.tap()
    page.locator("label", has=page.locator("input[value=pns]")).tap()
    expect(page.locator(VERDICT)).to_be_in_viewport()
    expect(page.locator(f"{ANSWER} a.sitasi").first).to_contain_text("UU 20/2023")


def test_a_day_of_the_past_gets_its_own_phase_and_answer(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    choose(page, "menyukai unggahan calon", "PNS")
    expect(page.locator("[data-ringkas-keadaan]")).to_contain_text("luar tahapan")
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.get_by_label("Tanggal kejadian").fill("2024-09-12")
    expect(page.get_by_label("Tahap")).to_have_value("sebelum-penetapan")
    expect(page.locator(ANSWER)).to_contain_text("Berlaku per 12 September 2024")
    expect(page.locator("[data-fase]")).to_contain_text("Pilkada serentak 2024")
    page.get_by_label("Tanggal kejadian").fill("2019-01-01")
    page.get_by_label("Tahap").select_option("kampanye")
    expect(page.locator(VERDICT)).to_contain_text("Tidak terjawab untuk tanggal itu")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_end_of_the_stages_is_the_regions_own(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.get_by_label("Tanggal kejadian").fill("2025-01-10")
    expect(page.get_by_label("Tahap")).to_have_value("")
    page.locator("[name=wilayah]").select_option("kota-tangerang")
    expect(page.get_by_label("Tahap")).to_have_value("sesudah-pemungutan")
    expect(page.locator("[data-fase]")).to_contain_text("tentatif")


def test_the_keyboard_alone_is_enough(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    page.get_by_label("Ketik perbuatannya").focus()
    page.keyboard.type("mobil dinas kampanye")
    expect(page.locator("[data-temuan] a").first).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("input[name=peran]").first).to_be_focused()
    page.keyboard.press("Space")
    expect(page.locator(VERDICT)).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="PPPK", exact=True)).to_be_checked()
    expect(page.locator(ANSWER)).to_contain_text("(PPPK)")
    page.keyboard.press("Tab")
    expect(page.locator("summary", has_text="Kapan dan di mana")).to_be_focused()
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-lepas]')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(ANSWER)).to_have_count(0)
    expect(page.get_by_label("Ketik perbuatannya")).to_be_focused()


def test_a_tab_of_its_own_shows_the_page_of_the_act(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="menyukai unggahan calon").first.click(modifiers=["Control"])
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Bolehkah saya menyukai unggahan calon?")
    expect(page.get_by_label("Ketik perbuatannya")).to_be_visible()


def test_a_screen_reader_is_told_the_roles_and_the_verdict(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    group = page.get_by_role("group", name="2. Siapa Anda?")
    assert group.get_by_role("radio").count() == 8
    choose(page, "menyukai unggahan calon", "PNS")
    expect(page.get_by_role("article", name="Bolehkah saya menyukai unggahan calon?")).to_be_visible()
    expect(page.locator("[data-ucap]")).to_have_text(re.compile(r"^Belum diatur\. Bolehkah saya menyukai"))
    assert page.locator("[data-ucap]").get_attribute("role") == "status"


def test_a_phase_chosen_by_hand_stays(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    choose(page, "menyukai unggahan calon", "PNS")
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.get_by_label("Tahap").select_option("kampanye")
    page.locator("[name=wilayah]").select_option("kota-tegal")
    expect(page.get_by_label("Tahap")).to_have_value("kampanye")
    expect(page.locator(VERDICT)).to_contain_text("Dilarang")


def test_a_day_that_the_calendar_does_not_know_asks_for_its_phase(page: Page, server: PagesServer) -> None:
    open_check(page, server, "#perbuatan=menyukai-unggahan&peran=pns&tanggal=2024-02-14")
    expect(page.locator(".cek__tunggu")).to_contain_text("Pilih tahap pada tanggal itu")
    expect(page.locator("[data-fase]")).to_contain_text("hanya memuat Pilkada serentak 2024")
    page.get_by_label("Tahap").select_option("pemungutan")
    expect(page.locator(VERDICT)).to_contain_text("Dilarang")


def test_the_answer_of_another_phase_stands_beside_the_verdict(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    choose(page, "menyukai unggahan calon", "PNS")
    expect(page.locator(VERDICT)).to_contain_text("Belum diatur")
    expect(page.locator(f"{VERDICT} + .cek__lain")).to_contain_text(re.compile("Dilarang pada tahap .*kampanye"))


def test_a_special_role_shows_the_answers_of_its_statuses(page: Page, server: PagesServer) -> None:
    open_check(page, server, "#perbuatan=cuti-pasangan&peran=pasangan-calon&tahap=kampanye")
    expect(page.locator(VERDICT)).to_contain_text("Boleh bersyarat")
    expect(page.locator(ANSWER)).to_contain_text(re.compile("Dilarang bila Anda PPPK"))


def test_a_screen_reader_hears_the_headline_that_is_shown_and_only_what_changed(page: Page, server: PagesServer) -> None:
    open_check(page, server, "#perbuatan=menyukai-unggahan,memilih&peran=pns&tahap=kampanye&tanggal=1999-01-01")
    expect(page.locator("[data-ucap]")).to_contain_text("Tidak terjawab untuk tanggal itu. Bolehkah saya menyukai")
    page.locator("[name=tanggal]").evaluate("(field) => { field.value = '2024-10-01'; }")
    page.locator("[name=tanggal]").dispatch_event("change")
    expect(page.locator("[data-ucap]")).to_contain_text("Dilarang. Bolehkah saya menyukai")
    page.get_by_role("radio", name="Pejabat ASN").check(force=True)
    expect(page.locator("[data-ucap]")).to_have_text("")
    page.get_by_role("button", name="Hapus semua").click()
    expect(page.locator("[data-ucap]")).to_have_text("")


def test_a_search_without_a_hit_or_an_index_says_so(page: Page, server: PagesServer, page_log: PageLog) -> None:
    open_check(page, server)
    page.get_by_label("Ketik perbuatannya").fill("zzxqwv")
    expect(page.locator("[data-kabar]")).to_have_text("Tidak ada yang cocok; pilih dari daftar di bawah.")
    expect(page.locator("[data-kabar]")).to_be_in_viewport()
    server.fail("*cek/cari/*", 404)
    page.reload()
    page.get_by_label("Ketik perbuatannya").fill("kampanye")
    expect(page.locator("[data-kabar]")).to_have_text("Pencarian tidak terbuka; pilih dari daftar di bawah.")
    page.goto("about:blank")  # the next try for the index fails too, and would be noted later
    page_log.errors.clear()


def test_what_was_typed_before_the_answers_came_stays(page: Page, server: PagesServer) -> None:
    held: list[Route] = []
    page.route("**/cek/jawaban-*", lambda route: held.append(route))
    page.goto(server.url + "cek/")
    box = page.get_by_label("Ketik perbuatannya")
    box.fill("mobil dinas kampanye")
    expect(page.locator("[data-temuan] a").first).to_be_visible()
    held[0].continue_()
    expect(page.locator("[data-versi]")).to_contain_text("Netralitas ASN")
    page.get_by_role("radio", name="PNS", exact=True).check(force=True)
    expect(box).to_have_value("mobil dinas kampanye")
    expect(page.locator("[data-temuan] a").first).to_be_visible()


def test_enter_in_the_box_takes_the_first_act(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    page.get_by_label("Ketik perbuatannya").fill("like postingan")
    expect(page.locator("[data-temuan] a").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(".cek__tunggu")).to_contain_text("menyukai unggahan calon")


def test_a_script_that_does_not_come_leaves_the_list_and_no_dead_form(page: Page, server: PagesServer, page_log: PageLog) -> None:
    server.fail("*javascripts/cek-*", 404)
    page.goto(server.url + "cek/")
    page.wait_for_load_state("networkidle")
    expect(page.get_by_label("Ketik perbuatannya")).to_be_hidden()
    page.get_by_role("link", name="menyukai unggahan calon").first.click()
    page.wait_for_url("**/perbuatan/menyukai-unggahan/")
    page_log.errors.clear()


def test_print_shows_the_answer_with_its_date_and_version(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    choose(page, "menyukai unggahan calon", "PNS")
    page.emulate_media(media="print")
    expect(page.locator(VERDICT)).to_be_visible()
    expect(page.locator("[data-versi]")).to_contain_text(re.compile(r"Isi per \d+ \w+ \d{4}, versi jawaban [0-9a-f]{12}"))
    for hidden in ("Tanpa jejak", "Batasnya"):
        expect(page.get_by_role("heading", name=hidden)).to_be_hidden()
    expect(page.get_by_text("baris yang menjawab")).to_be_hidden()
    for hidden in ("Salin tautan", "Keluar cepat", "Tambah lain"):
        expect(page.get_by_role("button", name=hidden)).to_be_hidden()
    expect(page.get_by_role("radio", name="PNS", exact=True)).to_be_hidden()


@pytest.mark.parametrize("mode", ["cut", "flip"])
def test_answers_that_do_not_load_are_said_and_can_be_asked_for_again(
    page: Page, server: PagesServer, page_log: PageLog, mode: Mode
) -> None:
    server.fail("cek/jawaban-*", mode)
    page.goto(server.url + "cek/")
    expect(page.locator("[data-gagal]")).to_be_visible()
    expect(page.get_by_role("link", name="menyukai unggahan calon").first).to_be_visible()  # it leads to the act's page
    expect(page.get_by_role("group", name="2. Siapa Anda?")).to_be_hidden()
    server.heal()
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.get_by_role("group", name="2. Siapa Anda?")).to_be_visible()
    page_log.errors.clear()


def test_without_scripts_every_act_leads_to_its_table(open_page: Callable[..., Page], server: PagesServer) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(server.url + "cek/")
    expect(page.get_by_role("group", name="2. Siapa Anda?")).to_be_hidden()
    page.get_by_role("link", name="menyukai unggahan calon").first.click()
    page.get_by_text("Bagaimana jawaban ini disusun").click()
    expect(page.get_by_role("table")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_a_small_phone(open_page: Callable[..., Page], server: PagesServer, scheme: str) -> None:
    page = open_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    open_check(page, server)
    choose(page, "menyukai unggahan calon", "PNS")
    page.locator("summary", has_text="Kapan dan di mana").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
