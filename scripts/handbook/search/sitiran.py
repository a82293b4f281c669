"""Sitiran: what can be cited, by the names it goes by, and the one spelling in which citations are compared."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from .analyser import Analis, Naskah, Rentang
from .citation import longest
from .fold import fold
from .rules import ATURAN

_ANALIS = Analis()
# Ways to write the same citation -> the one that the rules of the search read, on folded text.
_EJAAN = tuple(
    (re.compile(pola), ganti)
    for pola, ganti in (
        (r"\b0+(?=[1-9]\d{0,3} *(?:/|tahun|thn|th\b))", ""),
        (r"\b(\d{1,4}) *(?:tahun|thn|th)\b\.? *((?:19|20)\d\d)\b", r"\1/\2"),
        (r"\bay\b\.?", "ayat"),
        (r"\b(ayat|huruf|angka) *\(?(\w{1,3})\)? *(pasal|psl|ps)\b\.? *(\w{1,5})\b", r"\3 \4 \1 \2"),
        (r"\b(pasal|psl|ps)\b\.? *(\d{1,3}[a-z]{0,2}) *\((\d{1,2}[a-z]?)\)", r"\1 \2 ayat (\3)"),
    )
)
_KURUNG = re.compile(r"[()]")

Kata = tuple[str, ...]


@dataclass(frozen=True)
class Aturan:
    """A regulation that can be cited.

    ``nama`` are its names, whose numbers count; ``julukan`` its nicknames, which count word for word; ``penerbit`` says in
    words who made it and where it holds, for numbers of circulars are only unique together with that.
    """

    kunci: str
    nama: Kata
    julukan: Kata = ()
    penerbit: Kata = ()

    @cached_property
    def istilah(self) -> frozenset[str]:
        """The citation terms of its names. One by its kind must begin the name: "perubahan UU 7/2001" names another."""
        pertama = (r for satu in self._bagian for r in bernomor(naskah(satu))[:1])
        return frozenset(istilah for r in pertama if not (r.peraturan and r.posisi) for istilah in r.istilah)

    @cached_property
    def frasa(self) -> frozenset[Kata]:
        """Its names and nicknames in words; a single word is too common to name a regulation."""
        return frozenset(kata for teks in (*self._bagian, *self.julukan) if len(kata := words(naskah(teks))) > 1)

    @cached_property
    def jenis(self) -> frozenset[str]:
        """The kinds of regulation that its names say it is: "uu", "se"."""
        return frozenset(jenis for satu in self._bagian for jenis in kinds(words(naskah(satu))))

    @cached_property
    def kosakata(self) -> frozenset[str]:
        """Every word that it may be described with."""
        return frozenset(kata for teks in (*self.nama, *self.julukan, *self.penerbit) for kata in words(naskah(teks)))

    @property
    def _bagian(self) -> Iterator[str]:
        """The names, and what stands in brackets in them, which is a name too: "UU Pilkada (UU 1/2015)"."""
        return (bagian.strip() for nama in self.nama for bagian in _KURUNG.split(nama) if bagian.strip())


@dataclass(frozen=True)
class Ketentuan:
    """A provision that can be cited: ``aturan`` are the keys of its regulation and of the one that words it."""

    kunci: str
    sebutan: str
    aturan: Kata

    @cached_property
    def pasal(self) -> tuple[Kata, ...]:
        """The terms of each article it names, most specific first."""
        return tuple(r.istilah for r in articles(naskah(self.sebutan)))

    @cached_property
    def termuat(self) -> frozenset[str]:
        """Every article that it is or lies in."""
        return frozenset(istilah for satu in self.pasal for istilah in satu)

    @cached_property
    def kata(self) -> Kata:
        """Its whole name in words."""
        return words(naskah(self.sebutan))

    @cached_property
    def pokok(self) -> Kata:
        """Its name in words, without what stands in brackets after it: "Pokok 1 (sanksi)"."""
        return words(naskah(_KURUNG.split(self.sebutan)[0]))


def naskah(teks: str) -> Naskah:
    """Analyse a text in the one spelling of citations."""
    lipatan = fold(teks).teks
    for pola, ganti in _EJAAN:
        lipatan = pola.sub(ganti, lipatan)
    return _ANALIS.analyse(lipatan)


def bernomor(naskah: Naskah) -> list[Rentang]:
    """Give the regulations that a text names by number."""
    return [r for r in longest(naskah.sitasi) if not r.pasal]


def articles(naskah: Naskah) -> list[Rentang]:
    """Give the articles that a text names."""
    return [r for r in longest(naskah.sitasi) if r.pasal]


def words(naskah: Naskah) -> Kata:
    """Give the words of an analysed text."""
    return tuple(kata.muka for kata in naskah.kata)


def kinds(kata: Sequence[str]) -> dict[str, set[int]]:
    """Give the kinds of regulation that some words name, each with the positions of its words.

    >>> kinds(("surat", "edaran", "bupati"))
    {'se': {0, 1}}
    """
    hasil: dict[str, set[int]] = {}
    for ejaan, jenis in ATURAN.bentuk.items():
        bunyi = tuple(ejaan.split())
        for awal in range(len(kata) - len(bunyi) + 1):
            if tuple(kata[awal : awal + len(bunyi)]) == bunyi:
                hasil.setdefault(jenis, set()).update(range(awal, awal + len(bunyi)))
    return hasil
