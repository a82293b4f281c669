"""Kasus: one news-derived example; roles, never private names."""

from enum import StrEnum

from pydantic import Field

from .dasar import Sitasi
from .halaman import HalamanHukum
from .rekaman import Keyakinan, PerbuatanId, SumberId, TanggalLonggar, Teks


class StatusKasus(StrEnum):
    """What an authority has decided. Only a decision makes ``terbukti``."""

    DUGAAN = "dugaan"
    TERBUKTI = "terbukti"
    TIDAK_TERBUKTI = "tidak-terbukti"
    BUKAN_PERKARA = "bukan-perkara"


class Kasus(HalamanHukum):
    """What happened, who handled it, and how it ended."""

    tanggal: TanggalLonggar = Field(description="TTTT, TTTT-BB, atau TTTT-BB-HH.")
    daerah: Teks
    pemilihan: Teks = Field(description="Misalnya: Pilkada 2024.")
    pelaku: Teks = Field(description="Peran pelaku, bukan namanya.")
    kejadian: Teks
    penindak: Teks
    hasil: Teks
    status: StatusKasus
    perbuatan: tuple[PerbuatanId, ...] = Field(
        default=(), description="Id perbuatan yang dicontohkan; kosong bila sumber tidak menyebutnya."
    )
    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Aturan yang terkait, menurut redaksi.")
    pelajaran: Teks = Field(description="Pelajaran; rumusan redaksi, bukan kutipan.")
    keyakinan: Keyakinan
    catatan: Teks | None = None
    sumber: tuple[SumberId, ...] = Field(min_length=1)
