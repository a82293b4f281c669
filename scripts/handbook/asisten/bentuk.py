"""Bentuk: the shapes of answers. Their descriptions travel to the client as the schema of each tool's output."""

from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import Field

from handbook.model.nilai import NilaiPutusan
from handbook.model.rekaman import Keyakinan, Rekaman
from handbook.site.label import label


class Hasil(StrEnum):
    """How a question ended."""

    TERJAWAB = "terjawab"
    BERGANTUNG = "bergantung"
    BERMAKNA_GANDA = "bermakna-ganda"
    TIDAK_DIKENAL = "tidak-dikenal"


class Rujukan(Rekaman):
    """A citation, ready to be repeated."""

    id: str = Field(description="Satu kata untuk program; memuat versi halaman.")
    teks: str = Field(description="Kutipan lengkap untuk pembaca.")
    alamat: str = Field(description="Alamat halaman, tempat pembaca memeriksa jawaban ini.")


class Calon(Rekaman):
    """Something that may have been meant."""

    id: str
    nama: str
    alamat: str


class Yakin(Rekaman):
    """How well a statement is founded."""

    nilai: Keyakinan
    teks: str
    perlu_diperingatkan: bool = Field(description="true: sampaikan keraguan ini bersama jawabannya.")


class Jawaban(Rekaman):
    """What every answer carries."""

    hasil: Hasil
    pesan: str = Field(description="Satu kalimat untuk pembaca: apa yang terjadi, dan apa yang masih perlu disebut.")
    per_tanggal: date = Field(description="Hari yang dibicarakan jawaban ini; sebutkan bersama jawabannya.")
    penafian: str = Field(description="Sampaikan bersama jawabannya.")


class SumberDipakai(Rekaman):
    """A source, and how much of it the editors read."""

    judul: str
    penerbit: str
    dibaca: str
    url: str | None = None


class Ketentuan(Rekaman):
    """A provision, in the book's own words."""

    id: str
    sebutan: str
    perihal: str | None
    isi: str
    rumusan: str = Field(description="Kata-kata siapa isi itu; jangan dikutip sebagai bunyi peraturan.")
    berlaku: bool
    bunyi_menurut: str | None = Field(description="Undang-undang perubahan yang memuat bunyi terakhirnya.")
    catatan: str | None
    keyakinan: Yakin
    sumber: tuple[SumberDipakai, ...]
    rujukan: Rujukan
    rinci: tuple[Calon, ...] = Field(description="Bagian ketentuan ini yang dimuat sendiri.")


class Peraturan(Rekaman):
    """A regulation: what it is and whether it is in force."""

    id: str
    judul: str
    ringkas: str
    status: str
    status_catatan: str | None
    naskah: str = Field(description="Sejauh mana naskahnya dibaca redaksi.")
    mengikat: str
    dicabut_oleh: tuple[Calon, ...]
    diubah_oleh: tuple[Calon, ...]
    ditinjau: date = Field(description="Kapan halaman ini terakhir dicocokkan dengan sumbernya.")
    lewat_tenggat: bool = Field(description="true: tinjauannya terlambat; isinya mungkin usang.")
    rujukan: Rujukan


class JawabanKetentuan(Jawaban):
    """What a citation leads to: a provision with its regulation, a regulation alone, or what may have been meant."""

    ketentuan: Ketentuan | None = None
    peraturan: Peraturan | None = None
    calon: tuple[Calon, ...] = Field(default=(), description="Yang mungkin dimaksud, atau yang dimuat buku; pilih dengan id-nya.")


class Kasus(Rekaman):
    """One answer, with whom and when it is for."""

    putusan: NilaiPutusan
    putusan_teks: str
    siapa: str
    kapan: str
    wilayah: str
    peran: tuple[str, ...]
    tahap: tuple[str, ...]
    terjawab: bool = Field(description="false: dasar utamanya belum ada pada hari itu; ini aturan sekarang.")
    keyakinan: Yakin
    baris: tuple[dict[str, Any], ...] = Field(
        description="Alasan, dasar, syarat, sanksi, sumber, aturan nasional dulu; bila kasusnya banyak, tanpa dasar, sanksi, dan sumber."
    )
    rujukan: Rujukan = Field(description="Kutipan untuk peran dan tahap pertama kasus ini.")


class JawabanPutusan(Jawaban):
    """The verdict; where it depends on what was not told, every case of it."""

    perbuatan: Calon | None = None
    putusan: NilaiPutusan | None = Field(default=None, description="Hanya bila semua kasus sama.")
    bergantung_pada: tuple[str, ...] = ()
    kasus: tuple[Kasus, ...] = ()
    langkah: tuple[str, ...] = Field(default=(), description="Saran redaksi bila sudah telanjur.")
    calon: tuple[Calon, ...] = Field(default=(), description="Yang mungkin dimaksud; pilih dengan id-nya.")


class Temuan(Rekaman):
    """A section found."""

    judul: str
    bagian: str
    cuplikan: str
    jenis: str
    wilayah: str | None
    putusan: tuple[str, ...]
    status: str | None
    keyakinan: Yakin | None = Field(description="Kosong bila bagian itu bukan pernyataan tunggal; lihat halamannya.")
    rujukan: Rujukan


class KartuJawaban(Rekaman):
    """The answer of the act that clearly leads: for some; ask the tool "putusan" for one role and phase."""

    tanya: str
    putusan: tuple[str, ...]
    ringkas: str
    siapa: str
    dasar: str
    keyakinan: Yakin
    rujukan: Rujukan


class JawabanCari(Jawaban):
    """What was found, best first."""

    jumlah: int = 0
    maksud: str | None = Field(default=None, description="Kueri yang dibetulkan dan yang dicari, bila ada salah ketik.")
    kartu: KartuJawaban | None = None
    temuan: tuple[Temuan, ...] = ()
    calon: tuple[Calon, ...] = Field(default=(), description="Pilihan untuk saringan yang tidak dikenal.")


def yakin(nilai: Keyakinan) -> Yakin:
    """Say how well a statement is founded, in words too."""
    return Yakin(nilai=nilai, teks=label(nilai), perlu_diperingatkan=nilai.meragukan)
