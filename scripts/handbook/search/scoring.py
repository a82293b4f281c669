"""Penilaian: the scoring function of ``weighting`` and the ways to combine its points, as Whoosh wants them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from whoosh.matching import ListMatcher
from whoosh.query import CompoundQuery
from whoosh.scoring import BaseScorer, WeightingModel, WeightLengthScorer, WeightScorer

from .rules import ATURAN
from .weighting import DORONGAN, average, level, rarity


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
