"""Indeks: sections -> a Whoosh index in memory, with what planning and showing need beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from whoosh.fields import KEYWORD, TEXT, Schema
from whoosh.filedb.filestore import RamStorage

from handbook.model.bagian import Bagian

from .analyser import Analis, Naskah
from .own import own_terms
from .rules import ATURAN
from .spelling import Lema

MEDAN = ("teks", "judul", "halaman", "alias", "sitasi")  # scored fields; the order is part of the export
_JEDA = 10  # positions between two aliases, so that no phrase runs from one into the next

Letak = dict[str, list[int]]  # term -> positions, ascending


class Ingatan(RamStorage):  # type: ignore[misc]
    """Memory only: Whoosh's own keeps its drafts in one folder of the system, where two runs at once destroy each other's."""

    def temp_storage(self, name: str | None = None) -> RamStorage:
        """Give a place for the writer's drafts."""
        return RamStorage()


class Deret(TEXT):  # type: ignore[misc]
    """A text field that is given its terms and positions, analysed once for the index and the vocabulary."""

    def index(self, value: Letak, **_options: Any) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Give (term, frequency, weight, encoded positions) of each term, as Whoosh's writer wants them."""
        for istilah, posisi in value.items():
            yield istilah.encode(), len(posisi), float(len(posisi)), self.format.encode(posisi)


@dataclass(frozen=True)
class Indeks:
    """An index. ``bagian`` is in document order; ``banyak`` counts the sections that hold each term in a scored field."""

    bagian: tuple[Bagian, ...]
    analis: Analis
    banyak: Mapping[str, int]
    mesin: Any  # whoosh.index.FileIndex, which has no types

    def has(self, istilah: str) -> bool:
        """Say whether some section holds the term."""
        return istilah in self.banyak

    def letter(self, huruf: str) -> Sequence[Lema]:
        """Give the words that begin with a letter, in order of the alphabet, with their counts."""
        return self.kosakata.get(huruf, ())

    @cached_property
    def kosakata(self) -> Mapping[str, Sequence[Lema]]:
        """All words (no stems, concepts, citations or numbers) by first letter."""
        hasil: dict[str, list[Lema]] = defaultdict(list)
        for istilah in sorted(self.banyak):
            if istilah.isalpha():
                hasil[istilah[0]].append((istilah, self.banyak[istilah]))
        return hasil

    @cached_property
    def awal_halaman(self) -> Sequence[int]:
        """Of each section, the number of the first section of its page."""
        hasil: list[int] = []
        for nomor, bagian in enumerate(self.bagian):
            hasil.append(hasil[-1] if nomor and self.bagian[nomor - 1].url == bagian.url else nomor)
        return hasil


def build(bagian: Iterable[Bagian], sinonim: Mapping[str, Sequence[str]] | None = None) -> Indeks:
    """Index sections; ``sinonim`` gives the spellings of each term of the glossary by its id."""
    urut = tuple(_arranged(bagian))
    analis = Analis(sinonim or {})
    mesin = Ingatan().create_index(_schema())
    banyak: Counter[str] = Counter()
    penulis = mesin.writer(limitmb=512)  # one segment, so Whoosh's document numbers are ours
    for satu in urut:
        letak = places(satu, analis)
        banyak.update(set().union(*letak.values()))
        penulis.add_document(**{medan: isi for medan, isi in letak.items() if isi}, **_facets(satu))
    penulis.commit()
    return Indeks(urut, analis, dict(banyak), mesin)


def _schema() -> Schema:
    return Schema(**{medan: Deret() for medan in MEDAN}, jenis=KEYWORD(), wilayah=KEYWORD(), putusan=KEYWORD())


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
            yield replace(satu, teks=" ".join(satu.teks.split()))


def _fields(bagian: Bagian) -> dict[str, Sequence[str]]:
    satu = {"teks": (bagian.teks,), "judul": (bagian.judul,), "halaman": (bagian.halaman,)}
    return {**satu, "alias": bagian.alias, "sitasi": bagian.sitasi}


def _facets(bagian: Bagian) -> dict[str, str]:
    isi = {"jenis": bagian.jenis, "wilayah": bagian.wilayah or "", "putusan": " ".join(bagian.putusan)}
    return {medan: nilai for medan, nilai in isi.items() if nilai}


def places(bagian: Bagian, analis: Analis) -> dict[str, Letak]:
    """Positions of every term in every field of a section; what it is about counts in the field ``sitasi``."""
    naskah = {medan: [analis.analyse(teks) for teks in isi] for medan, isi in _fields(bagian).items()}
    letak = {medan: _placed(isi) for medan, isi in naskah.items()}
    akhir = sum(len(satu.kata) + _JEDA for satu in naskah["sitasi"])
    for nomor, istilah in enumerate(own_terms(naskah)):
        letak["sitasi"].setdefault(istilah, [akhir + nomor])
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
    return {istilah: sorted(posisi) for istilah, posisi in letak.items()}
