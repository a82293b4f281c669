"""Daftar: what the index holds for each term, read back from Whoosh for the export."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from .index import MEDAN, Indeks
from .weighting import Impak

Impakan = list[tuple[int, int]]  # (section, points), ascending
Letakan = list[tuple[int, list[int]]]  # (section, places), ascending


def impacts(indeks: Indeks) -> dict[str, Impakan]:
    """Points of every term in every section, all fields together, as Whoosh's own scorers give them."""
    jumlah: dict[str, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    with indeks.mesin.searcher(weighting=Impak(indeks.banyak)) as pencari:
        for istilah, _medan, daftar in _walk(pencari):
            while daftar.is_active():
                jumlah[istilah][daftar.id()] += int(daftar.score())
                daftar.next()
    return {istilah: sorted(baris.items()) for istilah, baris in jumlah.items()}


def places(indeks: Indeks) -> dict[str, Letakan]:
    """Places of every plain word in every section; words next to each other in a field differ by ``len(MEDAN)``."""
    semua: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    with indeks.mesin.searcher() as pencari:
        for istilah, medan, daftar in _walk(pencari):
            if not is_word(istilah):
                continue
            while daftar.is_active():
                semua[istilah][daftar.id()] += [posisi * len(MEDAN) + MEDAN.index(medan) for posisi in daftar.value_as("positions")]
                daftar.next()
    return {istilah: [(n, sorted(letak)) for n, letak in sorted(baris.items())] for istilah, baris in semua.items()}


def is_word(istilah: str) -> bool:
    """Say whether a term is a word as written: no stem, concept or citation."""
    return not istilah.endswith(("~", "=")) and ":" not in istilah


def _walk(pencari: Any) -> Iterator[tuple[str, str, Any]]:
    """Every term of every scored field, with a matcher over its sections."""
    for medan in MEDAN:
        for istilah in pencari.reader().field_terms(medan):
            yield istilah, medan, pencari.postings(medan, istilah.encode())
