"""Addresses that pages have left: what stands there, for people, for search engines, with and without an address of the site."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.site import pindahan

BUKU = Path(__file__).parents[1] / "fixtures" / "buku"


@pytest.fixture(scope="module")
def buku() -> Handbook:
    """A book whose act and whose region have moved."""
    handbook, problems = load(BUKU, date(2001, 7, 1))
    assert handbook is not None, problems
    moved = {"perbuatan/hadir.md": ("perbuatan/datang/",), "wilayah/kota-cemara/index.md": ("wilayah/kota-lama/",)}
    return replace(
        handbook,
        entri=tuple(
            replace(entri, halaman=entri.halaman.model_copy(update={"alamat_lama": moved.get(entri.path, ())})) for entri in handbook.entri
        ),
    )


class Head(HTMLParser):
    """The attributes of every tag, by tag."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_a_moved_page_is_reached_by_link_script_and_refresh(buku: Handbook) -> None:
    text = pindahan.export(buku, "https://buku.example/", "assets/pindah.js")["perbuatan/datang/index.html"]
    found = Head(text).found
    assert ("a", {"href": "../hadir/", "data-pindah": None}) in found
    assert ("meta", {"http-equiv": "refresh", "content": "0; url=../hadir/"}) in found
    assert ("link", {"rel": "canonical", "href": "https://buku.example/perbuatan/hadir/"}) in found
    assert ("script", {"src": "../../assets/pindah.js", "type": "module"}) in found
    assert "Hadir di kampanye</a>" in text


def test_without_an_address_of_the_site_nothing_claims_to_be_canonical(buku: Handbook) -> None:
    assert all("canonical" not in text for text in pindahan.export(buku, "", "assets/pindah.js").values())


def test_with_a_region_all_its_pages_move(buku: Handbook) -> None:
    assert set(pindahan.export(buku, "", "assets/pindah.js")) == {
        "perbuatan/datang/index.html",
        "wilayah/kota-lama/index.html",
        "wilayah/kota-lama/edaran/se-1-2001/index.html",
    }


def test_a_move_or_a_review_is_no_change_of_content(buku: Handbook) -> None:
    before, _ = load(BUKU, date(2001, 7, 1))
    assert before is not None
    assert buku.perbuatan["hadir"].versi == before.perbuatan["hadir"].versi
