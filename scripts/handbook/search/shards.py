"""Pecahan: shards -> terms with their sections, words, places and records. Reads what ``families`` and ``export`` wrote.

A section's number is that of its page, shifted, plus its own within the page: ascending as the sections stand in the book.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from .analyser import is_word
from .spelling import Lema
from .unpacking import Bacaan, numbers

GESER = 16  # bits for the sections of one page

Impakan = Sequence[tuple[int, int]]  # (section, points), ascending


@dataclass(frozen=True, slots=True)
class KeluargaTerbit:
    """A family as it was exported: its key's sections and levels, and what tells its words apart, if there are several."""

    kunci: str
    langka: int
    kata: Sequence[tuple[str, int]]  # words with their rarity
    bagian: Sequence[int]
    tingkat: Sequence[int]
    asal: Sequence[int | Mapping[int, int]] | None  # of each section its only word, or its words with their levels

    def impacts(self, istilah: str) -> Impakan:
        """Give the sections of one of its terms, with the points that it gives them."""
        if istilah == self.kunci:
            return _points(self.bagian, self.tingkat, self.langka)
        for nomor, (nama, langka) in enumerate(self.kata):
            if nama == istilah:
                return _points(self.bagian, self.tingkat, langka) if self.asal is None else self._own(nomor, langka)
        return ()

    def words(self) -> list[str]:
        """Give its words in the order of the shard of places."""
        return [nama for nama in (self.kunci, *(nama for nama, _ in self.kata)) if is_word(nama)]

    def _own(self, nomor: int, langka: int) -> Impakan:
        hasil = []
        for bagian, tingkat, asal in zip(self.bagian, self.tingkat, self.asal or (), strict=True):
            if asal == nomor:
                hasil.append((bagian, tingkat * langka))
            elif isinstance(asal, Mapping) and nomor in asal:
                hasil.append((bagian, asal[nomor] * langka))
        return hasil


def _points(bagian: Sequence[int], tingkat: Sequence[int], langka: int) -> Impakan:
    return [(nomor, satu * langka) for nomor, satu in zip(bagian, tingkat, strict=True)]


def families(aliran: Sequence[bytes]) -> dict[str, KeluargaTerbit]:
    """Read a shard of points; families by key, in order."""
    baris, (loncat, urutan, tingkat, asal) = Bacaan(aliran[0]), (iter(numbers(satu)) for satu in aliran[1:])
    hasil: dict[str, KeluargaTerbit] = {}
    kunci = ""
    while baris:
        kunci = baris.text(kunci)
        banyak, langka, bentuk = baris.number(), baris.number(), baris.number()
        kata = [(baris.text(kunci), baris.number()) for _ in range(bentuk // 2)]
        bagian = list(_sections(loncat, urutan, banyak))
        milik = list(_origins(asal, banyak)) if bentuk % 2 else None
        hasil[kunci] = KeluargaTerbit(kunci, langka, kata, bagian, list(islice(tingkat, banyak)), milik)
    return hasil


def _sections(loncat: Iterator[int], urutan: Iterator[int], banyak: int) -> Iterator[int]:
    halaman = sendiri = -1
    for jauh, urut in islice(zip(loncat, urutan, strict=False), banyak):
        halaman += jauh
        sendiri = urut if jauh else sendiri + 1 + urut
        yield halaman << GESER | sendiri


def _origins(asal: Iterator[int], banyak: int) -> Iterator[int | Mapping[int, int]]:
    for _ in range(banyak):
        satu = next(asal)
        yield satu - 1 if satu else {next(asal): next(asal) for _ in range(next(asal))}


def places(aliran: Sequence[bytes], keluarga: Mapping[str, KeluargaTerbit]) -> dict[str, dict[int, set[int]]]:
    """Read a shard of places, with the shard of points of the same number: word -> section -> places."""
    banyak, jarak = (iter(numbers(satu)) for satu in aliran)

    def one() -> Iterator[int]:
        letak = 0
        for jauh in islice(jarak, next(banyak)):
            letak += jauh
            yield letak

    semua = ((satu, nama) for satu in keluarga.values() for nama in satu.words())
    return {nama: {nomor: set(one()) for nomor, _ in satu.impacts(nama)} for satu, nama in semua}


def words(aliran: Sequence[bytes]) -> list[Lema]:
    """Read a shard of the vocabulary."""
    baris, hasil, kata = Bacaan(aliran[0]), [], ""
    while baris:
        kata = baris.text(kata)
        hasil.append((kata, baris.number()))
    return hasil


def records(aliran: Sequence[bytes]) -> list[Any]:
    """Read a shard of records: of pages in a row, url, title, status, replacement and so many of their sections."""
    isi: list[Any] = json.loads(aliran[0])
    return isi
