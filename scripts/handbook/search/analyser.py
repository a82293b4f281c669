"""Analis: text -> words, citations and terms with positions.

Terms are told apart by their last or inner character, so one index field holds them all:
``kampanye`` a word as written, ``kampanye~`` a stem, ``media-sosial=`` a concept of the glossary,
``uu:10/2016`` or ``pasal:71.ayat:2`` a citation, ``uu:10/2016#pasal:71`` an article of a regulation,
``def:bahan-kampanye`` or ``def:media-sosial=`` the place that defines a name or a concept.
A term other than a word stands at the position of its first word.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from . import definition
from .fold import Lipatan, fold
from .rules import ATURAN
from .stem import stem


class Kata(NamedTuple):
    """A word as written (folded), with its place in the original text."""

    muka: str
    awal: int
    akhir: int


@dataclass(frozen=True, slots=True)
class Rentang:
    """Terms that stand for ``panjang`` words from word number ``posisi``; most specific term first."""

    istilah: tuple[str, ...]
    posisi: int
    panjang: int

    @property
    def pasal(self) -> bool:
        """Whether it cites an article, not a regulation."""
        return self.istilah[0].startswith("pasal:")

    @property
    def peraturan(self) -> bool:
        """Whether it cites a regulation by its kind, not a bare number."""
        return not self.istilah[0].startswith(("pasal:", "no:"))


@dataclass(frozen=True, slots=True)
class Naskah:
    """An analysed text: its words without stop words, its citations, articles beside their regulation, concepts, definitions."""

    kata: tuple[Kata, ...]
    sitasi: tuple[Rentang, ...] = ()
    gabungan: tuple[Rentang, ...] = ()
    konsep: tuple[Rentang, ...] = ()
    definisi: tuple[Rentang, ...] = ()

    def token(self) -> Iterator[tuple[str, int, int]]:
        """Every term with the position of its first word and the number of words it covers."""
        for posisi, kata in enumerate(self.kata):
            yield kata.muka, posisi, 1
            if kata.muka.isalpha():
                yield f"{stem(kata.muka)}~", posisi, 1
        for rentang in (*self.sitasi, *self.gabungan, *self.konsep, *self.definisi):
            for istilah in rentang.istilah:
                yield istilah, rentang.posisi, rentang.panjang


@dataclass(frozen=True)
class Analis:
    """The analyser of one handbook: the shared rules and the spellings of its glossary (id -> spellings)."""

    sinonim: Mapping[str, Sequence[str]] = field(default_factory=dict)
    _awal: dict[str, list[tuple[tuple[str, ...], str]]] = field(init=False, default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        for nama, ejaan in sorted(self.sinonim.items()):
            for bunyi in dict.fromkeys(map(words, ejaan)):
                if bunyi:
                    self._awal.setdefault(bunyi[0], []).append((bunyi, f"{nama}="))

    def analyse(self, teks: str, *, lengkap: bool = True) -> Naskah:
        """Analyse a text of any length, ``lengkap`` or for its words only."""
        lipatan = fold(teks)
        kata = tuple(_words(lipatan))
        if not lengkap:
            return Naskah(kata)
        sitasi = tuple(_citations(lipatan, kata))
        konsep = tuple(self._concepts(kata))
        return Naskah(kata, sitasi, tuple(joined(sitasi)), konsep, tuple(_definitions(lipatan, kata, konsep)))

    def _concepts(self, kata: tuple[Kata, ...]) -> Iterator[Rentang]:
        if not self._awal:
            return
        muka = tuple(k.muka for k in kata)
        for posisi, pertama in enumerate(muka):
            for bunyi, istilah in self._awal.get(pertama, ()):
                if muka[posisi : posisi + len(bunyi)] == bunyi:
                    yield Rentang((istilah,), posisi, len(bunyi))


def is_word(istilah: str) -> bool:
    """Say whether a term is a word as written: no stem, concept or citation."""
    return not istilah.endswith(("~", "=")) and ":" not in istilah


def words(teks: str) -> tuple[str, ...]:
    """Give the folded words of a text in order, without stop words."""
    return tuple(kata.muka for kata in _words(fold(teks)))


def _words(lipatan: Lipatan) -> Iterator[Kata]:
    for cocok in ATURAN.kata.finditer(lipatan.teks):
        if cocok[0] not in ATURAN.henti:
            yield Kata(cocok[0], *lipatan.span(*cocok.span()))


def _citations(lipatan: Lipatan, kata: Sequence[Kata]) -> Iterator[Rentang]:
    if not any(map(str.isdigit, lipatan.teks)):
        return
    for pola, bentuk in ATURAN.sitasi:
        for cocok in pola.finditer(lipatan.teks):
            awal, akhir = lipatan.span(*cocok.span())
            tercakup = [posisi for posisi, k in enumerate(kata) if awal <= k.awal < akhir]
            istilah = tuple(dict.fromkeys(filter(None, (_fill(b, cocok) for b in bentuk))))
            if tercakup and istilah:
                yield Rentang(istilah, tercakup[0], len(tercakup))


def joined(sitasi: Sequence[Rentang]) -> Iterator[Rentang]:
    """Give the articles that stand right before or after the regulation they are of."""
    peraturan = [r for r in sitasi if r.peraturan]
    for p in filter(lambda r: r.pasal, sitasi):
        for aturan in peraturan:
            if p.posisi + p.panjang == aturan.posisi or aturan.posisi + aturan.panjang == p.posisi:
                yield Rentang(article_of(p, aturan), min(p.posisi, aturan.posisi), p.panjang + aturan.panjang)


def article_of(pasal: Rentang, peraturan: Rentang) -> tuple[str, ...]:
    """Give the terms of an article as one of a regulation."""
    return tuple(f"{peraturan.istilah[0]}#{satu}" for satu in pasal.istilah)


def _definitions(lipatan: Lipatan, kata: Sequence[Kata], konsep: Sequence[Rentang]) -> Iterator[Rentang]:
    mulai = [k.awal for k in kata]
    for tempat in definition.defined(lipatan.teks):
        awal, akhir = lipatan.span(*tempat)
        pertama, sesudah = bisect_left(mulai, awal), bisect_left(mulai, akhir)
        if istilah := definition.term([k.muka for k in kata[pertama:sesudah]]):
            sama = (f"def:{r.istilah[0]}" for r in konsep if (r.posisi, r.posisi + r.panjang) == (pertama, sesudah))
            yield Rentang((istilah, *sama), pertama, sesudah - pertama)


def _fill(bentuk: str, cocok: re.Match[str]) -> str | None:
    """Fill a term's template from a match, or None if the match lacks a part of it."""
    bagian = {nomor: cocok[int(nomor)] for nomor in re.findall(r"\{(\d)\}", bentuk)}
    if None in bagian.values():
        return None
    return re.sub(r"\{(\d)\}", lambda m: _short(bagian[m[1]]), bentuk)


def _short(bagian: str) -> str:
    """Give the short name of a kind of regulation; leave every other text as it is."""
    return ATURAN.bentuk.get(re.sub("[ -]+", " ", bagian), bagian)
