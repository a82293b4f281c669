"""Indeks: sections -> everything that searching and exporting need: postings, vocabulary, pages; Whoosh on demand."""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from handbook.model.bagian import Bagian

from .analyser import Analis, Naskah
from .citation import Kelompok
from .own import entry_terms, own_terms
from .postings import Daftar, Senarai
from .query import Rencana
from .ranking import Pilihan, Urutan
from .rules import ATURAN
from .spelling import Lema
from .weighting import MEDAN

if TYPE_CHECKING:
    from .reference import Acuan

_JEDA = 10  # positions between two aliases, so that no phrase runs from one into the next
_BERKAS = 2_000  # sections that a process takes at a time
_LANGKA = 20_000  # for so many sections, a word must be in one more to be offered instead of what was typed

SEPANJANG = 4  # words of a revoked rule count as in a text so many times as long; its number hardly less

Letak = dict[str, list[int]]  # term -> positions, ascending
Lapor = Callable[[int, int], None]  # is told how many sections are done, and of how many


@dataclass(frozen=True)
class Indeks:
    """An index. ``bagian`` is in document order, which numbers the sections from 0."""

    bagian: tuple[Bagian, ...]
    analis: Analis
    daftar: Daftar

    def has(self, istilah: str) -> bool:
        """Say whether some section holds the term."""
        return istilah in self.daftar.baris

    def letter(self, awalan: str) -> Sequence[Lema]:
        """Give the words that begin with a letter (or more), in order of the alphabet, with their counts."""
        return [lema for lema in self.kosakata.get(awalan[:1], ()) if lema[0].startswith(awalan)]

    @cached_property
    def senarai(self) -> Mapping[str, Senarai]:
        """Sections and levels of every term."""
        return self.daftar.senarai()

    @cached_property
    def banyak(self) -> Mapping[str, int]:
        """The number of sections that hold each term in a scored field."""
        return {istilah: len(satu.bagian) for istilah, satu in self.senarai.items()}

    @cached_property
    def acuan(self) -> "Acuan":
        """The same postings in Whoosh, made when first asked for: who only exports does without."""
        from .reference import Acuan

        return Acuan(self.bagian, self.daftar, self.banyak)

    @property
    def jumlah(self) -> int:
        """The number of sections."""
        return len(self.bagian)

    def run(self, rencana: Rencana, pilihan: Pilihan) -> Urutan:
        """Rank the sections that a plan finds."""
        return self.acuan.run(rencana, pilihan)

    def met(self, kelompok: Kelompok) -> Collection[int]:
        """Give the sections that a group of a plan meets."""
        return self.acuan.met(kelompok)

    def lead(self, nomor: int) -> int:
        """Give the first section of a section's page."""
        return self.awal_halaman[nomor]

    @property
    def semua_wilayah(self) -> Sequence[str]:
        """Every region that has a page."""
        return sorted({satu.wilayah for satu in self.bagian if satu.wilayah})

    def jenis(self, nomor: int) -> str:
        """Give the kind of a section."""
        return self.bagian[nomor].jenis

    def record(self, nomor: int) -> Bagian:
        """Give a section."""
        return self.bagian[nomor]

    def headless(self, ekor: str) -> Sequence[Lema]:
        """Give the words that are one letter and then ``ekor``, in order of the alphabet, with their counts."""
        return self.ekor.get(ekor, ())

    @cached_property
    def ekor(self) -> Mapping[str, Sequence[Lema]]:
        """Words by all of their letters but the first."""
        hasil: dict[str, list[Lema]] = defaultdict(list)
        for huruf in sorted(self.kosakata):
            for lema in self.kosakata[huruf]:
                hasil[lema[0][1:]].append(lema)
        return hasil

    @cached_property
    def kosakata(self) -> Mapping[str, Sequence[Lema]]:
        """Words by first letter: no stems, concepts, citations or numbers, and in a large book no curiosities."""
        paling_sedikit = 1 + len(self.bagian) // _LANGKA
        hasil: dict[str, list[Lema]] = defaultdict(list)
        for istilah in sorted(self.banyak):
            if istilah.isalpha() and self.banyak[istilah] >= paling_sedikit:
                hasil[istilah[0]].append((istilah, self.banyak[istilah]))
        return hasil

    @cached_property
    def awal_halaman(self) -> Sequence[int]:
        """Of each section, the number of the first section of its page."""
        hasil: list[int] = []
        for nomor, bagian in enumerate(self.bagian):
            hasil.append(hasil[-1] if nomor and self.bagian[nomor - 1].url == bagian.url else nomor)
        return hasil


