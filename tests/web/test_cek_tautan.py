"""Links that lead into the self-check, and anchors that do not."""

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Page, expect

from tests.pages_server import PagesServer
from tests.web.cek import ANSWER, LIKE, VERDICT, choose, open_check


def test_a_copied_link_answers_the_same_and_leaves_the_address_clean(open_page: Callable[..., Page], server: PagesServer) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    open_check(page, server)
    choose(page, "menyukai unggahan calon", "PPPK")
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.get_by_label("Tanggal kejadian").fill("2024-10-01")
    shown = page.locator(ANSWER).text_content()
    page.get_by_role("button", name="Salin tautan").click()
    expect(page.locator("[data-pesan]")).to_contain_text("Tautan disalin")
    link = page.evaluate("navigator.clipboard.readText()")
    asked = dict(parse_qsl(urlsplit(link).fragment))
    assert asked == {"perbuatan": LIKE, "peran": "pppk", "tahap": "kampanye", "tanggal": "2024-10-01"}
    other = open_page()
    other.goto(link)
    expect(other.locator(ANSWER)).to_be_visible()
    expect(other.locator("[data-pesan]")).to_contain_text("diisi oleh tautan yang Anda buka")
    assert other.locator(ANSWER).text_content() == shown
    assert other.url == server.url + "cek/"


def test_an_act_leads_to_its_own_check(page: Page, server: PagesServer) -> None:
    page.goto(server.url + f"perbuatan/{LIKE}/")
    page.get_by_role("link", name="Cek untuk keadaan saya").click()
    expect(page.locator(".cek__tunggu")).to_contain_text("menyukai unggahan calon")
    expect(page.locator("[data-pesan]")).to_be_empty()
    assert page.url == server.url + "cek/"


def test_other_anchors_of_the_page_are_left_alone(page: Page, server: PagesServer) -> None:
    page.goto(server.url + "cek/#tanpa-jejak")
    expect(page.get_by_role("group", name="2. Siapa Anda?")).to_be_visible()
    expect(page.locator("[data-tolak]")).to_be_hidden()
    assert page.url.endswith("#tanpa-jejak")


def test_a_link_with_unknown_parts_says_which_and_answers_without_them(page: Page, server: PagesServer) -> None:
    open_check(page, server, "#perbuatan=menari,menyukai-unggahan&peran=pns&tahap=kampanye&wilayah=atlantis&tanggal=2024-99-99")
    expect(page.locator("[data-tolak]")).to_contain_text("«menari», «atlantis», «2024-99-99»")
    expect(page.locator(VERDICT)).to_contain_text("Dilarang")
    page.get_by_role("radio", name="PPPK", exact=True).check(force=True)
    expect(page.locator("[data-tolak]")).to_be_visible()


def test_a_link_cannot_put_a_speech_on_the_page(page: Page, server: PagesServer) -> None:
    open_check(page, server, "#perbuatan=" + ",".join(["Anda telah dinyatakan bersalah dan harus menghubungi nomor ini"] * 9))
    told = page.locator("[data-tolak]").inner_text()
    assert "menghubungi" not in told
    assert len(told) < 300


def test_a_link_pasted_into_the_open_page_is_taken_too(page: Page, server: PagesServer) -> None:
    open_check(page, server)
    page.evaluate("location.hash = 'perbuatan=menyukai-unggahan&peran=pns&tahap=kampanye'")
    expect(page.locator(VERDICT)).to_contain_text("Dilarang")
    assert page.url == server.url + "cek/"
    page.evaluate("location.hash = 'peran=pppk'")
    expect(page.locator(ANSWER)).to_contain_text("(PPPK)")
    assert page.url == server.url + "cek/"


def test_the_way_past_the_header_is_no_question(page: Page, server: PagesServer) -> None:
    open_check(page, server, "#isi")
    expect(page.locator("[data-tolak]")).to_be_hidden()
    assert page.url.endswith("#isi")
