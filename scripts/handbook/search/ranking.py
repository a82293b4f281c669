"""Urutan: what a ranking gives and what a reader chose, the same whoever ranks; and points added up without Whoosh."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from .rules import ATURAN

Urutan = Sequence[tuple[int, int]]  # (section, score), best first, sections of equal score in document order
Poin = Iterable[tuple[int, int]]  # (section, points)


@dataclass(frozen=True)
class Pilihan:
    """What the reader chose. The first three hide other sections; ``utamakan`` prefers a region and hides nothing.

    ``setempat`` hides sections of other regions and keeps those of none, which hold everywhere. While ``typing``, the last
    word may be the beginning of one. ``peran`` is the reader's own role: the card answers it when the query names none.
    """

    wilayah: str | None = None
    jenis: str | None = None
    putusan: str | None = None
    utamakan: str | None = None
    typing: bool = False
    setempat: str | None = None
    peran: str | None = None

    @property
    def hides_nothing(self) -> bool:
        """Say whether every section is shown."""
        return self.wilayah is self.jenis is self.putusan is self.setempat is None

    def shows(self, jenis: str, wilayah: str | None, putusan: Sequence[str]) -> bool:
        """Say whether the reader wants to see a section of this kind, region and verdicts."""
        if self.setempat is not None and wilayah not in (None, self.setempat):
            return False
        if self.wilayah not in (None, wilayah) or self.jenis not in (None, jenis):
            return False
        return self.putusan is None or self.putusan in putusan


@cache
def factor(niat: str, jenis: str, wilayah: str | None, utamakan: str | None) -> int:
    """Give a section's factor: that of its kind for this intent, times that of its region if one is preferred."""
    dasar = int(ATURAN.isi["faktor"][niat].get(jenis, 100))
    if utamakan is None:
        return dasar
    sama, lain = ATURAN.isi["utamakan"]["sama"], ATURAN.isi["utamakan"]["lain"]
    return dasar * (100 if wilayah is None else int(sama if wilayah == utamakan else lain))


def added(kelompok: Iterable[Mapping[int, int]], faktor: Callable[[int], int]) -> Urutan:
    """Add up the points of all groups: times the number of groups met plus a constant, times the section's factor; 0 hides it."""
    poin: Counter[int] = Counter()
    kena: Counter[int] = Counter()
    for satu in kelompok:
        poin.update(satu)
        kena.update(satu.keys())
    cakupan = ATURAN.isi["cakupan"]
    skor = ((-nilai * (kena[nomor] + cakupan) * kali, nomor) for nomor, nilai in poin.items() if (kali := faktor(nomor)))
    return [(nomor, -nilai) for nilai, nomor in sorted(skor)]


def best(pilihan: Iterable[tuple[int, Poin]]) -> Mapping[int, int]:
    """Of each section, the most points that one of the alternatives of a group, given with their weights, gives it."""
    terbaik: dict[int, int] = {}
    for bobot, poin in pilihan:
        for nomor, nilai in poin:
            if nilai * bobot > terbaik.get(nomor, 0):
                terbaik[nomor] = nilai * bobot
    return terbaik
