"""Perbuatan: an act a reader asks about, and its rows of verdicts (Putusan)."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints

from .dasar import Sitasi
from .halaman import HalamanHukum
from .nilai import NilaiPutusan
from .rekaman import (
    ARTI_KEYAKINAN,
    SATU_BARIS,
    Hari,
    KelompokId,
    Keyakinan,
    Klaim,
    PeranId,
    PerbuatanId,
    Rekaman,
    SanksiId,
    SumberId,
    TahapId,
    Teks,
    WilayahId,
)

# A question is a heading: what is longer does not fit on the card that is passed on.
Tanya = Annotated[str, StringConstraints(pattern=SATU_BARIS, min_length=2, max_length=200, strip_whitespace=True)]


class Pandangan(Rekaman):
    """One reading of a disputed rule, with who holds it."""

    pihak: Teks = Field(description="Lembaga atau naskah yang berpandangan demikian, dengan tanggalnya.")
    isi: Teks = Field(description="Pandangannya.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber pandangan ini.")


class Putusan(Rekaman):
    """One row: for these roles, in these phases, in this region, this verdict."""

    nilai: NilaiPutusan = Field(description="Jawabannya bagi peran dan tahap di bawah ini.")
    peran: tuple[PeranId, ...] = Field(min_length=1, description="Id peran di docs/_data/peran.yml.")
    tahap: tuple[TahapId, ...] = Field(min_length=1, description="Id tahap di docs/_data/tahap.yml.")
    wilayah: WilayahId | None = Field(default=None, description="Kosong = nasional.")
    mulai: Hari | None = Field(default=None, description="Berlaku sejak; kosong = tidak dibatasi.")
    selesai: Hari | None = Field(default=None, description="Berlaku sampai; kosong = tidak dibatasi.")
    alasan: Teks = Field(description="Mengapa, dalam satu-tiga kalimat biasa.")
    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Pasal atau butir yang menjadi dasar.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber baris ini.")
    keyakinan: Keyakinan = Field(description=ARTI_KEYAKINAN)
    sanksi: tuple[SanksiId, ...] = Field(default=(), description="Id sanksi di docs/_data/sanksi.yml.")
    syarat: tuple[Teks, ...] = Field(default=(), description="Wajib untuk boleh-bersyarat.")
    pandangan: tuple[Pandangan, ...] = Field(default=(), description="Wajib, minimal dua, untuk diperselisihkan.")
    pilihan_aman: Teks | None = Field(default=None, description="Wajib untuk diperselisihkan.")
    catatan: Teks | None = Field(default=None, description="Keraguan atau batas jawaban ini, bila ada.")

    def covers(self, peran: str, tahap: str, tanggal: date) -> bool:
        """Say whether this row speaks of a role, a phase and a day (regions aside)."""
        return peran in self.peran and tahap in self.tahap and (self.mulai or date.min) <= tanggal <= (self.selesai or date.max)

    def overlaps(self, other: "Putusan") -> bool:
        """Say whether some role, phase and day falls under both rows (regions aside)."""
        same = set(self.peran) & set(other.peran) and set(self.tahap) & set(other.tahap)
        ends = (self.selesai or date.max, other.selesai or date.max)
        return bool(same) and max(self.mulai or date.min, other.mulai or date.min) <= min(ends)


class Selebihnya(Rekaman):
    """The answer for every role and phase that no row names. Written by an editor for each act, never assumed."""

    nilai: NilaiPutusan = Field(description="Jawabannya; biasanya belum-diatur.", examples=["belum-diatur"])
    alasan: Teks = Field(description="Mengapa tak ada baris khusus, dan apa yang tetap berlaku.")
    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Pasal atau butir yang menjadi dasar.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber jawaban ini.")
    keyakinan: Keyakinan = Field(description=ARTI_KEYAKINAN)
    pilihan_aman: Teks = Field(description="Apa yang aman dilakukan.")
    catatan: Teks | None = Field(default=None, description="Keraguan atau batas jawaban ini, bila ada.")


class Mitos(Klaim):
    """A widespread saying about this act that is wrong; ``isi`` tells why."""

    ucapan: Teks = Field(description="Ucapan yang beredar, tanpa tanda petik.")


class Perbuatan(HalamanHukum):
    """An act, asked as a question and answered first."""

    tanya: Tanya = Field(description="Pertanyaan pembaca.", examples=["Bolehkah saya menyukai unggahan calon?"])
    kelompok: KelompokId = Field(description="Id kelompok di docs/_data/kelompok.yml.")
    utama: int | None = Field(default=None, ge=1, le=9, description="Urutan di beranda, bila termasuk yang utama.")
    putusan: tuple[Putusan, ...] = Field(min_length=1, description="Baris pertama adalah jawaban utama: ia tampil lebih dulu.")
    selebihnya: Selebihnya = Field(description="Jawaban untuk peran dan tahap yang tidak disebut baris mana pun.")
    telanjur: tuple[Teks, ...] = Field(default=(), description="Langkah bila sudah terjadi; saran redaksi.")
    alternatif: tuple[Teks, ...] = Field(default=(), description="Yang boleh dilakukan sebagai gantinya.")
    mitos: tuple[Mitos, ...] = Field(default=(), description="Ucapan yang beredar dan keliru tentang perbuatan ini.")
    lihat: tuple[PerbuatanId, ...] = Field(default=(), description="Id perbuatan lain yang dekat.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber yang dipakai halaman ini.")

    @property
    def nilai_utama(self) -> tuple[NilaiPutusan, ...]:
        """The distinct verdicts: that of the first row, which is the main answer, then the others, strictest first."""
        main = self.putusan[0].nilai
        others = {row.nilai for row in self.putusan} - {main}
        return (main, *sorted(others, key=lambda nilai: -nilai.keketatan))

    @property
    def baris_utama(self) -> tuple[Putusan, ...]:
        """The national rows that give the main answer: what a reader must know first."""
        main = self.putusan[0]
        return tuple(row for row in self.putusan if row.nilai is main.nilai and row.wilayah == main.wilayah)
