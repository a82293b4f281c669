"""Ukuran: how well ranked documents answer judged queries."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from .collection import Nilai

Mesin = Callable[[str], Sequence[str]]  # query -> documents, best first
DALAM = 100  # documents that a system is asked for


@dataclass(frozen=True)
class Mutu:
    """Means over queries: nDCG and reciprocal rank of the first ten, recall of the first hundred, right ones first."""

    ndcg: float
    mrr: float
    recall: float
    pertama: float


def measure(mesin: Mesin, kueri: Sequence[tuple[str, str]], nilai: Nilai) -> Mutu:
    """Ask every query."""
    baris = [_one(mesin(teks), nilai[nama]) for nama, teks in kueri]
    return Mutu(*(sum(kolom) / len(baris) for kolom in zip(*baris, strict=True)))


def _one(urut: Sequence[str], milik: Mapping[str, int]) -> tuple[float, float, float, float]:
    tempat = next((n for n, dokumen in enumerate(urut[:10], 1) if dokumen in milik), 0)
    dapat = len(milik.keys() & set(urut[:DALAM])) / len(milik)
    return gain(urut, milik), 1 / tempat if tempat else 0.0, dapat, float(tempat == 1)


def gain(urut: Sequence[str], milik: Mapping[str, int]) -> float:
    """Give nDCG@10 of ranked documents."""
    return _discounted(milik.get(dokumen, 0) for dokumen in urut) / _discounted(sorted(milik.values(), reverse=True))


def _discounted(tingkat: Iterable[int]) -> float:
    return sum((2.0**t - 1) / log2(tempat + 2) for tempat, t in enumerate(list(tingkat)[:10]))
