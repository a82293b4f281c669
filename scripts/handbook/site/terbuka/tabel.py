"""Tabel: every table of the open data, declared once; its columns are keys of the model's own records.

A column is a key that holds a value or a list of values; what holds records (the provisions of a regulation) is a table of its own.
What the book tells only on pages, such as who holds an office in a region, is in no table.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, get_type_hints

from pydantic import BaseModel, Field, create_model

from handbook.model.dasar import Dasar
from handbook.model.entri import Entri
from handbook.model.halaman import Halaman
from handbook.model.handbook import Handbook
from handbook.model.kalender import Jadwal
from handbook.model.kasus import Kasus
from handbook.model.peraturan import Pasal, Peraturan
from handbook.model.perbuatan import Perbuatan
from handbook.model.rekaman import PeraturanId, Rekaman, Slug, WilayahId
from handbook.model.skema import Medan, medan
from handbook.model.tabel import Istilah, Kanal, Peran, Sanksi, Sumber, Tahap
from handbook.model.wilayah import Wilayah

from .. import baris

# A row: the model's record, and the columns that are added to it.
Isi = tuple[BaseModel, Mapping[str, Any]]


class Tanpa(Rekaman):
    """Adds no column."""


class Beralamat(Rekaman):
    """Adds where the row is told on the site."""

    halaman: str = Field(description="Alamatnya, dari akar situs.", examples=["peraturan/pp-94-2021/"])


class Berhalaman(Beralamat):
    """Adds what every page has."""

    versi_halaman: str = Field(description="Delapan angka heksadesimal yang tetap selama isi halamannya tetap.", examples=["1a2b3c4d"])
    wilayah: WilayahId | None = Field(default=None, description="Id wilayah pemilik halaman; kosong bila nasional.")


class Ketentuannya(Berhalaman):
    """Adds of which regulation a provision is."""

    peraturan: PeraturanId = Field(description="Id peraturan yang memuatnya.")
    rujukan: str = Field(description="Id untuk dirujuk: id peraturan, tanda #, jangkar.", examples=["pp-94-2021#pasal-5-huruf-n"])
    sitasi: str = Field(description="Cara menyebutnya.", examples=["Pasal 5 huruf n PP 94/2021"])
    terbit: str = Field(description="Tanggal atau tahun naskah yang memuat bunyinya; kosong bila tidak diketahui.", examples=["2021-08-31"])


class Jadwalnya(Beralamat):
    """Adds of which election a line of the calendar is, and its days where a rule counts them."""

    kalender: Slug = Field(description="Id pemilihannya.", examples=["pilkada-2024"])
    pemilihan: str = Field(description="Nama pemilihannya.", examples=["Pilkada 2024"])
    dihitung: bool = Field(description="true bila harinya dihitung menurut aturan dari jadwal lain.")


class Kanalnya(Beralamat):
    """Adds whose channel it is."""

    wilayah: WilayahId | None = Field(default=None, description="Id wilayahnya; kosong bila nasional.")


@dataclass(frozen=True)
class TabelTerbuka:
    """A table: its name, what it holds (in Indonesian), whose keys are its columns, which columns are added, and its rows."""

    nama: str
    arti: str
    rekaman: type[BaseModel]
    tambahan: type[Rekaman]
    isi: Callable[[Handbook], Iterable[Isi]]

    @cached_property
    def baris(self) -> type[BaseModel]:
        """The type of its rows: their check, their schema and their explanation at once."""
        columns: Any = {**_flat(self.rekaman), **_flat(self.tambahan)}
        return create_model(f"Baris{self.nama.capitalize()}", __base__=Rekaman, __doc__=self.arti, **columns)

    @property
    def kolom(self) -> tuple[Medan, ...]:
        """Its columns in order, each with its meaning."""
        return medan(self.baris)

    def rows(self, handbook: Handbook) -> Iterator[BaseModel]:
        """Give its rows, in the order of the book."""
        own = [key for key in self.baris.model_fields if key not in self.tambahan.model_fields]
        for record, added in self.isi(handbook):
            yield self.baris(**{key: getattr(record, key) for key in own}, **added)


def _flat(kind: type[BaseModel]) -> dict[str, Any]:
    """Take the keys of a record that hold no records, with their types and all that is declared of them."""
    hints = get_type_hints(kind, include_extras=True)
    return {m.nama: (hints[m.nama], kind.model_fields[m.nama]) for m in medan(kind) if m.rekaman is None}


def _halaman(entri: Entri[Halaman], anchor: str = "") -> dict[str, Any]:
    return {"halaman": f"{entri.url}#{anchor}" if anchor else entri.url, "versi_halaman": entri.versi, "wilayah": entri.wilayah}


def _pages(found: Mapping[str, Entri[Any]]) -> Iterator[Isi]:
    return ((entri.halaman, _halaman(entri)) for entri in found.values())


def _anchored(records: Iterable[Any], page: str) -> Iterator[Isi]:
    return ((record, {"halaman": f"{page}{record.id}"}) for record in records)


def _wilayah(handbook: Handbook) -> Iterator[Isi]:
    # A region's own page stands in its own folder.
    return ((entri.halaman, {"halaman": entri.url, "versi_halaman": entri.versi, "wilayah": id}) for id, entri in handbook.wilayah.items())


def _ketentuan(handbook: Handbook) -> Iterator[Isi]:
    for id, entri in handbook.peraturan.items():
        for pasal in entri.halaman.pasal:
            dasar = Dasar(f"{id}#{pasal.anchor}")
            cited = {"rujukan": dasar, "sitasi": baris.sebutan(handbook, dasar), "terbit": handbook.terbit(dasar)}
            yield pasal, {**_halaman(entri, pasal.anchor), "peraturan": id, **cited}


def _jadwal(handbook: Handbook) -> Iterator[Isi]:
    for kalender in handbook.tabel.kalender:
        for line in kalender.terjadwal(*handbook.wilayah):
            dated = line.jadwal.model_copy(update={"mulai": line.mulai, "selesai": line.selesai})
            where = f"panduan/kalender/#{kalender.id}-{dated.id}"
            yield dated, {"kalender": kalender.id, "pemilihan": kalender.nama, "dihitung": dated.dihitung, "halaman": where}


def _kanal(handbook: Handbook) -> Iterator[Isi]:
    yield from ((kanal, {"halaman": f"panduan/melapor/#kanal-{kanal.id}"}) for kanal in handbook.kanal)
    for id, entri in handbook.wilayah.items():
        yield from ((kanal, {"halaman": f"{entri.url}#kanal-{kanal.id}", "wilayah": id}) for kanal in entri.halaman.kanal)


TABEL = (
    TabelTerbuka("peraturan", "Peraturan, keputusan, putusan pengadilan, dan edaran, dengan status dan hubungannya.",
                 Peraturan, Berhalaman, lambda h: _pages(h.peraturan)),
    TabelTerbuka("ketentuan", "Pasal dan butir yang dikutip buku ini, dengan rumusan redaksi.", Pasal, Ketentuannya, _ketentuan),
    TabelTerbuka("perbuatan", "Perbuatan yang ditanyakan; jawabannya ada dalam putusan.json.",
                 Perbuatan, Berhalaman, lambda h: _pages(h.perbuatan)),
    TabelTerbuka("kasus", "Contoh dari berita, tanpa nama orang.", Kasus, Berhalaman, lambda h: _pages(h.kasus)),
    TabelTerbuka("wilayah", "Wilayah yang dibahas.", Wilayah, Berhalaman, _wilayah),
    TabelTerbuka("kanal", "Tempat melapor dan bertanya, nasional dan daerah.", Kanal, Kanalnya, _kanal),
    TabelTerbuka("jadwal", "Jadwal pemilihan, dengan kepastian tanggalnya.", Jadwal, Jadwalnya, _jadwal),
    TabelTerbuka("tahap", "Tahap pemilihan, menurut urutannya.", Tahap, Tanpa, lambda h: ((row, {}) for row in h.tabel.tahap)),
    TabelTerbuka("peran", "Peran orang yang bertanya atau yang diikat sebuah aturan.",
                 Peran, Tanpa, lambda h: ((row, {}) for row in h.tabel.peran)),
    TabelTerbuka("sanksi", "Sanksi, dan hak yang melindungi dari sanksi.",
                 Sanksi, Beralamat, lambda h: _anchored(h.tabel.sanksi, "panduan/sanksi/#sanksi-")),
    TabelTerbuka("istilah", "Istilah dengan ejaan yang dipakai orang.",
                 Istilah, Beralamat, lambda h: _anchored(h.tabel.istilah, "glosarium/#")),
    TabelTerbuka("sumber", "Daftar pustaka: setiap sumber yang dipakai buku ini, dan sejauh mana ia dibaca.",
                 Sumber, Beralamat, lambda h: _anchored((s for s in h.tabel.sumber if s.id in h.pemakai), "sumber/#")),
)  # fmt: skip
