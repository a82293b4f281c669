"""A link to an address that a page has left brings the reader to the same place on the page, with and without scripts."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from handbook.clock import today
from handbook.content.load import load
from handbook.site import pindahan
from tests.pages_server import PagesServer
from tests.site_build import ROOT

LAMA = "perbuatan/nama-lama/"
BARU = "perbuatan/menyukai-unggahan/"


@pytest.fixture(scope="module")
def halaman_pindah(situs: Path) -> str:
    """What would stand at the old address, had the page moved."""
    handbook, problems = load(Path(ROOT, "docs"), today())
    assert handbook is not None, problems
    entri = handbook.perbuatan["menyukai-unggahan"]
    moved = replace(entri, halaman=entri.halaman.model_copy(update={"alamat_lama": (LAMA,)}))
    script = next(situs.rglob("pindah-*.js")).relative_to(situs).as_posix()
    return pindahan.export(replace(handbook, entri=(moved,)), "https://buku.example/", script)[f"{LAMA}index.html"]


@pytest.mark.parametrize(("script", "arrives"), [(True, f"{BARU}#jawaban-2"), (False, BARU)])
def test_an_old_link_arrives(open_page: Callable[..., Page], server: PagesServer, halaman_pindah: str, script: bool, arrives: str) -> None:
    page = open_page(java_script_enabled=script)

    def answer(route: Route) -> None:
        route.fulfill(body=halaman_pindah, content_type="text/html; charset=utf-8")

    page.route(f"**/{LAMA}", answer)
    page.goto(f"{server.url}{LAMA}#jawaban-2")
    page.wait_for_url(f"{server.url}{arrives}")
    assert page.locator("h1").inner_text() == "Bolehkah saya menyukai unggahan calon?"
