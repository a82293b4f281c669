"""Daftar: what every term stands for in every section, collected once for the export and for Whoosh.

A term's row is flat and ascending: 2 × (section × number of fields + field), number of places, places …; or, for the one
place that most have, that key + 1 and the place. 32-bit numbers, so that 200,000 sections fit in memory. Ranking needs less:
a Senarai of sections with their levels (see ``weighting``).
"""

from array import array
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from .weighting import MEDAN, average, level, rarity

Impakan = list[tuple[int, int]]  # (section, points), ascending
Deret = Any  # array[int], which Python 3.11 cannot subscript at run time


def numbers() -> Deret:
    """Make an empty row of 32-bit numbers."""
    return array("I")


@dataclass(frozen=True, slots=True)
class Senarai:
    """The sections of a term, ascending, with its level in each; points are levels times ``langka``."""

    bagian: Sequence[int]
    tingkat: Sequence[int]
    langka: int


@dataclass(frozen=True)
class Daftar:
    """Postings of ``jumlah`` sections; ``panjang`` has the number of terms of each section by field."""

    jumlah: int
    baris: dict[str, Deret] = field(default_factory=lambda: defaultdict(numbers))
    panjang: tuple[Deret, ...] = field(default_factory=lambda: tuple(numbers() for _ in MEDAN))

    def add(self, nomor: int, medan: int, letak: Mapping[str, Sequence[int]], kali: int = 1) -> None:
        """Add a field of a section: places of each term; its length counts ``kali`` times. Sections and their fields come in order."""
        kunci = 2 * (nomor * len(MEDAN) + medan)
        jumlah = 0
        baris = self.baris
        for istilah, tempat in letak.items():
            banyak = len(tempat)
            jumlah += banyak
            baris[istilah].extend((kunci + 1, tempat[0]) if banyak == 1 else (kunci, banyak, *tempat))
        self.panjang[medan].append(jumlah * kali)

    def extend(self, lain: "Daftar") -> None:
        """Add the postings of the sections that follow."""
        for istilah, baris in lain.baris.items():
            self.baris[istilah].extend(baris)
        for milik, baru in zip(self.panjang, lain.panjang, strict=True):
            milik.extend(baru)

    def senarai(self) -> dict[str, Senarai]:
        """Sections and levels of every term, all fields together."""
        tingkat = _levels(self)
        return {istilah: self._senarai(baris, tingkat) for istilah, baris in self.baris.items()}

    def _senarai(self, baris: Deret, tingkat: "_Tingkat") -> Senarai:
        bagian, jumlah = numbers(), array("H")
        panjang = self.panjang
        lalu, i, akhir = -1, 0, len(baris)
        while i < akhir:
            kunci = baris[i] >> 1
            banyak = 1 if baris[i] & 1 else baris[i + 1]
            i += 2 if baris[i] & 1 else 2 + banyak
            nomor = kunci // len(MEDAN)
            medan = kunci % len(MEDAN)
            nilai = tingkat[medan, banyak, panjang[medan][nomor]]
            if nomor == lalu:
                jumlah[-1] += nilai
            else:
                bagian.append(nomor)
                jumlah.append(nilai)
                lalu = nomor
        return Senarai(bagian, jumlah, rarity(len(bagian), self.jumlah))

    def places(self, istilah: str) -> dict[int, list[int]]:
        """Places of a term in every section; words next to each other in a field differ by ``len(MEDAN)``."""
        hasil: dict[int, list[int]] = {}
        for nomor, medan, tempat in self.walk(istilah):
            letak = [satu * len(MEDAN) + medan for satu in tempat]
            hasil[nomor] = sorted([*hasil[nomor], *letak]) if nomor in hasil else letak
        return hasil

    def walk(self, istilah: str) -> Iterator[tuple[int, int, Sequence[int]]]:
        """Give (section, field, places) of a term, ascending."""
        baris = self.baris[istilah]
        i = 0
        while i < len(baris):
            nomor, medan = divmod(baris[i] >> 1, len(MEDAN))
            sejak, banyak = (i + 1, 1) if baris[i] & 1 else (i + 2, baris[i + 1])
            yield nomor, medan, baris[sejak : sejak + banyak]
            i = sejak + banyak


class _Tingkat(dict[tuple[int, int, int], int]):
    """Levels by (field, number of places, length of the field), each computed once."""

    def __init__(self, rata: Sequence[int]) -> None:
        super().__init__()
        self.rata = rata

    def __missing__(self, kunci: tuple[int, int, int]) -> int:
        medan, banyak, panjang = kunci
        self[kunci] = level(MEDAN[medan], banyak, panjang, self.rata[medan])
        return self[kunci]


def _levels(daftar: Daftar) -> _Tingkat:
    return _Tingkat([average(sum(panjang), daftar.jumlah) for panjang in daftar.panjang])


def impacts(indeks: Any) -> dict[str, Impakan]:
    """Points of every term in every section, all fields together."""
    return {
        istilah: [(nomor, tingkat * satu.langka) for nomor, tingkat in zip(satu.bagian, satu.tingkat, strict=True)]
        for istilah, satu in indeks.senarai.items()
    }
