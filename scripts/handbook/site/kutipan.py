"""Kutipan: how a verdict, a provision or a page of this book is cited: in words, as one id, and for citation managers.

The one declaration of the format that ``tentang/mengutip`` explains; pages, feeds, documents and programs call it. An address
states the question ("#untuk-pns-kampanye"), not the number of a row, so it still leads to the answer after rows have been added.
The version is that of the page (``Entri.versi``): while it stays, what was cited stays.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from handbook.model.dasar import Dasar
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman, HalamanHukum
from handbook.model.handbook import Handbook
from handbook.model.penentuan import Soal, resolve

from . import baris
from .label import label, tanggal

BUKU = "Netralitas ASN"
PUSTAKA = "data/kutipan.json"
# Said with every provision: the book tells rules in its own words.
RUMUSAN = "rumusan redaksi, bukan bunyi resmi"


@dataclass(frozen=True)
class Kutipan:
    """One citation: the title of the page, what of it is meant ("" is all of it), and the day that is spoken of.

    ``versi`` is the page's; ``jalur`` is the address relative to the site's root: "peraturan/pp-94-2021/#pasal-5".
    """

    judul: str
    pokok: str
    per: date
    versi: str
    jalur: str

    @property
    def id(self) -> str:
        """One word for programs: "peraturan/pp-94-2021#pasal-5@1a2b3c4d"; the home page is "beranda@1a2b3c4d"."""
        page, mark, anchor = self.jalur.partition("#")
        return f"{page.rstrip('/') or 'beranda'}{mark}{anchor}@{self.versi}"

    def teks(self, situs: str) -> str:
        """Write it out. ``situs`` is the site's own address, with a slash at its end."""
        parts = (BUKU, f"“{self.judul}”", self.pokok, f"keadaan per {tanggal(self.per)}", f"versi {self.versi}", situs + self.jalur)
        return ", ".join(filter(None, parts))

    def csl(self, situs: str) -> dict[str, Any]:
        """Give it as an item of CSL-JSON, which Zotero, Mendeley and Pandoc read."""
        return {
            "id": self.id,
            "type": "entry",
            "title": ", ".join(filter(None, (self.judul, self.pokok))),
            "container-title": BUKU,
            "version": self.versi,
            "issued": {"date-parts": [[self.per.year, self.per.month, self.per.day]]},
            "URL": situs + self.jalur,
            "language": "id",
        }


def halaman(entri: Entri[Halaman], as_of: date) -> Kutipan:
    """Cite a whole page as it is on a day."""
    return Kutipan(entri.halaman.judul, "", as_of, entri.versi, entri.url)


def ketentuan(handbook: Handbook, dasar: Dasar, as_of: date) -> Kutipan:
    """Cite a provision, which the book must hold, as it is on a day."""
    found = handbook.pasal(dasar)
    assert found is not None, dasar  # the loader refuses citations that do not resolve
    entri, pasal = found
    return Kutipan(baris.sebutan(handbook, dasar), RUMUSAN, as_of, entri.versi, f"{entri.url}#{pasal.anchor}")


def putusan(handbook: Handbook, perbuatan: str, soal: Soal) -> Kutipan:
    """Cite what the book answers about an act, by its id; the day is the one asked about."""
    entri = handbook.perbuatan[perbuatan]
    found = resolve(entri.halaman, soal.peran, soal.tahap, soal.tanggal, soal.wilayah)
    where = handbook.wilayah[soal.wilayah].halaman.nama if soal.wilayah else "seluruh Indonesia"
    asked = f"{handbook.peran[soal.peran].pendek}; {baris.lower_first(baris.kapan(handbook, [soal.tahap]))}; {where}"
    region = soal.wilayah if len(found.baris) > 1 else None
    anchor = baris.jangkar_soal(soal.peran, soal.tahap, region)
    return Kutipan(entri.halaman.judul, f"{asked}: {label(found.nilai).lower()}", soal.tanggal, entri.versi, f"{entri.url}#{anchor}")


def kaki(entri: Entri[Halaman], as_of: date, situs: str) -> str | None:
    """Give the citation that stands below a page; there is none where a page states no law and no events."""
    return halaman(entri, as_of).teks(situs) if isinstance(entri.halaman, HalamanHukum) else None


def export(handbook: Handbook, as_of: date, situs: str) -> Mapping[str, str]:
    """Give every such page and every provision for citation managers, by path."""
    return {PUSTAKA: json.dumps([one.csl(situs) for one in _semua(handbook, as_of)], ensure_ascii=False, separators=(",", ":"))}


def _semua(handbook: Handbook, as_of: date) -> Iterator[Kutipan]:
    yield from (halaman(entri, as_of) for entri in handbook.entri if isinstance(entri.halaman, HalamanHukum))
    for id, entri in handbook.peraturan.items():
        yield from (ketentuan(handbook, Dasar(f"{id}#{pasal.anchor}"), as_of) for pasal in entri.halaman.pasal)
