"""Impak: the one scoring function, as Whoosh weighting model and as numbers to export.

A term gives a section points in each field: how rare the term is, times its level there (BM25's share of the number of
places and the length of the field, with the field's own weight). Both are whole numbers, small ones, so that they pack
well, that the browser's sums equal Whoosh's in any order, and that a changed page leaves the levels of all others alone.
Points of fields add up. Query-time factors are whole numbers too: the kind of page against the reader's intent, and the
preferred region.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import Any

from whoosh.matching import ListMatcher
from whoosh.query import CompoundQuery
from whoosh.scoring import BaseScorer, WeightingModel, WeightLengthScorer, WeightScorer
from whoosh.util.numeric import byte_to_length, length_to_byte

from .rules import ATURAN

KELANGKAAN = 4  # steps of rarity in one unit of it
LANGKA = 1.8  # more than 1: a rare word decides between sections that share common ones
TINGKAT = 8  # steps of level in a field of weight 1
K1 = 1.2
DORONGAN = {"teks": 1.0, "judul": 1.5, "halaman": 1.0, "alias": 2.2, "sitasi": 2.0}
B = {"teks": 0.5, "judul": 0.3, "halaman": 0.3, "alias": 0.1, "sitasi": 0.1}  # lists of aliases are long by nature
MEDAN = tuple(DORONGAN)  # scored fields; the order is part of the export


def rarity(banyak: int, jumlah: int) -> int:
    """Give the rarity of a term that ``banyak`` of ``jumlah`` sections hold."""
    return int(KELANGKAAN * log(1 + jumlah / banyak) ** LANGKA + 0.5)


def average(panjang: int, jumlah: int) -> int:
    """Give the average length of a field, ``panjang`` terms in ``jumlah`` sections; in whole terms, to be stable."""
    return max(1, round(panjang / max(1, jumlah)))


def level(medan: str, banyak: float, panjang: int, rata: int) -> int:
    """Give the level of a term with ``banyak`` places in a field of ``panjang`` terms, ``rata`` on average; at least 1.

    Lengths count as Whoosh keeps them, rounded to what one byte tells apart.
    """
    kira = byte_to_length(length_to_byte(panjang))
    pengurang = K1 * (1 - B[medan] + B[medan] * kira / rata)
    return max(1, int(TINGKAT * DORONGAN[medan] * (K1 + 1) * banyak / (banyak + pengurang) + 0.5))


class Impak(WeightingModel):  # type: ignore[misc]
    """Points of a term in a section, times the section's factor.

    ``banyak`` counts the sections with each term in any field (so a term is equally rare in all fields);
    ``faktor`` has one whole number for each section, or is None to leave points as they are.
    """

    use_final = True

    def __init__(self, banyak: Mapping[str, int], faktor: Sequence[int] | None = None) -> None:
        self.banyak = banyak
        self.faktor = faktor

    def scorer(self, searcher: Any, fieldname: str, text: bytes, qf: int = 1) -> BaseScorer:
        """Give the scorer of one term in one field; facets only filter, so theirs does not matter."""
        if fieldname not in DORONGAN:
            return WeightScorer.for_(searcher, fieldname, text)
        return Penilai(searcher, fieldname, text, rarity(self.banyak[text.decode()], searcher.doc_count_all()))

    def final(self, searcher: Any, docnum: int, score: float) -> float:
        """Multiply a section's points by its factor."""
        return score * self.faktor[docnum] if self.faktor else score


class Penilai(WeightLengthScorer):  # type: ignore[misc]
    """Points of one term in one field."""

    def __init__(self, searcher: Any, fieldname: str, text: bytes, langka: int) -> None:
        self.medan, self.langka = fieldname, langka
        self.rata = average(searcher.field_length(fieldname), searcher.doc_count_all())
        self.setup(searcher, fieldname, text)

    def _score(self, weight: float, length: int) -> float:
        return float(self.langka * level(self.medan, weight, length, self.rata))


class Terbaik(CompoundQuery):  # type: ignore[misc]
    """The most points that one of its subqueries gives.

    Whoosh's DisjunctionMax means the same, but scores a section with points that belong to another one
    whenever its subqueries do not stand on the same section.
    """

    def matcher(self, searcher: Any, context: Any = None) -> ListMatcher:
        """Run the subqueries one by one and give the sections met, with their points."""
        poin: dict[int, float] = {}
        for sub in self.subqueries:
            for nomor, nilai in _scored(sub.matcher(searcher, context)):
                poin[nomor] = max(nilai, poin.get(nomor, 0.0))
        return _listed(poin)


class Cakupan(CompoundQuery):  # type: ignore[misc]
    """The sum of its subqueries' points, times the number of subqueries met plus a constant."""

    def matcher(self, searcher: Any, context: Any = None) -> ListMatcher:
        """Run the subqueries one by one and give the sections met, with their points."""
        poin: Counter[int] = Counter()
        kena: Counter[int] = Counter()
        for sub in self.subqueries:
            for nomor, nilai in _scored(sub.matcher(searcher, context)):
                poin[nomor] += int(nilai)
                kena[nomor] += 1
        return _listed({nomor: float(nilai * (kena[nomor] + ATURAN.isi["cakupan"])) for nomor, nilai in poin.items()})


def _scored(daftar: Any) -> Iterator[tuple[int, float]]:
    """Section and points of everything that a matcher meets."""
    while daftar.is_active():
        yield daftar.id(), daftar.score()
        daftar.next()


def _listed(poin: Mapping[int, float]) -> ListMatcher:
    nomor = sorted(poin)
    return ListMatcher(nomor, [poin[n] for n in nomor])
