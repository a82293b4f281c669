"""Rencana: what a reader typed -> groups of terms to look up, one group for each word or citation.

Groups are OR-ed: a section scores by the best alternative of each group it meets, and more for meeting more groups.
Quoted phrases must occur, words after a minus must not.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from . import definition
from .analyser import Analis, Naskah, Rentang, article_of, words
from .fold import fold
from .rules import ATURAN
from .spelling import Lema, completions, nearest
from .stem import stem

_BOBOT = ATURAN.isi["bobot"]
_POTONG = re.compile(r'(?:^| )(-?)"([^"]*)"|(?:^| )-(?=[a-z0-9])([^ "]+)')


class Kosakata(Protocol):
    """What planning asks of an index."""

    def has(self, istilah: str) -> bool:
        """Say whether some section holds the term."""

    def letter(self, huruf: str) -> Iterable[Lema]:
        """Give the words of the index that begin with a letter."""


@dataclass(frozen=True)
class Kelompok:
    """A word or citation of the query and the terms that stand for it, with their weights."""

    kata: str
    pilihan: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Rencana:
    """A query, ready to be run. ``koreksi`` pairs what was typed with what was looked up instead."""

    niat: str
    kelompok: tuple[Kelompok, ...] = ()
    frasa: tuple[tuple[str, ...], ...] = ()
    tanpa: tuple[tuple[str, ...], ...] = ()
    koreksi: tuple[tuple[str, str], ...] = ()


def plan(kueri: str, analis: Analis, kosakata: Kosakata, *, typing: bool = False) -> Rencana:
    """Plan a query. While the reader is still ``typing``, the last word may be the beginning of one."""
    teks, frasa, tanpa = _split(fold(kueri).teks)
    naskah = analis.analyse(teks)
    koreksi: list[tuple[str, str]] = []
    sitasi = _longest(naskah.sitasi)
    gabungan = [r for r in _articles(sitasi) if any(map(kosakata.has, r.istilah))]
    kelompok = _citations(gabungan, sitasi, naskah)
    terpakai = {posisi for r in sitasi for posisi in range(r.posisi, r.posisi + r.panjang)}
    terakhir = len(naskah.kata) - 1 if typing and naskah.kata and teks.endswith(naskah.kata[-1].muka) else -1
    for posisi in _meaningful(naskah, terpakai):
        pilihan, ganti = _word(naskah, posisi, analis, kosakata, typing=posisi == terakhir)
        kelompok.append(Kelompok(naskah.kata[posisi].muka, pilihan))
        koreksi += ganti
    dibaca = [*(k.muka for k in naskah.kata), *(ke for _, ke in koreksi)]
    diminta = definition.asked(teks.strip(" "))
    if diminta:
        kelompok += _definition(teks.strip(" "), diminta, analis, kosakata, dict(koreksi))
    return Rencana(_intent(dibaca, sitasi, diminta), tuple(kelompok), frasa, tanpa, tuple(koreksi))


def _split(teks: str) -> tuple[str, tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]:
    """Take excluded words and phrases out of a folded query; give the rest, the phrases and the exclusions."""
    frasa: list[tuple[str, ...]] = []
    tanpa: list[tuple[str, ...]] = []

    def take(cocok: re.Match[str]) -> str:
        tanda, kutip, polos = cocok.groups()
        buang = tanda != ""
        if isi := words(polos if kutip is None else kutip):
            (tanpa if buang else frasa).append(isi)
        return " " if buang else f" {kutip} "

    sisa = _POTONG.sub(take, teks)
    return sisa, tuple(frasa), tuple(tanpa)


def _longest(sitasi: Sequence[Rentang]) -> list[Rentang]:
    """Keep the longest citations that do not overlap, in order."""
    dipilih: list[Rentang] = []
    for rentang in sorted(sitasi, key=lambda r: (-r.panjang, r.posisi)):
        if all(rentang.posisi >= r.posisi + r.panjang or r.posisi >= rentang.posisi + rentang.panjang for r in dipilih):
            dipilih.append(rentang)
    return sorted(dipilih, key=lambda r: r.posisi)


def _articles(sitasi: Sequence[Rentang]) -> list[Rentang]:
    """The articles of a query as those of its regulation, wherever in the query that stands; of several, the next one."""
    peraturan = [r for r in sitasi if r.peraturan]
    if not peraturan:
        return []
    pasal = [r for r in sitasi if r.pasal]
    return [replace(p, istilah=article_of(p, min(peraturan, key=lambda r: _apart(p, r)))) for p in pasal]


def _apart(a: Rentang, b: Rentang) -> int:
    """How many words stand between two citations."""
    return max(b.posisi - a.posisi - a.panjang, a.posisi - b.posisi - b.panjang)


def _definition(teks: str, diminta: definition.Tempat, analis: Analis, kosakata: Kosakata, ganti: Mapping[str, str]) -> list[Kelompok]:
    """One group for the name that is asked for: as it is, as a concept, and without its first or last word."""
    utuh, sebagian = _BOBOT["definisi"]
    pilihan: list[tuple[str, int]] = []
    for awal, akhir in definition.names(teks, *diminta):
        nama = [ganti.get(kata, kata) for kata in words(teks[awal:akhir])]
        konsep = analis.analyse(" ".join(nama)).konsep
        pilihan += [(f"def:{r.istilah[0]}", utuh) for r in konsep if r.panjang == len(nama)]
        for bagian, bobot in ((nama, utuh), (nama[:-1], sebagian), (nama[1:], sebagian)):
            if istilah := definition.term(bagian):
                pilihan.append((istilah, bobot))
    ada = [(istilah, bobot) for istilah, bobot in pilihan if kosakata.has(istilah)]
    return [Kelompok(teks[slice(*diminta)], _best(ada))] if ada else []


def _citations(gabungan: Sequence[Rentang], sitasi: Sequence[Rentang], naskah: Naskah) -> list[Kelompok]:
    """An article beside its regulation is a group of its own that weighs most; the whole regulation then weighs less."""
    naik, turun = _BOBOT["pasal_peraturan"] if gabungan else (100, 100)
    hasil = [_citation(r, naskah, naik) for r in gabungan]
    return hasil + [_citation(r, naskah, 100 if r.pasal else turun) for r in sitasi]


def _citation(rentang: Rentang, naskah: Naskah, persen: int) -> Kelompok:
    """The citation itself, then wider ones (the article without its paragraph), then its numbers alone."""
    kata = [k.muka for k in naskah.kata[rentang.posisi : rentang.posisi + rentang.panjang]]
    pilihan = [(istilah, _BOBOT["sitasi_luas"] if urutan else _BOBOT["muka"]) for urutan, istilah in enumerate(rentang.istilah)]
    pilihan += [(k, _BOBOT["sitasi_bagian"]) for k in kata if len(k) > 1 and not k.isalpha()]
    return Kelompok(" ".join(kata), tuple((istilah, bobot * persen // 100) for istilah, bobot in _best(pilihan)))


def _meaningful(naskah: Naskah, terpakai: set[int]) -> list[int]:
    """Positions of the words to look up, each word once: fillers only when there is nothing else."""
    pertama = {k.muka: p for p, k in reversed(list(enumerate(naskah.kata))) if p not in terpakai}
    posisi = sorted(pertama.values())
    isi = [p for p in posisi if naskah.kata[p].muka not in ATURAN.pengisi]
    return isi if isi or terpakai else posisi


def _word(
    naskah: Naskah, posisi: int, analis: Analis, kosakata: Kosakata, *, typing: bool
) -> tuple[tuple[tuple[str, int], ...], list[tuple[str, str]]]:
    """Alternatives of one word, and the correction that was made, if any."""
    kata = naskah.kata[posisi].muka
    pilihan = _forms(kata, 0) + _concepts(naskah, posisi)
    if santai := ATURAN.isi["santai"].get(kata):
        pilihan += _forms(santai, 0)
    if typing and len(kata) >= ATURAN.isi["batas"]["awalan_huruf"]:
        pilihan += [(calon, _BOBOT["awalan"]) for calon in completions(kata, kosakata.letter(kata[0]))]
    if any(kosakata.has(istilah) for istilah, _ in pilihan):
        return _best(pilihan), []
    dekat = nearest(kata, kosakata.letter(kata[0]))
    for calon, jarak in dekat:
        pilihan += _forms(calon, jarak)
        pilihan += [(i, b * _BOBOT["ejaan"][jarak] // 100) for i, b in _concepts(analis.analyse(calon), 0)]
    return _best(pilihan), [(kata, calon) for calon, _ in dekat[:1]]


def _forms(kata: str, jarak: int) -> list[tuple[str, int]]:
    """A word as written and its stem, weaker the further it is from what was typed."""
    persen = _BOBOT["ejaan"][jarak]
    akar = [(f"{stem(kata)}~", _BOBOT["akar"] * persen // 100)] if kata.isalpha() else []
    return [(kata, _BOBOT["muka"] * persen // 100), *akar]


def _concepts(naskah: Naskah, posisi: int) -> list[tuple[str, int]]:
    """Concepts that the word belongs to; a spelling of several words shares its weight among them."""
    kena = [r for r in naskah.konsep if r.posisi <= posisi < r.posisi + r.panjang]
    return [(r.istilah[0], _BOBOT["konsep"] if r.panjang == 1 else _BOBOT["konsep_sebagian"] // r.panjang) for r in kena]


def _best(pilihan: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    """Each term once, with its highest weight, in order of appearance."""
    terbaik: dict[str, int] = {}
    for istilah, bobot in pilihan:
        terbaik[istilah] = max(bobot, terbaik.get(istilah, 0))
    return tuple(terbaik.items())


def _intent(kata: Iterable[str], sitasi: Sequence[Rentang], diminta: definition.Tempat | None) -> str:
    """What the reader is after: a rule by its number, what a name means, whether something is allowed, or anything."""
    if sitasi:
        return "sitasi"
    if diminta:
        return "definisi"
    return "boleh" if any(k in ATURAN.isi["tanya_boleh"] for k in kata) else "umum"
