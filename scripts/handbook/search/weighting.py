"""Impak: the one scoring function, as Whoosh weighting model and as numbers to export.

A term gives a section a whole number of points in each field (BM25 with the field's own weight and length
normalisation); points of fields add up. Whole numbers make the browser's sums equal Whoosh's, in any order.
Query-time factors are whole numbers too: the kind of page against the reader's intent, and the preferred region.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import Any

from whoosh.matching import ListMatcher
from whoosh.query import CompoundQuery
from whoosh.scoring import BaseScorer, WeightingModel, WeightLengthScorer, WeightScorer

from .rules import ATURAN

SKALA = 10
LANGKA = 1.8  # more than 1: a rare word decides between sections that share common ones
K1 = 1.2
DORONGAN = {"teks": 1.0, "judul": 1.5, "halaman": 1.0, "alias": 2.2, "sitasi": 2.0}
B = {"teks": 0.5, "judul": 0.3, "halaman": 0.3, "alias": 0.1, "sitasi": 0.1}  # lists of aliases are long by nature


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
        kelangkaan = log(1 + searcher.doc_count_all() / self.banyak[text.decode()]) ** LANGKA
        return Penilai(searcher, fieldname, text, kelangkaan)

    def final(self, searcher: Any, docnum: int, score: float) -> float:
        """Multiply a section's points by its factor."""
        return score * self.faktor[docnum] if self.faktor else score


class Penilai(WeightLengthScorer):  # type: ignore[misc]
    """BM25 of one term in one field, rounded to a whole number of at least 1."""

    def __init__(self, searcher: Any, fieldname: str, text: bytes, kelangkaan: float) -> None:
        self.besar = SKALA * DORONGAN[fieldname] * kelangkaan * (K1 + 1)
        self.tetap, self.tumbuh = K1 * (1 - B[fieldname]), K1 * B[fieldname] / (searcher.avg_field_length(fieldname) or 1)
        self.setup(searcher, fieldname, text)

    def _score(self, weight: float, length: int) -> float:
        return max(1.0, float(int(self.besar * weight / (weight + self.tetap + self.tumbuh * length) + 0.5)))


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
