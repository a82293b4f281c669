"""The real book on paper: every page has a form there, every letter a font, every answer fits on its card."""

import io
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from handbook.clock import today
from handbook.content.load import load
from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan
from handbook.site.cetak import dokumen, kartu
from handbook.site.cetak.mesin import Mesin
from handbook.site.cetak.pohon import pohon
from handbook.site.cetak.rupa import rupa
from handbook.site.edisi import Edisi
from tests.site_build import ROOT

MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
# As long an address as a project's page on a public host may have.
EDISI = Edisi("https://nama-organisasi-yang-panjang.github.io/netralitas-asn/", cetak=True)
NAMA = "Netralitas ASN"


@pytest.fixture(scope="module")
def buku() -> Handbook:
    handbook, problems = load(ROOT / "docs", today())
    assert handbook is not None, problems
    return handbook


@pytest.fixture(scope="module")
def look() -> dict[str, Any]:
    css = (ROOT / "overrides/assets/stylesheets/netralitas.css").read_text(encoding="utf-8")
    return rupa(css, tuple(nilai.value for nilai in NilaiPutusan))


def test_the_whole_book_can_be_set(situs: Path, buku: Handbook, look: dict[str, Any], tmp_path: Path) -> None:
    book = dokumen.buku(buku, NAMA, "Jawaban bersumber.")
    trees = {}
    for entri in book.halaman:
        main = MAIN.search(Path(situs, entri.url, "index.html").read_text(encoding="utf-8"))
        assert main, entri.path
        trees[entri.path] = pohon(main[1], entri.url)
    pdf = Mesin(tmp_path).pdf("buku", dokumen.data(buku, book, trees, edisi=EDISI, nama=NAMA, as_of=today(), rupa=look))
    assert len(pdf) < 3_000_000
    reader = PdfReader(io.BytesIO(pdf))
    titles = [
        title
        for part in reader.outline
        for title in ([one.title for one in part if not isinstance(one, list)] if isinstance(part, list) else [])
    ]
    assert {entri.halaman.tanya for entri in buku.perbuatan.values()} <= set(titles)
    assert {entri.halaman.judul for kind in (buku.peraturan, buku.panduan, buku.wilayah) for entri in kind.values()} <= set(titles)


def test_every_answer_fits_on_its_card(buku: Handbook, look: dict[str, Any], tmp_path: Path) -> None:
    mesin = Mesin(tmp_path)
    others = [*buku.peraturan.values(), *buku.wilayah.values()]
    longest = max(others, key=lambda entri: len(entri.halaman.judul) * 2 + len(entri.halaman.ringkas))
    for entri in (*buku.perbuatan.values(), longest):
        assert len(mesin.png("kartu", kartu.halaman(buku, entri, EDISI, NAMA, look))) <= 60_000, entri.path
