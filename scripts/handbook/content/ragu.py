"""Ragu: what a person must look at first in a row of a register, as far as the row shows it, whatever the book has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from handbook.model.peraturan import Bentuk
from handbook.model.problem import Problem, fault

from . import hari
from .register import Register, Sel

# How offices name a kind -> its form, and the short name by which such a text is cited.
JENIS: Mapping[str, tuple[Bentuk, str]] = {
    nama: (bentuk, singkat)
    for bentuk, singkat, semua in (
        (Bentuk.SE, "SE", ("se", "surat edaran", "edaran")),
        (Bentuk.SURAT, "Surat", ("surat", "surat dinas")),
        (Bentuk.PERDA, "Perda", ("perda", "peraturan daerah")),
        (Bentuk.PERATURAN_KEPALA_DAERAH, "Perwal", ("perwal", "perwali", "peraturan wali kota", "peraturan walikota")),
        (Bentuk.PERATURAN_KEPALA_DAERAH, "Perbup", ("perbup", "peraturan bupati")),
        (Bentuk.PERATURAN_KEPALA_DAERAH, "Pergub", ("pergub", "peraturan gubernur")),
        (Bentuk.SKB, "SKB", ("skb", "keputusan bersama", "surat keputusan bersama")),
        (Bentuk.PAKTA, "Pakta integritas", ("pakta", "pakta integritas")),
        (Bentuk.NOTA, "Nota kesepahaman", ("nota", "nota kesepahaman", "mou")),
    )
    for nama in semua
}
RAGU = {
    "rumus": ("rumus, bukan nilai", "nilainya diketik", "salin kolom itu, lalu tempel sebagai nilai"),
    "gabungan": ("sel yang digabung", "satu sel untuk tiap baris", "batalkan penggabungan, isi tiap barisnya"),
    "galat": ("sel galat", "nilainya diketik", "ketik ulang nilainya"),
    "pecahan": ("bilangan pecahan", "nomor sebagai teks; nol di belakangnya dapat hilang", "'800.10"),
}
_TANGGAL_NOMOR = re.compile(r"\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{4}-\d{2}-\d{2}|[A-Za-z]{3}-\d{2}|\d{1,2}-[A-Za-z]{3}")
TAHUN = re.compile(r"19[4-9]\d|20\d\d|2100")


@dataclass(frozen=True)
class Peragu:
    """Looks at the rows of one file. ``wilayah`` are the book's regions with their names; nothing can be later than ``as_of``.

    ``bawaan`` is the region of rows that name none.
    """

    berkas: str
    wilayah: Mapping[str, str]
    as_of: date
    bawaan: str | None = None

    def fault(self, baris: int, code: str, found: str, expected: str, example: str) -> Problem:
        """Tell of a row."""
        return fault(self.berkas, baris, code, found=found, expected=expected, example=example)

    def region(self, row: Mapping[str, Sel]) -> str | None:
        """Give the region of a row; None when the book has none of that name."""
        told = row.get("wilayah", Sel()).teks or self.bawaan or ""
        return next((id for id, nama in self.wilayah.items() if told.casefold() in (id, nama.casefold())), None)

    def rupa(self, nomor: int, row: Mapping[str, Sel], lebih: bool) -> Iterator[Problem]:
        """Give the faults of a row; ``lebih`` says that it has more cells than there are heads."""
        if lebih:
            yield self.fault(
                nomor,
                "kolom",
                "lebih banyak kolom daripada kepalanya",
                "teks yang memuat pemisah diapit tanda kutip",
                '"Netralitas, tahap 2"',
            )
        for key, sel in row.items():
            if sel.ragu and (key == "nomor" or sel.ragu != "pecahan"):
                found, expected, example = RAGU[sel.ragu]
                yield self.fault(nomor, sel.ragu, f"{key}: {found} «{sel.teks}»", expected, example)
        yield from self._wajib(nomor, row)
        yield from self._tanggal(nomor, row)
        if self.region(row) is None:
            known = ", ".join(list(self.wilayah)[:3])
            yield self.fault(
                nomor,
                "wilayah",
                f"«{row['wilayah'].teks}»" if "wilayah" in row else "tidak ada",
                f"wilayah buku ini: {known}",
                "handbook new wilayah kota-serang",
            )
        jenis = row.get("bentuk", Sel()).teks
        if jenis and jenis.lower() not in JENIS:
            yield self.fault(nomor, "bentuk", f"«{jenis}»", "jenis yang dikenal: " + ", ".join(JENIS), "Surat Edaran")

    def _wajib(self, nomor: int, row: Mapping[str, Sel]) -> Iterator[Problem]:
        for key, example in (("nomor", "800/123/2024"), ("tentang", "Netralitas ASN pada Pilkada 2024")):
            if not row[key].teks and not row[key].ragu:
                yield self.fault(nomor, "kosong", f"{key} kosong", f"{key} menurut naskahnya", example)
        if _TANGGAL_NOMOR.fullmatch(row["nomor"].teks):
            yield self.fault(
                nomor,
                "nomor-tanggal",
                f"nomor «{row['nomor'].teks}», tampaknya diubah lembar kerja menjadi tanggal",
                "nomor sebagai teks",
                "'1/2024",
            )

    def _tanggal(self, nomor: int, row: Mapping[str, Sel]) -> Iterator[Problem]:
        teks = row.get("tanggal", Sel()).teks
        if not teks or row["tanggal"].ragu or TAHUN.fullmatch(teks):
            return
        try:
            day = hari.baca(teks)
        except ValueError as error:
            yield self.fault(nomor, "tanggal", str(error), "hari yang ada, tahun empat angka; kosong bila tidak diketahui", "12 Maret 2024")
            return
        if day > self.as_of:
            yield self.fault(nomor, "tanggal", f"«{teks}», belum tiba", f"paling lambat {self.as_of}", "12 Maret 2024")

    def dua_arti(self, nomor: int, row: Mapping[str, Sel], terbalik: str) -> Iterator[Problem]:
        """Hold a day in doubt that would be another with the month first, where the register writes some day so."""
        teks = row.get("tanggal", Sel()).teks
        if terbalik and hari.dua_arti(teks):
            found = f"«{teks}», dapat dibaca dua cara: di {terbalik} bulannya ditulis lebih dulu"
            yield self.fault(nomor, "tanggal-dua-arti", found, "bulan ditulis dengan kata", "12 Maret 2024")


def bulan_dulu(register: Register) -> str:
    """Name a row whose day can be read only with the month first; "" when there is none."""
    days = ((nomor, row.get("tanggal", Sel()).teks) for nomor, row in register.baris.items())
    return next((f"baris {nomor} («{teks}»)" for nomor, teks in days if hari.bulan_dulu(teks)), "")
