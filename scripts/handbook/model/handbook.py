"""Handbook: all pages and tables together, whole and consistent, with the look-ups readers of it need."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from .dasar import Dasar
from .entri import Entri, T
from .halaman import Halaman, Panduan, Tentang
from .kalender import Fase, Kalender
from .kasus import Kasus
from .peraturan import Pasal, Peraturan
from .perbuatan import Perbuatan
from .rekaman import Rekaman
from .skema import rujukan
from .tabel import Istilah, Kanal, Kelompok, Peran, Sanksi, Sumber, Tabel, Tahap, Tetangga
from .wilayah import Wilayah

# Pages that the layout and the page templates link to by name: a book without them would have dead links.
WAJIB = (
    "index.md",
    *(f"{folder}/index.md" for folder in ("perbuatan", "peraturan", "kasus", "wilayah", "panduan", "tentang")),
    *(f"{name}.md" for name in ("cari", "cek", "sumber", "glosarium")),
    *(f"panduan/{name}.md" for name in ("sanksi", "melapor", "telanjur", "kalender")),
    *(f"tentang/{name}.md" for name in ("luring", "mengutip", "perubahan")),
)


@dataclass(frozen=True)
class Pindahan:
    """An address that a page has left: relative to the site's root, the page it leads to now, and the one that declares it."""

    lama: str
    tujuan: Entri[Halaman]
    penyebut: Entri[Halaman]


