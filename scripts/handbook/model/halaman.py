"""Halaman: what every page of the handbook has, whatever it is about."""

from abc import abstractmethod
from datetime import date
from enum import StrEnum

from pydantic import Field

from .dasar import Sitasi
from .rekaman import AlamatLama, Judul, Ralat, Rekaman, Ringkas, Slug, SumberId, Teks
from .tinjauan import Tinjauan

# Keys that say when a page was checked, or help to find it: they change nothing of what it tells.
BUKAN_ISI = frozenset({"id", "alias", "alamat_lama", "diverifikasi", "tinjau_sebelum", "diperiksa"})


class Halaman(Rekaman):
    """The front matter common to all pages."""

    id: Slug = Field(description="Sama dengan nama berkas tanpa .md (untuk index.md: nama foldernya); menjadi alamat halaman.")
    judul: Judul = Field(description="Judul halaman; teks biasa tanpa tanda Markdown.")
    ringkas: Ringkas = Field(description="Satu-dua kalimat: inti halaman ini bagi pembaca.")
    alias: tuple[Teks, ...] = Field(default=(), description="Ejaan atau pertanyaan yang benar-benar diketik orang.")
    sumber: tuple[SumberId, ...] = Field(default=(), description="Sumber halaman; wajib bila memuat pernyataan hukum.")
    ralat: tuple[Ralat, ...] = Field(default=(), description="Kekeliruan yang beredar dan yang sebenarnya.")
    alamat_lama: tuple[AlamatLama, ...] = Field(
        default=(), description="Alamat yang dulu dipakai halaman ini; pembaca yang membukanya diantar ke sini."
    )

    @property
    @abstractmethod
    def per(self) -> date:
        """The day as of which its content was last checked."""


class HalamanHukum(Halaman):
    """A page that states law or events: it says who last compared it with what, and by when that is due again."""

    diverifikasi: tuple[Tinjauan, ...] = Field(
        min_length=1, description="Tinjauan halaman ini, yang terbaru paling bawah; yang lama tidak diubah atau dihapus."
    )
    tinjau_sebelum: date = Field(
        description="Paling lambat tanggal ini halaman dicocokkan lagi; setahun atau kurang sesudah tinjauan terakhir."
    )

    @property
    def per(self) -> date:
        """The day of the last review."""
        return self.diverifikasi[-1].tanggal


class Tabel(StrEnum):
    """A generated figure or list."""

    PERBUATAN = "perbuatan"
    PERATURAN = "peraturan"
    KASUS = "kasus"
    WILAYAH = "wilayah"
    SANKSI = "sanksi"
    KALENDER = "kalender"
    KANAL = "kanal"
    ISTILAH = "istilah"
    SUMBER = "sumber"
    PANDUAN = "panduan"
    MITOS = "mitos"
    DIPERSELISIHKAN = "diperselisihkan"
    TANGGA = "tangga"
    ALUR = "alur"
    STATISTIK = "statistik"
    CARI = "cari"
    CEK = "cek"
    DATA = "data"
    SIMPAN = "simpan"
    KABAR = "kabar"

    @property
    def gambar(self) -> bool:
        """True for figures, tools and the choice of a region, which stand before the prose that explains them; lists end the page."""
        return self in (Tabel.TANGGA, Tabel.ALUR, Tabel.CEK, Tabel.DATA, Tabel.SIMPAN, Tabel.WILAYAH)


class Panduan(HalamanHukum):
    """A guide: prose about law for a need (tertekan, dipanggil, melapor); must show what it rests on."""

    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Pasal yang menjadi sandaran halaman ini.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber yang dipakai halaman ini.")
    tabel: tuple[Tabel, ...] = Field(default=(), description="Daftar yang dibuat otomatis di akhir halaman.")
    urutan: int = Field(
        default=50, ge=1, le=99, description="Urutan dalam daftar panduan; 1–9 untuk kebutuhan mendesak, tampil di beranda."
    )

    @property
    def mendesak(self) -> bool:
        """True for what a reader in need must find on the home page."""
        return self.urutan < 10


class Tentang(Halaman):
    """A page that states no law: about this site, an overview, an index of a section."""

    diperiksa: date = Field(description="Tanggal isi terakhir diperiksa (TTTT-BB-HH).")
    tabel: tuple[Tabel, ...] = Field(default=(), description="Daftar yang dibuat otomatis di akhir halaman.")

    @property
    def per(self) -> date:
        """The day of the last check."""
        return self.diperiksa
