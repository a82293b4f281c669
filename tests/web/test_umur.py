"""How old a page is, told on the day itself: kept pages, and pages whose review is overdue."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.web.luring import KEPT, LIKE, offline, visit_kept
from tests.web.test_akses import findings

pytestmark = pytest.mark.usefixtures("quiet")


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
