"""Buku: the book as programs ask it: its records, its index and its catalogue of citations, as of one day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.search.answer import Buku as Indeks
from handbook.search.katalog import Katalog
from handbook.search.sitiran import Aturan, Ketentuan
from handbook.site.kutipan import Kutipan
from handbook.site.label import PENAFIAN

from .bentuk import Calon, Rujukan


@dataclass(frozen=True)
class Buku:
    """``situs`` is the site's address, ending in a slash, "" when none is known; ``susun`` makes the index when first asked."""

    handbook: Handbook
    as_of: date
    situs: str
    susun: Callable[[], Indeks]

    @cached_property
    def indeks(self) -> Indeks:
        """The search index; making it takes seconds."""
        return self.susun()

    @cached_property
    def katalog(self) -> Katalog:
        """Every regulation and provision that can be cited."""
        return Katalog(tuple(self._aturan()), tuple(self._ketentuan()))

    def rujukan(self, kutipan: Kutipan) -> Rujukan:
        """Write a citation out."""
        return Rujukan(id=kutipan.id, teks=kutipan.teks(self.situs), alamat=self.situs + kutipan.jalur)

    def calon(self, id: str, nama: str, jalur: str) -> Calon:
        """Offer something by its id, its name and its address relative to the root."""
        return Calon(id=id, nama=nama, alamat=self.situs + jalur)

    def halaman(self, entri: Iterable[Entri[Halaman]], nama: str = "judul") -> tuple[Calon, ...]:
        """Offer pages, each named by one key of its record."""
        return tuple(self.calon(e.halaman.id, getattr(e.halaman, nama), e.url) for e in entri)

    def umum(self, hari: date | None = None) -> Mapping[str, Any]:
        """Give what every answer carries."""
        return {"per_tanggal": hari or self.as_of, "penafian": PENAFIAN}

    def _aturan(self) -> Iterable[Aturan]:
        for id, entri in self.handbook.peraturan.items():
            page = entri.halaman
            nomor = (page.nomor or "").replace(";", ",").split(",")
            region = self.handbook.wilayah[entri.wilayah].halaman.nama if entri.wilayah else None
            names = (page.sebutan, page.judul.partition(" tentang ")[0], *filter(None, map(str.strip, nomor)))
            yield Aturan(id, names, page.alias, tuple(filter(None, (page.penerbit, region))))

    def _ketentuan(self) -> Iterable[Ketentuan]:
        for id, entri in self.handbook.peraturan.items():
            for pasal in entri.halaman.pasal:
                yield Ketentuan(f"{id}#{pasal.anchor}", pasal.sebutan, tuple(filter(None, (id, pasal.bunyi))))


def kenali(nama: str, pilihan: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """Give the ids that a text names: the id itself, else all that bear the name, in any case; never by likeness.

    >>> kenali("kota TEGAL", {"kota-tegal": ["Kota Tegal"]})
    ('kota-tegal',)
    """
    dicari = nama.strip().casefold()
    return (dicari,) if dicari in pilihan else tuple(id for id, names in pilihan.items() if dicari in map(str.casefold, names))
