"""Impor: rows of a register -> what would be written, and every row that a person must look at first.

A row is taken whole or not at all. Nothing is added that the register does not say: what else a page needs stays empty, and the
check asks for it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from handbook.model.peraturan import Peraturan
from handbook.model.problem import Problem

from . import hari, rangka
from .ragu import JENIS, TAHUN, Peragu, bulan_dulu
from .register import Register, Sel

# What the note of an imported page begins with until the editor replaces it.
CATATAN = re.compile(r"Dari daftar .+ baris \d+")

Periksa = Callable[[str, Any], list[Problem]]
Kunci = tuple[str, str]  # a region and a number as it is compared: what makes a text one


@dataclass(frozen=True)
class Ada:
    """A page that has a number already: its file, and what it says of the text, "" for what it does not."""

    berkas: str
    tanggal: str = ""
    bentuk: str = ""


@dataclass(frozen=True)
class Buku:
    """What the book has: regions with their names, ids in use, and the numbers of each region's texts."""

    wilayah: Mapping[str, str]
    id: frozenset[str]
    nomor: Mapping[Kunci, Ada]
    periksa: Periksa  # gives the faults of one key's value


@dataclass(frozen=True)
class Usulan:
    """A page to be made: the row it is of, its region, and its keys."""

    baris: int
    wilayah: str
    isi: Mapping[str, Any]


@dataclass
class Hasil:
    """What became of the rows: pages to write, faults of rows that were not taken, and rows whose page is there already."""

    usulan: list[Usulan] = field(default_factory=list)
    masalah: list[Problem] = field(default_factory=list)
    ada: dict[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Pengimpor:
    """One register on its way into a book: its file's name, the region and form of rows that name none, and the latest day."""

    berkas: str
    buku: Buku
    as_of: date
    wilayah: str | None = None
    bentuk: str | None = None

    @cached_property
    def _ragu(self) -> Peragu:
        return Peragu(self.berkas, self.buku.wilayah, self.as_of, self.wilayah)

    def impor(self, register: Register) -> Hasil:
        """Go through all rows, in order."""
        hasil, serupa, terbalik = Hasil(), self._serupa(register), bulan_dulu(register)
        for nomor, row in register.baris.items():
            faults = [*self._ragu.rupa(nomor, row, nomor in register.lebih), *self._ragu.dua_arti(nomor, row, terbalik)]
            if not faults:
                faults = self._ganda(nomor, row, serupa) or self._terima(nomor, row, hasil)
            hasil.masalah += faults
        return hasil

    def _kunci(self, row: Mapping[str, Sel]) -> Kunci:
        return self._ragu.region(row) or "", normal(row["nomor"].teks)

    def _serupa(self, register: Register) -> Mapping[Kunci, Sequence[int]]:
        """Give the rows of each number: of two with one number nobody here can say which is right."""
        found = defaultdict[Kunci, list[int]](list)
        for nomor, row in register.baris.items():
            found[self._kunci(row)].append(nomor)
        return found

    def _ganda(self, nomor: int, row: Mapping[str, Sel], serupa: Mapping[Kunci, Sequence[int]]) -> list[Problem]:
        others = ", ".join(str(other) for other in serupa[self._kunci(row)] if other != nomor)
        found = f"nomor «{row['nomor'].teks}» juga di baris {others}"
        return [self._ragu.fault(nomor, "nomor-ganda", found, "satu baris bagi satu naskah", "hapus baris yang keliru")] if others else []

    def _terima(self, nomor: int, row: Mapping[str, Sel], hasil: Hasil) -> list[Problem]:
        """Take a row that looks sound, or say why it is not taken: it is in the book, or the schema refuses it."""
        kunci = self._kunci(row)
        wilayah = kunci[0]
        isi = self._isi(nomor, row, wilayah, hasil)
        if ada := self.buku.nomor.get(kunci):
            hasil.ada[nomor] = ada.berkas
            return list(self._beda(nomor, isi, ada))
        faults = self._skema(nomor, isi)
        if not faults:
            hasil.usulan.append(Usulan(nomor, wilayah, isi))
        return faults

    def _beda(self, nomor: int, isi: Mapping[str, Any], ada: Ada) -> Iterator[Problem]:
        """What a row and the page of its number say differently."""
        for key in ("tanggal", "bentuk"):
            here, there = isi.get(key, ""), getattr(ada, key)
            if here and there and here != there:
                found = f"{key} «{here}», di {ada.berkas} «{there}»"
                yield self._ragu.fault(nomor, "sudah-ada", found, "keduanya sama", "betulkan salah satunya; halaman yang ada tidak diubah")

    def _isi(self, baris: int, row: Mapping[str, Sel], wilayah: str, hasil: Hasil) -> dict[str, Any]:
        """The keys of the page: what the row says and no more. What has no key of its own is told to the editor in the note."""
        jenis = row.get("bentuk", Sel()).teks.lower() or self.bentuk or ""
        bentuk, singkat = JENIS.get(jenis, (None, ""))
        nomor, tentang, teks = row["nomor"].teks, row["tentang"].teks, row.get("tanggal", Sel()).teks
        day = hari.baca(teks) if teks and not TAHUN.fullmatch(teks) else None
        taken = self.buku.id | {usulan.isi["id"] for usulan in hasil.usulan}
        told = {
            "id": rangka.usul_id(f"{singkat or 'edaran'} {nomor} {self.buku.wilayah[wilayah]}", taken),
            "judul": tentang,
            "sebutan": f"{singkat} {nomor} {self.buku.wilayah[wilayah]}" if singkat else None,
            "bentuk": bentuk.value if bentuk else None,
            "nomor": nomor,
            "tahun": str(day.year) if day else teks or None,
            "tanggal": day.isoformat() if day else None,
            "penerbit": row.get("penerbit", Sel()).teks or None,
            "status": "perlu-verifikasi",
            "status_catatan": self._catatan(baris, row),
        }
        return {key: value for key, value in told.items() if value is not None}

    def _catatan(self, baris: int, row: Mapping[str, Sel]) -> str:
        rest = [f"{key} «{row[key].teks}»" for key in ("status", "tautan") if key in row and row[key].teks]
        return f"Dari daftar {self.berkas} baris {baris}" + (f": {', '.join(rest)}." if rest else ".")

    def _skema(self, nomor: int, isi: Mapping[str, Any]) -> list[Problem]:
        """What the check of pages would say of these keys, told of the row."""
        told = (problem for key, value in isi.items() for problem in self.buku.periksa(key, value))
        return [Problem(self.berkas, nomor, problem.code, problem.message) for problem in told]


def normal(nomor: str) -> str:
    """Give a number as it is compared: "Nomor 8 Tahun 2024" and "8/2024" are one.

    >>> normal("Nomor 8 Tahun 2024") == normal("8 / 2024")
    True
    """
    polos = re.sub(r"^(?:nomor|no)\b[.: ]*", "", nomor.strip().lower())
    return re.sub(r"\s+", "", re.sub(r"\s+tahun\s+", "/", polos))


def halaman(usulan: Usulan) -> str:
    """Write the page of a row: its keys, and the required ones that are still empty."""
    return rangka.halaman(rangka.isi(Peraturan, usulan.isi))
