"""Pictures for the approver: of the pages that changed, and of no others."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser

from handbook.content.load import load
from handbook.model.handbook import Handbook
from tests import pratinjau
from tests.pages_server import PagesServer

BUKU = Path(__file__).parent / "fixtures" / "buku"


def book(docs: Path) -> Handbook:
    handbook, problems = load(docs, date(2001, 7, 1))
    assert handbook is not None, problems
    return handbook


def test_only_pages_that_changed_are_pictured(tmp_path: Path) -> None:
    copytree(BUKU, tmp_path / "docs")
    region = tmp_path / "docs/wilayah/kota-cemara/index.md"
    region.write_text(region.read_text(encoding="utf-8") + "\nNaskah baru.\n", encoding="utf-8")
    found = pratinjau.berubah(book(BUKU), book(tmp_path / "docs"))
    assert found == {"wilayah--kota-cemara--index.png": ("Halaman yang disunting", "wilayah/kota-cemara/")}
    assert pratinjau.berubah(book(BUKU), book(BUKU)) == {}


def test_pictures_and_the_page_that_shows_them(browser: Browser, server: PagesServer, tmp_path: Path) -> None:
    pratinjau.potret(browser, server.url, {"beranda.png": ("Halaman yang disunting", ""), "tidak.png": ("Baru", "tentang/")}, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"beranda.png", "tidak.png", "index.html"}
    assert (tmp_path / "beranda.png").read_bytes().startswith(b"\x89PNG")
    assert '<img src="beranda.png"' in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_without_a_built_site_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert pratinjau.main([str(BUKU), str(tmp_path), str(tmp_path / "potret")]) == 1
    assert "make build" in capsys.readouterr().out
