"""Wilayah: a region, its channels, events, task force, and what is not known about it."""

from datetime import date

from pydantic import Field

from .dasar import Sitasi
from .halaman import HalamanHukum
from .rekaman import Alamat, Judul, Klaim, Slug, SumberId, TanggalLonggar, Teks


class Pejabat(Klaim):
    """A public official acting in office; ``isi`` says what the sources tell of the term."""

    nama: Judul = Field(examples=["Nama pejabat"])
    jabatan: Teks


class Kegiatan(Klaim):
    """An event of the region's timeline."""

    tanggal: TanggalLonggar | None = Field(default=None, description="Kosong bila tidak diketahui.")
    judul: Judul
    tempat: Teks | None = None


class Kanal(Klaim):
    """A way to report or to ask; ``isi`` tells what it is for and how to reach it."""

    id: Slug
    nama: Judul = Field(examples=["Bawaslu Kota Tegal"])
    dicek: date = Field(description="Kapan keterangan kanal ini terakhir dicek.")
    url: Alamat | None = None
    mandiri: bool = Field(default=False, description="true bila di luar pemerintah daerah yang bersangkutan.")


class Wilayah(HalamanHukum):
    """A region with its own folder and its own editors."""

    nama: Judul = Field(examples=["Kota Tegal"])
    provinsi: Judul = Field(examples=["Jawa Tengah"])
    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Aturan yang berlaku di wilayah ini.")
    sumber: tuple[SumberId, ...] = Field(min_length=1)
    profil: tuple[Klaim, ...] = ()
    pejabat: tuple[Pejabat, ...] = ()
    kegiatan: tuple[Kegiatan, ...] = ()
    satgas: tuple[Klaim, ...] = ()
    kanal: tuple[Kanal, ...] = Field(min_length=1, description="Minimal satu kanal yang mandiri.")
    keadaan: tuple[Klaim, ...] = Field(default=(), description="Pernyataan lain tentang wilayah ini.")
    celah: tuple[Teks, ...] = Field(default=(), description="Apa yang tidak diketahui.")
