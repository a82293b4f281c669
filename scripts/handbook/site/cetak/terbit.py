"""Terbit: every file of the book that is to be kept or passed on, made from the pages as readers get them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan

from ..edisi import BERKARTU, KARTU_BUKU, PDF_BUKU, Edisi
from . import dokumen, kartu
from .mesin import Mesin
from .pohon import pohon
from .rupa import rupa


@dataclass(frozen=True)
class Situs:
    """What files say of the site: its name, what it is in a sentence, its stylesheet."""

    nama: str
    keterangan: str
    css: str

    @property
    def rupa(self) -> dict[str, Any]:
        """Its look."""
        return rupa(self.css, tuple(nilai.value for nilai in NilaiPutusan))


def export(handbook: Handbook, html: Mapping[str, str], *, situs: Situs, edisi: Edisi, mesin: Mesin, as_of: date) -> dict[str, bytes]:
    """Give the PDF files and cards by path. ``html`` holds the content of the pages by the path of their source.

    Raises TakTercetak when a page holds what has no form on paper, TakTerset when a text cannot be set; both are ValueErrors.
    """
    if not edisi.cetak:
        return {}
    return {**dict(_pdf(handbook, html, situs, edisi, mesin, as_of)), **dict(_kartu(handbook, situs, edisi, mesin))}


def _pdf(handbook: Handbook, html: Mapping[str, str], situs: Situs, edisi: Edisi, mesin: Mesin, as_of: date) -> Iterator[tuple[str, bytes]]:
    book = dokumen.buku(handbook, situs.nama, situs.keterangan)
    # The book comes last: a fault is told of the page that has it.
    wanted = {**{path: dokumen.halaman(handbook, entri) for entri in handbook.entri if (path := edisi.pdf(entri))}, PDF_BUKU: book}
    printed = {entri.path: entri for one in wanted.values() for entri in one.halaman}
    trees = {path: pohon(html[path], entri.url) for path, entri in printed.items()}
    look = situs.rupa
    for path, one in wanted.items():
        yield path, mesin.pdf("buku", dokumen.data(handbook, one, trees, edisi=edisi, nama=situs.nama, as_of=as_of, rupa=look))


def _kartu(handbook: Handbook, situs: Situs, edisi: Edisi, mesin: Mesin) -> Iterator[tuple[str, bytes]]:
    if not edisi.situs:  # a card without an address would lead nowhere
        return
    look = situs.rupa
    yield KARTU_BUKU, mesin.png("kartu", kartu.buku(edisi, situs.nama, situs.keterangan, look))
    for entri in handbook.entri:
        if isinstance(entri.halaman, BERKARTU):
            yield edisi.kartu(entri), mesin.png("kartu", kartu.halaman(handbook, entri, edisi, situs.nama, look))
