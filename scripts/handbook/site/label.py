"""The words a reader sees for the values an editor writes."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from handbook.model.kalender import Kepastian
from handbook.model.kasus import StatusKasus
from handbook.model.nilai import NilaiPutusan
from handbook.model.peraturan import Bentuk, Naskah, StatusPeraturan
from handbook.model.rekaman import Keyakinan
from handbook.model.tabel import CaraBaca, JenisSanksi, JenisSumber
from handbook.model.tinjauan import Peninjau

from .sebutan import PUTUSAN

BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip

# What the book says of itself wherever it answers, on its pages and to programs.
PENAFIAN = "Buku ini bukan nasihat hukum; bila ragu, tanyakan kepada pejabat kepegawaian atau Bawaslu sebelum bertindak."

# By type first: members of different enumerations that are spelt alike are equal as dictionary keys.
LABEL: dict[type[StrEnum], dict[StrEnum, str]] = {
    NilaiPutusan: PUTUSAN,
    Keyakinan: {
        Keyakinan.PRIMER: "naskah dibaca",
        Keyakinan.SEKUNDER: "ringkasan resmi atau berita",
        Keyakinan.SATU_BERITA: "satu berita",
        Keyakinan.PERLU_VERIFIKASI: "perlu verifikasi",
    },
    StatusKasus: {
        StatusKasus.DUGAAN: "Dugaan",
        StatusKasus.TERBUKTI: "Terbukti",
        StatusKasus.TIDAK_TERBUKTI: "Tidak terbukti",
        StatusKasus.BUKAN_PERKARA: "Bukan perkara",
    },
    StatusPeraturan: {
        StatusPeraturan.BERLAKU: "Berlaku",
        StatusPeraturan.BERLAKU_SEBAGIAN: "Berlaku sebagian",
        StatusPeraturan.DIUBAH: "Berlaku, telah diubah",
        StatusPeraturan.DICABUT: "Tidak berlaku lagi",
        StatusPeraturan.SELESAI: "Masa pakainya selesai",
        StatusPeraturan.PERLU_VERIFIKASI: "Status perlu verifikasi",
    },
    Naskah: {
        Naskah.DIBACA: "Naskah dibaca redaksi",
        Naskah.SEBAGIAN: "Naskah dibaca sebagian",
        Naskah.TIDAK_TERBACA: "Naskah tidak terbaca; isi dari sumber lain",
        Naskah.TIDAK_DITEMUKAN: "Naskah tidak ditemukan",
    },
    Bentuk: {
        Bentuk.UU: "Undang-undang",
        Bentuk.PP: "Peraturan pemerintah",
        Bentuk.PERPRES: "Peraturan presiden",
        Bentuk.PERMEN: "Peraturan menteri",
        Bentuk.PERATURAN_LEMBAGA: "Peraturan lembaga",
        Bentuk.PUTUSAN_MK: "Putusan Mahkamah Konstitusi",
        Bentuk.SKB: "Keputusan bersama",
        Bentuk.SE: "Surat edaran",
        Bentuk.SURAT: "Surat",
        Bentuk.PERDA: "Peraturan daerah",
        Bentuk.PERATURAN_KEPALA_DAERAH: "Peraturan kepala daerah",
        Bentuk.PAKTA: "Pakta integritas",
        Bentuk.NOTA: "Nota kesepahaman",
    },
    JenisSanksi: {
        JenisSanksi.ETIK: "Kode etik",
        JenisSanksi.DISIPLIN: "Disiplin",
        JenisSanksi.PEMBERHENTIAN: "Pemberhentian",
        JenisSanksi.ADMINISTRATIF: "Administratif",
        JenisSanksi.PIDANA: "Pidana",
        JenisSanksi.HAK: "Hak Anda",
    },
    JenisSumber: {
        JenisSumber.NASKAH: "naskah peraturan",
        JenisSumber.RESMI: "lembaga resmi",
        JenisSumber.BERITA: "berita",
        JenisSumber.LAIN: "lainnya",
    },
    CaraBaca: {
        CaraBaca.UTUH: "dibaca utuh",
        CaraBaca.SEBAGIAN: "dibaca pada pasal yang dikutip",
        CaraBaca.CUPLIKAN: "dibaca sebagai cuplikan",
    },
    Peninjau: {
        Peninjau.REDAKSI: "redaksi",
        Peninjau.REDAKSI_WILAYAH: "redaksi wilayah",
        Peninjau.AHLI_HUKUM: "ahli hukum",
        Peninjau.INSTANSI: "instansi yang berwenang",
    },
    Kepastian: {
        Kepastian.PASTI: "pasti",
        Kepastian.TENTATIF: "tentatif",
    },
}


def label(value: StrEnum) -> str:
    """Give the words for an enumerated value."""
    return LABEL[type(value)][value]


def tanggal(value: date | str) -> str:
    """Write a day, month or year in Indonesian: "22 September 2024", "September 2024", "2024"."""
    year, *rest = str(value).split("-")
    month = BULAN[int(rest[0]) - 1] if rest else ""
    day = str(int(rest[1])) if len(rest) > 1 else ""
    return " ".join(part for part in (day, month, year) if part)


def rentang(mulai: date | None, selesai: date | None) -> str:
    """Write a period: "25 September–23 November 2024", or the day alone, or "" when neither end is known."""
    if mulai is None or selesai is None:
        return f"sejak {tanggal(mulai)}" if mulai else f"sampai {tanggal(selesai)}" if selesai else ""
    if mulai == selesai:
        return tanggal(mulai)
    start = tanggal(mulai)
    if mulai.year == selesai.year:
        start = start.removesuffix(f" {mulai.year}")
        if mulai.month == selesai.month:
            start = str(mulai.day)
    return f"{start}–{tanggal(selesai)}"


def bilangan(value: Decimal) -> str:
    """Write a number as Indonesian does: 1.158 and 30,4."""
    return f"{value:,}".translate(str.maketrans(",.", ".,"))