@dataclass(frozen=True)
class Handbook:
    """The whole book. ``entri`` is sorted by path."""

    entri: tuple[Entri[Halaman], ...]
    tabel: Tabel

    def _berisi(self, kind: type[T]) -> dict[str, Entri[T]]:
        return {e.halaman.id: e for e in self.entri if isinstance(e.halaman, kind)}  # type: ignore[misc]

    @cached_property
    def perbuatan(self) -> Mapping[str, Entri[Perbuatan]]:
        """Acts by id."""
        return self._berisi(Perbuatan)

    @cached_property
    def peraturan(self) -> Mapping[str, Entri[Peraturan]]:
        """Regulations and circulars by id."""
        return self._berisi(Peraturan)

    @cached_property
    def kasus(self) -> Mapping[str, Entri[Kasus]]:
        """Cases by id."""
        return self._berisi(Kasus)

    @cached_property
    def wilayah(self) -> Mapping[str, Entri[Wilayah]]:
        """Regions by id."""
        return self._berisi(Wilayah)

    @cached_property
    def panduan(self) -> Mapping[str, Entri[Panduan]]:
        """Guides by id."""
        return self._berisi(Panduan)

    @cached_property
    def tentang(self) -> Mapping[str, Entri[Tentang]]:
        """Pages that state no law, by id."""
        return self._berisi(Tentang)

    @cached_property
    def sumber(self) -> Mapping[str, Sumber]:
        """Sources by id."""
        return {row.id: row for row in self.tabel.sumber}

    @cached_property
    def peran(self) -> Mapping[str, Peran]:
        """Roles by id."""
        return {row.id: row for row in self.tabel.peran}

    @cached_property
    def tahap(self) -> Mapping[str, Tahap]:
        """Phases by id."""
        return {row.id: row for row in self.tabel.tahap}

    @cached_property
    def kalender(self) -> Mapping[str, Kalender]:
        """Calendars by id."""
        return {row.id: row for row in self.tabel.kalender}

    @property
    def luar_tahapan(self) -> Tahap:
        """The phase that holds while no election runs."""
        return next(row for row in self.tabel.tahap if row.di_luar)

    def fase(self, wilayah: str | None = None) -> tuple[Fase, ...]:
        """Give the phases of every election, as they are for the whole country or in a region."""
        return tuple(fase for kalender in self.tabel.kalender for fase in kalender.fase(wilayah))

    def fase_pada(self, hari: date, wilayah: str | None = None) -> tuple[Fase, ...]:
        """Give the phases that hold on a day; none when no election runs."""
        return tuple(fase for fase in self.fase(wilayah) if fase.mulai <= hari <= fase.selesai)

    def tahap_pada(self, hari: date, sekarang: date, wilayah: str | None = None) -> Tahap | None:
        """Give the phase of a day: the calendar's; outside elections for today; None for other days, of which the calendar is silent."""
        running = next(iter(self.fase_pada(hari, wilayah)), None)
        if running:
            return self.tahap[running.tahap]
        return self.luar_tahapan if hari == sekarang else None

    @cached_property
    def kelompok(self) -> Mapping[str, Kelompok]:
        """Groups of acts by id."""
        return {row.id: row for row in self.tabel.kelompok}

    @cached_property
    def sanksi(self) -> Mapping[str, Sanksi]:
        """Sanctions by id."""
        return {row.id: row for row in self.tabel.sanksi}

    @cached_property
    def istilah(self) -> Mapping[str, Istilah]:
        """Glossary terms by id."""
        return {row.id: row for row in self.tabel.istilah}

    @cached_property
    def pindahan(self) -> tuple[Pindahan, ...]:
        """Every address that pages have left; with a region, all of its pages have moved."""
        return tuple(
            Pindahan(lama + moved.url.removeprefix(entri.url), moved, entri)
            for entri in self.entri
            for lama in entri.halaman.alamat_lama
            for moved in self._sefolder(entri)
        )

    def _sefolder(self, entri: Entri[Halaman]) -> Iterator[Entri[Halaman]]:
        region = entri.halaman.id if isinstance(entri.halaman, Wilayah) else None
        return (one for one in self.entri if one is entri or (region and one.wilayah == region))

    def tetangga(self, wilayah: str) -> tuple[Tetangga, ...]:
        """Give the neighbours of a region."""
        return self._tetangga.get(wilayah, ())

    @cached_property
    def _tetangga(self) -> Mapping[str, tuple[Tetangga, ...]]:
        return terbalik((row, row.tetangga_dari) for row in self.tabel.tetangga)

    @property
    def kanal(self) -> tuple[Kanal, ...]:
        """National channels."""
        return self.tabel.kanal

    def pasal(self, dasar: Dasar) -> tuple[Entri[Peraturan], Pasal] | None:
        """Find the provision a citation points at, or None."""
        return self._pasal.get(dasar)

    @cached_property
    def _pasal(self) -> Mapping[str, tuple[Entri[Peraturan], Pasal]]:
        # The first of two with one anchor, which the check refuses, is the one that stands.
        found = ((f"{id}#{pasal.anchor}", (e, pasal)) for id, e in self.peraturan.items() for pasal in reversed(e.halaman.pasal))
        return dict(found)

    def terbit(self, dasar: Dasar) -> str:
        """Say when the words of a provision were made: "2016-07-01", "2016", or "" when it is not known."""
        found = self.pasal(dasar)
        worded = self.peraturan.get(found[1].bunyi or dasar.peraturan) if found else None
        return worded.halaman.terbit if worded else ""

    def pencabut(self, id: str) -> tuple[Entri[Peraturan], ...]:
        """Give the regulations that repeal or replace this one: the inverse of ``mencabut`` and ``menggantikan``."""
        return self._pencabut.get(id, ())

    @cached_property
    def _pencabut(self) -> Mapping[str, tuple[Entri[Peraturan], ...]]:
        return terbalik((e, (*e.halaman.mencabut, *e.halaman.menggantikan)) for e in self.peraturan.values())

    def pengubah(self, id: str) -> tuple[Entri[Peraturan], ...]:
        """Give the regulations that amend this one: the inverse of ``mengubah``."""
        return self._pengubah.get(id, ())

    @cached_property
    def _pengubah(self) -> Mapping[str, tuple[Entri[Peraturan], ...]]:
        return terbalik((e, e.halaman.mengubah) for e in self.peraturan.values())

    def edaran(self, wilayah: str) -> tuple[Entri[Peraturan], ...]:
        """Give the regulations in a region's folder, in order of path."""
        return self._edaran.get(wilayah, ())

    @cached_property
    def _edaran(self) -> Mapping[str, tuple[Entri[Peraturan], ...]]:
        return terbalik((e, (e.wilayah,)) for e in self.peraturan.values() if e.wilayah)

    def kasus_perbuatan(self, id: str) -> tuple[Entri[Kasus], ...]:
        """Give the cases that show this act, newest first."""
        return self._kasus_perbuatan.get(id, ())

    @cached_property
    def _kasus_perbuatan(self) -> Mapping[str, tuple[Entri[Kasus], ...]]:
        return terbalik((e, e.halaman.perbuatan) for e in terbaru(self.kasus.values()))

    def kasus_wilayah(self, wilayah: str) -> tuple[Entri[Kasus], ...]:
        """Give the cases in a region's folder, newest first."""
        return self._kasus_wilayah.get(wilayah, ())

    @cached_property
    def _kasus_wilayah(self) -> Mapping[str, tuple[Entri[Kasus], ...]]:
        return terbalik((e, (e.wilayah,)) for e in terbaru(self.kasus.values()) if e.wilayah)

    @cached_property
    def pengutip(self) -> Mapping[str, tuple[Entri[Halaman], ...]]:
        """For every citation ("pp-94-2021#pasal-5"), the pages whose records cite it, in order of path."""
        return self._perujuk["Sitasi"]

    @cached_property
    def pemakai(self) -> Mapping[str, tuple[Entri[Halaman], ...]]:
        """For every source id, the pages whose records rest on it, in order of path."""
        return self._perujuk["Sumber"]

    @cached_property
    def _perujuk(self) -> Mapping[str, Mapping[str, tuple[Entri[Halaman], ...]]]:
        """For the kinds that pages rest on, each id with the pages that name it."""
        named: dict[str, list[tuple[Entri[Halaman], list[str]]]] = {"Sitasi": [], "Sumber": []}
        for entri in self.entri:
            refs = [(kind, id) for record in self._tampil(entri) for _, kind, id in rujukan(record)]
            named["Sitasi"].append((entri, [id for kind, id in refs if kind == "Sitasi"]))
            named["Sumber"].append((entri, [*(id for kind, id in refs if kind == "Sumber"), *entri.penanda]))
        return {kind: terbalik(pages) for kind, pages in named.items()}

    def _tampil(self, entri: Entri[Halaman]) -> Iterator[Rekaman]:
        """Give the records a page shows: its own, and the rows of the shared tables it ends with."""
        yield entri.halaman
        if isinstance(entri.halaman, Wilayah):
            yield from self.tetangga(entri.halaman.id)
        if isinstance(entri.halaman, Panduan | Tentang):
            for nama in entri.halaman.tabel:
                # "perbuatan" and its like list pages, which show themselves; the bibliography shows all by nature.
                yield from getattr(self.tabel, nama, ()) if nama != "sumber" else ()


def terbalik(rows: Iterable[tuple[Any, Iterable[str]]]) -> dict[str, tuple[Any, ...]]:
    """Turn things with the ids they name into ids with the things that name them, each thing once, in the order given.

    >>> terbalik([("a", ["x", "y"]), ("b", ["x"])])
    {'x': ('a', 'b'), 'y': ('a',)}
    """
    found: dict[str, list[Any]] = {}
    for thing, ids in rows:
        for id in dict.fromkeys(ids):
            found.setdefault(id, []).append(thing)
    return {id: tuple(things) for id, things in found.items()}


def terbaru(kasus: Iterable[Entri[Kasus]]) -> tuple[Entri[Kasus], ...]:
    """Sort cases newest first, then by id, so that the order never depends on the file system."""
    by_id = sorted(kasus, key=lambda e: e.halaman.id)
    return tuple(sorted(by_id, key=lambda e: e.halaman.tanggal, reverse=True))
