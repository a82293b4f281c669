"""Kasus: one news-derived example; roles, never private names."""

from enum import StrEnum

from pydantic import Field

from .dasar import Sitasi
from .halaman import HalamanHukum
from .rekaman import ARTI_KEYAKINAN, Keyakinan, PerbuatanId, SumberId, TanggalLonggar, Teks


class StatusKasus(StrEnum):
    """What an authority has decided. Only a decision makes ``terbukti``."""

    DUGAAN = "dugaan"
    TERBUKTI = "terbukti"
    TIDAK_TERBUKTI = "tidak-terbukti"
    BUKAN_PERKARA = "bukan-perkara"


class Kasus(HalamanHukum):
    """What happened, who handled it, and how it ended."""

    tanggal: TanggalLonggar = Field(description="Kapan terjadi, sejauh diketahui: tahun, bulan, atau hari.")
    daerah: Teks = Field(description="Kabupaten atau kota, lalu provinsinya.", examples=["Kota Tegal, Jawa Tengah"])
    pemilihan: Teks = Field(description="Pemilihan yang sedang berjalan waktu itu.", examples=["Pilkada 2024"])
    pelaku: Teks = Field(description="Peran pelaku, bukan namanya.", examples=["camat"])
    kejadian: Teks = Field(
        description="Apa yang terjadi, tanpa nama orang; selama masih dugaan, tulis «diduga».",
        examples=["Ia diduga mengikuti kampanye pasangan calon."],
    )
    penindak: Teks = Field(description="Lembaga yang menangani.", examples=["Bawaslu Kota Tegal"])
    hasil: Teks = Field(
        description="Bagaimana akhirnya, atau bahwa akhirnya tidak diketahui.",
        examples=["Diteruskan ke KASN; akhirnya tidak diketahui."],
    )
    status: StatusKasus = Field(description="terbukti hanya sesudah ada keputusan lembaga; bukan-perkara bila hanya contoh.")
    perbuatan: tuple[PerbuatanId, ...] = Field(
        default=(), description="Id perbuatan yang dicontohkan; kosong bila sumber tidak menyebutnya."
    )
    dasar: tuple[Sitasi, ...] = Field(min_length=1, description="Aturan yang terkait, menurut redaksi.")
    pelajaran: Teks = Field(description="Pelajaran; rumusan redaksi, bukan kutipan.")
    keyakinan: Keyakinan = Field(description=ARTI_KEYAKINAN)
    catatan: Teks | None = Field(default=None, description="Keraguan atau batas kasus ini, bila ada.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber yang menceritakan kasus ini.")