def build(
    bagian: Iterable[Bagian], sinonim: Mapping[str, Sequence[str]] | None = None, inti: int | None = None, lapor: Lapor | None = None
) -> Indeks:
    """Index sections; ``sinonim`` gives the spellings of each term of the glossary by its id.

    Many sections are shared among ``inti`` processes, by default one for each core; ``lapor`` is told of the progress.
    """
    urut = tuple(_arranged(bagian))
    analis = Analis(sinonim or {})
    daftar = Daftar(len(urut))
    for bagi in _parts(urut, analis, min(inti or os.cpu_count() or 1, 1 + len(urut) // _BERKAS)):
        daftar.extend(bagi)
        if lapor:
            lapor(len(daftar.panjang[0]), len(urut))
    return Indeks(urut, analis, daftar)


def _parts(urut: Sequence[Bagian], analis: Analis, inti: int) -> Iterator[Daftar]:
    """Postings of the sections, a batch at a time and in order, whichever process made them."""
    mulai = range(0, len(urut), _BERKAS)
    berkas = (urut[awal : awal + _BERKAS] for awal in mulai)
    if inti == 1:
        yield from map(_collect, berkas, mulai, [analis] * len(mulai))
        return
    from concurrent.futures import ProcessPoolExecutor  # which few books need

    with ProcessPoolExecutor(inti) as pekerja:
        yield from pekerja.map(_collect, berkas, mulai, [analis] * len(mulai))


def _collect(bagian: Sequence[Bagian], mulai: int, analis: Analis) -> Daftar:
    """Postings of sections in a row, numbered from ``mulai``."""
    daftar = Daftar(len(bagian))
    analyse = lru_cache(maxsize=64)(analis.analyse)  # the sections of a page share its title
    for nomor, satu in enumerate(bagian, mulai):
        letak = places(satu, analyse)
        for medan, nama in enumerate(MEDAN):
            daftar.add(nomor, medan, letak[nama], SEPANJANG if satu.status == "dicabut" else 1)
    return daftar


def _arranged(bagian: Iterable[Bagian]) -> Iterator[Bagian]:
    """Order pages by kind and region, keep the sections of a page together, tidy white space."""
    halaman: dict[str, list[Bagian]] = defaultdict(list)
    for satu in bagian:
        halaman[satu.url].append(satu)
    urutan = list(ATURAN.isi["faktor"]["umum"])

    def key(isi: list[Bagian]) -> tuple[int, str, str]:
        jenis = isi[0].jenis
        return (urutan.index(jenis) if jenis in urutan else len(urutan), jenis, isi[0].wilayah or "")

    for isi in sorted(halaman.values(), key=key):
        for satu in isi:
            rapi = " ".join(satu.teks.split())
            yield satu if rapi == satu.teks else replace(satu, teks=rapi)


def _fields(bagian: Bagian) -> dict[str, Sequence[str]]:
    satu = {"teks": (bagian.teks,), "judul": (bagian.judul,), "halaman": (bagian.halaman,)}
    return {**satu, "alias": bagian.alias, "sitasi": bagian.sitasi}


def places(bagian: Bagian, analyse: Callable[[str], Naskah]) -> dict[str, Letak]:
    """Positions of every term in every field of a section; what it is about counts in the field ``sitasi``."""
    naskah = {medan: [analyse(teks) for teks in isi] for medan, isi in _fields(bagian).items()}
    letak = {medan: _placed(isi) for medan, isi in naskah.items()}
    akhir = sum(len(satu.kata) + _JEDA for satu in naskah["sitasi"])
    for nomor, istilah in enumerate(own_terms(naskah)):
        letak["sitasi"].setdefault(istilah, [akhir + nomor])
    letak["alias"].update((istilah, [nomor]) for nomor, istilah in enumerate(entry_terms(bagian)))
    return letak


def _placed(naskah: Iterable[Naskah]) -> Letak:
    """Positions of every term but definitions in a field made of several texts."""
    letak: Letak = defaultdict(list)
    mulai = 0
    for satu in naskah:
        for istilah, posisi, _ in satu.token():
            if not istilah.startswith("def:"):
                letak[istilah].append(mulai + posisi)
        mulai += len(satu.kata) + _JEDA
    for tempat in letak.values():
        tempat.sort()
    return letak
