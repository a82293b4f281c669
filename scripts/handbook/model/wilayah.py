"""Wilayah: a region, its channels, events, task force, and what is not known about it."""

from datetime import date

from pydantic import Field

from .dasar import Sitasi
from .halaman import HalamanHukum
from .rekaman import Alamat, Judul, Klaim, Slug, SumberId, TanggalLonggar, Teks


class Pejabat(Klaim):
    """A public official acting in office; ``isi`` says what the sources tell of the term."""

    nama: Judul = Field(description="Nama pejabat publik.", examples=["Nama pejabat"])
    jabatan: Teks = Field(description="Jabatannya, dengan tahunnya bila perlu.", examples=["Sekretaris Daerah"])


class Kegiatan(Klaim):
    """An event of the region's timeline."""

    tanggal: TanggalLonggar | None = Field(default=None, description="Kosong bila tidak diketahui.")
    judul: Judul = Field(description="Kegiatannya dalam beberapa kata.", examples=["Apel netralitas"])
    tempat: Teks | None = Field(default=None, description="Tempatnya, bila disebut.")


class Kanal(Klaim):
    """A way to report or to ask; ``isi`` tells what it is for and how to reach it."""

    id: Slug = Field(description="id kanal ini.", examples=["bawaslu-kota-tegal"])
    nama: Judul = Field(description="Lembaga atau layanan yang menerima laporan.", examples=["Bawaslu Kota Tegal"])
    dicek: date = Field(description="Kapan keterangan kanal ini terakhir dicek.")
    url: Alamat | None = Field(default=None, description="Alamat https halaman lapornya, bila ada.")
    mandiri: bool = Field(default=False, description="true bila di luar pemerintah daerah yang bersangkutan.")


class Wilayah(HalamanHukum):
    """A region with its own folder and its own editors."""

    nama: Judul = Field(description="Nama wilayah, dengan Kota atau Kabupaten.", examples=["Kota Tegal"])
    provinsi: Judul = Field(description="Provinsinya.", examples=["Jawa Tengah"])
    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Aturan yang berlaku di wilayah ini.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber yang dipakai halaman ini.")
    profil: tuple[Klaim, ...] = Field(default=(), description="Jumlah kecamatan, pemilih, dan ASN.")
    pejabat: tuple[Pejabat, ...] = Field(default=(), description="Pejabat publik yang mengurus netralitas atau pemilihan.")
    kegiatan: tuple[Kegiatan, ...] = Field(default=(), description="Sosialisasi, apel, rapat, dan peristiwa lain, menurut waktunya.")
    satgas: tuple[Klaim, ...] = Field(default=(), description="Satuan tugas atau desk di pemerintah daerah itu.")
    kanal: tuple[Kanal, ...] = Field(min_length=1, description="Minimal satu kanal yang mandiri.")
    keadaan: tuple[Klaim, ...] = Field(default=(), description="Pernyataan lain tentang wilayah ini.")
    celah: tuple[Teks, ...] = Field(default=(), description="Apa yang tidak diketahui.")
