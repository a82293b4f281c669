"""Peraturan: a regulation, joint decree, court ruling or circular, with its provisions (Pasal)."""

from datetime import date
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from .halaman import HalamanHukum
from .rekaman import Judul, Klaim, PeranId, PeraturanId, SumberId, Teks, slug


class Bentuk(StrEnum):
    """The legal form."""

    UU = "uu"
    PP = "pp"
    PERPRES = "perpres"
    PERMEN = "permen"
    PERATURAN_LEMBAGA = "peraturan-lembaga"
    PUTUSAN_MK = "putusan-mk"
    SKB = "skb"
    SE = "se"
    SURAT = "surat"
    PERDA = "perda"
    PERATURAN_KEPALA_DAERAH = "peraturan-kepala-daerah"
    PAKTA = "pakta"
    NOTA = "nota"


class StatusPeraturan(StrEnum):
    """Whether it is in force."""

    BERLAKU = "berlaku"
    BERLAKU_SEBAGIAN = "berlaku-sebagian"
    DIUBAH = "diubah"
    DICABUT = "dicabut"
    SELESAI = "selesai"
    PERLU_VERIFIKASI = "perlu-verifikasi"


class Naskah(StrEnum):
    """How far its text was seen by the editors."""

    DIBACA = "dibaca"
    SEBAGIAN = "sebagian"
    TIDAK_TERBACA = "tidak-terbaca"
    TIDAK_DITEMUKAN = "tidak-ditemukan"


class Pasal(Klaim):
    """One provision, told in our own words; its ``sebutan`` makes its anchor."""

    sebutan: Judul = Field(description="Menjadi jangkar alamat: jangan diganti.", examples=["Pasal 71 ayat (1)"])
    perihal: Judul | None = Field(default=None, description="Pokok pasal dalam beberapa kata.")
    bunyi: PeraturanId | None = Field(default=None, description="Undang-undang perubahan yang memuat bunyi terakhir pasal ini.")
    berlaku: bool = Field(default=True, description="false bila ketentuan ini tidak berlaku lagi.")

    @cached_property
    def anchor(self) -> str:
        """The fragment under which the provision stands on its page."""
        return slug(self.sebutan)


class Peraturan(HalamanHukum):
    """A regulation. Relations are declared once, by the newer one; the inverse is derived."""

    bentuk: Bentuk = Field(description="Bentuk hukumnya.")
    sebutan: Judul = Field(description="Sebutan pendek yang dipakai orang.", examples=["PP 94/2021"])
    nomor: Teks | None = Field(default=None, description="Nomor lengkap; kosong bila tidak diketahui.", examples=["800/17/2024"])
    tahun: int | None = Field(default=None, ge=1945, le=2100, description="Kosong bila tidak diketahui.")
    tanggal: date | None = Field(default=None, description="Tanggal penetapan; kosong bila tidak diketahui.")
    penerbit: Teks | None = Field(
        default=None,
        description="Siapa yang menerbitkan; edaran daerah menyebut daerahnya.",
        examples=["Sekretaris Daerah Kota Tegal"],
    )
    status: StatusPeraturan = Field(description="Berlaku atau tidak, sejauh diketahui.")
    status_catatan: Teks | None = Field(default=None, description="Keterangan status: apa yang masih hidup.")
    naskah: Naskah = Field(description="Sejauh mana naskahnya dibaca redaksi.")
    mencabut: tuple[PeraturanId, ...] = Field(default=(), description="Id peraturan yang dicabut oleh peraturan ini.")
    mengubah: tuple[PeraturanId, ...] = Field(default=(), description="Id peraturan yang diubah oleh peraturan ini.")
    menggantikan: tuple[PeraturanId, ...] = Field(default=(), description="Pendahulu yang fungsinya diteruskan.")
    mengikat: tuple[PeranId, ...] = Field(min_length=1, description="Id peran yang diikat.")
    mengikat_catatan: Teks | None = Field(default=None, description="Batas atau keraguan tentang siapa yang diikat.")
    bagi_anda: Teks = Field(description="Artinya bagi ASN, dalam dua kalimat.")
    menambah: Teks | None = Field(default=None, description="Untuk edaran daerah: apa yang ditambahkannya.")
    sumber: tuple[SumberId, ...] = Field(min_length=1, description="Sumber identitas dan status peraturan.")
    pasal: tuple[Pasal, ...] = Field(default=(), description="Ketentuan yang dikutip buku ini.")

    @property
    def terbit(self) -> str:
        """When it was made, as far as known: "2021-08-31", "2021" or ""; sorts by time."""
        return str(self.tanggal or self.tahun or "")
