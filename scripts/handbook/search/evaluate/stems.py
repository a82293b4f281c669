"""Akar: how well stems bring together the words of one root, and no others."""

import csv
from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path

Peta = Mapping[str, str]  # word -> root or stem


def roots(path: Path) -> Peta:
    """Read words and their roots."""
    with path.open(encoding="utf-8") as berkas:
        baris = list(csv.DictReader(berkas, delimiter="\t"))
    return {b["word"].lower(): b["lemma"].lower() for b in baris if b["word"].isalpha() and b["lemma"].isalpha()}


def inflected(akar: Peta) -> Peta:
    """Leave out words given as their own root: many of those are inflected too, but nobody said from what."""
    return {kata: satu for kata, satu in akar.items() if kata != satu}


def conflation(akar: Peta, stem: Callable[[str], str]) -> tuple[float, float, float]:
    """Precision, recall and F1 of the pairs of words that share a stem, against those that share a root."""
    ada, mau = _pairs({kata: stem(kata) for kata in akar}), _pairs(akar)
    tepat, lengkap = len(ada & mau) / max(1, len(ada)), len(ada & mau) / max(1, len(mau))
    return tepat, lengkap, 2 * tepat * lengkap / ((tepat + lengkap) or 1)


def _pairs(kunci: Peta) -> set[tuple[str, str]]:
    kelompok: dict[str, list[str]] = defaultdict(list)
    for kata in sorted(kunci):
        kelompok[kunci[kata]].append(kata)
    return {pasangan for isi in kelompok.values() for pasangan in combinations(isi, 2)}
