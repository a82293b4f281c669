"""Accessibility by axe: nothing found on any type of page, with the search open and the self-check under way.

Each is looked at as three readers see it: on the narrowest phone, on a wide screen in the dark, and in colours of one's own system.
"""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.pages_server import PagesServer

PAGES = [
    "",
    "cari/",
    "cek/",
    "perbuatan/",
    "perbuatan/menyukai-unggahan/",
    "perbuatan/mendampingi-pasangan/",
    "peraturan/",
    "peraturan/uu-1-2015/",
    "peraturan/pp-53-2010/",
    "wilayah/",
    "wilayah/kota-tegal/",
    "wilayah/kabupaten-tangerang/edaran/se-8-2024-kabupaten-tangerang/",
    "kasus/",
    "kasus/sukoharjo-2020-sekda/",
    "panduan/",
    "panduan/sanksi/",
    "panduan/alur-penanganan/",
    "panduan/statistik/",
    "panduan/kalender/",
    "glosarium/",
    "tentang/",
    "tentang/data-terbuka/",
    "tentang/keaslian/",
    "tentang/mengutip/",
    "tentang/luring/",
    "404.html",
    "503.html",
]
# Colours of the system change nothing but colours: one page of each style will do.
FORCED = [
    "",
    "cek/",
    "perbuatan/mendampingi-pasangan/",
    "peraturan/pp-53-2010/",
    "panduan/statistik/",
    "panduan/kalender/",
    "tentang/luring/",
]
LOOKS = [
    pytest.param({"viewport": {"width": 320, "height": 740}, "color_scheme": "light"}, id="phone"),
    pytest.param({"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"}, id="dark"),
    pytest.param({"viewport": {"width": 1280, "height": 900}, "forced_colors": "active", "reduced_motion": "reduce"}, id="forced"),
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def findings(page: Page) -> list[str]:
    # Where the system chooses the colours, contrast is the reader's own choice; axe would compare ours with theirs.
    forced = page.evaluate("matchMedia('(forced-colors: active)').matches")
    found = Axe().run(page, options={**RULES, "rules": {"color-contrast": {"enabled": not forced}}}).response["violations"]
    return [f"{item['id']}: {node['html'][:160]} {node['failureSummary'][:300]}" for item in found for node in item["nodes"][:3]]


def test_the_checker_sees_a_fault(page: Page, server: PagesServer) -> None:
    page.goto(server.url)
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert [found.split(":")[0] for found in findings(page)] == ["image-alt"]


@pytest.mark.parametrize("look", LOOKS)
def test_every_type_of_page(open_page: Callable[..., Page], server: PagesServer, look: dict[str, Any]) -> None:
    page = open_page(**look)
    wrong = {}
    for path in FORCED if "forced_colors" in look else PAGES:
        page.goto(server.url + path)
        if found := findings(page):
            wrong[path] = found
    assert wrong == {}


@pytest.mark.parametrize("look", LOOKS)
def test_with_the_search_open(open_page: Callable[..., Page], server: PagesServer, look: dict[str, Any]) -> None:
    page = open_page(**look)
    page.goto(server.url)
    page.keyboard.press("/")
    assert findings(page) == []
    page.keyboard.type("boleh like postingan calon")
    expect(page.locator(".cari__kartu")).to_be_visible()
    page.keyboard.press("ArrowDown")
    assert findings(page) == []


@pytest.mark.parametrize("look", LOOKS)
def test_with_the_self_check_under_way(open_page: Callable[..., Page], server: PagesServer, look: dict[str, Any]) -> None:
    page = open_page(**look)
    page.goto(server.url + "cek/#perbuatan=menyukai-unggahan,mendampingi-pasangan&peran=pns&wilayah=kota-tangerang&tahap=kampanye")
    expect(page.locator(".cek__jawaban")).to_have_count(2)
    page.locator("summary", has_text="Kapan dan di mana").click()
    page.locator("summary", has_text="telanjur").first.click()
    # Parts that are not on the screen are laid out by guess until they are; axe would measure the guess.
    page.evaluate("document.querySelectorAll('.cek__jawaban > *').forEach((part) => { part.style.contentVisibility = 'visible'; })")
    # The way out lies over whatever is at the foot of the screen; at the end of the page nothing may be left beneath it.
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    assert findings(page) == []
