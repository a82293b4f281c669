"""The search when its files fail: it says so, shows no short list, and answers whole once they are there."""

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import PageLog
from tests.pages_server import PagesServer
from tests.site_build import ROOT
from tests.web.dialog import BOX, OPTION, search


@pytest.mark.parametrize("mode", [404, 500, "cut", "flip", "html"])
@pytest.mark.parametrize("shard", ["*manifes.json", "*impak-*", "*rekaman-*"])
def test_a_shard_that_fails_is_told_and_can_be_tried_again(
    page: Page, server: PagesServer, page_log: PageLog, shard: str, mode: object
) -> None:
    page.goto(server.url)
    server.fail(shard, mode)  # type: ignore[arg-type]
    page.keyboard.press("/")
    page.locator(BOX).fill("boleh like postingan calon")  # at once, so that no later keystroke asks again
    expect(page.locator("[data-gagal]")).to_be_visible()
    expect(page.locator("[data-nihil]")).to_be_hidden()
    expect(page.locator(OPTION)).to_have_count(0)
    server.heal()
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator(".cari__kartu")).to_contain_text("Dilarang")
    expect(page.locator("[data-gagal]")).to_be_hidden()
    page_log.errors.clear()  # the browser notes the failed requests


def test_a_server_that_says_nothing_is_told_within_ten_seconds(page: Page, server: PagesServer, page_log: PageLog) -> None:
    page.clock.install()
    page.goto(server.url)
    server.fail("*manifes.json", "delay")
    page.keyboard.press("/")
    page.locator(BOX).fill("boleh like postingan calon")
    page.clock.run_for(10_000)
    expect(page.locator("[data-gagal]")).to_be_visible()
    expect(page.locator(OPTION)).to_have_count(0)
    server.heal()
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator(".cari__kartu")).to_contain_text("Dilarang")
    page_log.errors.clear()  # the browser notes the failed requests


def test_a_retry_after_a_new_release_opens_its_index(page: Page, server: PagesServer, page_log: PageLog) -> None:
    page.goto(server.url)
    # A manifest whose shards the server no longer has, as a page holds that was opened before the release.
    page.route("**/cari/manifes.json", lambda route: route.fulfill(path=ROOT / "tests/golden/search/situs/cari/manifes.json"))
    search(page, "boleh like postingan calon")
    expect(page.locator("[data-gagal]")).to_be_visible()
    page.unroute("**/cari/manifes.json")
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator(".cari__kartu")).to_contain_text("Dilarang")
    page_log.errors.clear()  # the browser notes the failed requests
