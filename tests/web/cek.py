"""The self-check as a test drives it."""

from playwright.sync_api import Page, expect

from tests.pages_server import PagesServer

LIKE = "menyukai-unggahan"

ANSWER = ".cek__jawaban"

VERDICT = f"{ANSWER} .jawaban__putusan"


def open_check(page: Page, server: PagesServer, fragment: str = "") -> None:
    page.goto(server.url + "cek/" + fragment)
    expect(page.get_by_role("group", name="2. Siapa Anda?")).to_be_visible()


def choose(page: Page, question: str, role: str) -> None:
    page.get_by_role("button", name=question).first.click()
    page.get_by_role("radio", name=role, exact=True).check(force=True)
