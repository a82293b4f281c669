"""Sitasi dalam kueri: the regulations and articles that a reader names -> groups of terms."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from .analyser import Naskah, Rentang, article_of
from .rules import ATURAN

_BOBOT = ATURAN.isi["bobot"]

Pilihan = tuple[tuple[str, int], ...]  # terms with their weights


@dataclass(frozen=True)
class Kelompok:
    """A word or citation of the query and the terms that stand for it, with their weights."""

    kata: str
    pilihan: Pilihan


def longest(sitasi: Sequence[Rentang]) -> list[Rentang]:
    """Keep the longest citations that do not overlap, in order."""
    dipilih: list[Rentang] = []
    for rentang in sorted(sitasi, key=lambda r: (-r.panjang, r.posisi)):
        if all(_apart(rentang, r) >= 0 for r in dipilih):
            dipilih.append(rentang)
    return sorted(dipilih, key=lambda r: r.posisi)


def articles(sitasi: Sequence[Rentang]) -> list[Rentang]:
    """The articles of a query as those of its regulation, wherever in the query that stands; of several, the next one."""
    peraturan = [r for r in sitasi if r.peraturan]
    if not peraturan:
        return []
    pasal = [r for r in sitasi if r.pasal]
    return [replace(p, istilah=article_of(p, min(peraturan, key=lambda r: _apart(p, r)))) for p in pasal]


def _apart(a: Rentang, b: Rentang) -> int:
    """How many words stand between two citations; less than 0 if they overlap."""
    return max(b.posisi - a.posisi - a.panjang, a.posisi - b.posisi - b.panjang)


def groups(gabungan: Sequence[Rentang], sitasi: Sequence[Rentang], naskah: Naskah) -> list[Kelompok]:
    """An article beside its regulation is a group of its own that weighs most; the whole regulation then weighs less."""
    naik, turun = _BOBOT["pasal_peraturan"] if gabungan else (100, 100)
    hasil = [_group(r, naskah, naik) for r in gabungan]
    return hasil + [_group(r, naskah, 100 if r.pasal else turun) for r in sitasi]


def _group(rentang: Rentang, naskah: Naskah, persen: int) -> Kelompok:
    """The citation itself, then wider ones (the article without its paragraph), then its numbers alone."""
    kata = [k.muka for k in naskah.kata[rentang.posisi : rentang.posisi + rentang.panjang]]
    pilihan = [(istilah, _BOBOT["sitasi_luas"] if urutan else _BOBOT["muka"]) for urutan, istilah in enumerate(rentang.istilah)]
    pilihan += [(k, _BOBOT["sitasi_bagian"]) for k in kata if len(k) > 1 and not k.isalpha()]
    return Kelompok(" ".join(kata), tuple((istilah, bobot * persen // 100) for istilah, bobot in best(pilihan)))


def best(pilihan: Sequence[tuple[str, int]]) -> Pilihan:
    """Each term once, with its highest weight, in order of appearance."""
    terbaik: dict[str, int] = {}
    for istilah, bobot in pilihan:
        terbaik[istilah] = max(bobot, terbaik.get(istilah, 0))
    return tuple(terbaik.items())
