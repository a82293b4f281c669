"""Ejaan: words of the vocabulary near a word that is not in it, or beginning with it."""

from collections.abc import Iterable

from .rules import ATURAN

Lema = tuple[str, int]  # a word and the number of sections that hold it


def allowed(kata: str) -> int:
    """Give how many slips a word may have: none below 4 letters or with digits, one up to 7 letters, two beyond."""
    if len(kata) < 4 or not kata.isalpha():
        return 0
    return 1 if len(kata) <= 7 else 2


def distance(a: str, b: str, batas: int) -> int:
    """Count inserted, lost, changed and swapped letters between two words; ``batas + 1`` means more than ``batas``."""
    if abs(len(a) - len(b)) > batas:
        return batas + 1
    dua, lalu = [0] * (len(b) + 1), list(range(len(b) + 1))
    for i, huruf in enumerate(a, 1):
        kini = [i]
        for j, lawan in enumerate(b, 1):
            jarak = min(lalu[j] + 1, kini[j - 1] + 1, lalu[j - 1] + (huruf != lawan))
            if i > 1 and j > 1 and huruf == b[j - 2] and a[i - 2] == lawan:
                jarak = min(jarak, dua[j - 2] + 1)
            kini.append(jarak)
        if min(kini) > batas:
            return batas + 1
        dua, lalu = lalu, kini
    return min(lalu[-1], batas + 1)


def _alike(a: str, b: str, batas: int) -> bool:
    """Rule out most words that are further than ``batas``: a slip brings in one new letter at most, and takes one away."""
    return abs(len(a) - len(b)) <= batas and len(set(a).difference(b)) <= batas and len(set(b).difference(a)) <= batas


def nearest(kata: str, lema: Iterable[Lema]) -> list[tuple[str, int]]:
    """Give the best corrections of ``kata`` with their distances: nearest first, then commonest, then by alphabet."""
    batas = allowed(kata)
    if not batas:
        return []
    mirip = [(calon, banyak) for calon, banyak in lema if calon.isalpha() and _alike(kata, calon, batas)]
    dekat = [(jarak, -banyak, calon) for calon, banyak in mirip if (jarak := distance(kata, calon, batas)) <= batas]
    return [(calon, jarak) for jarak, _, calon in sorted(dekat)[: ATURAN.isi["batas"]["ejaan"]]]


def turned(kata: str) -> str:
    """Put a word's first letter last: so words that differ in it stand together.

    >>> turned("kampanye")
    'ampanyek'
    """
    return kata[1:] + kata[0]


def completions(kata: str, lema: Iterable[Lema]) -> list[str]:
    """Give the commonest longer words that begin with ``kata``."""
    panjang = [(-banyak, calon) for calon, banyak in lema if calon.startswith(kata) and calon != kata]
    return [calon for _, calon in sorted(panjang)[: ATURAN.isi["batas"]["awalan"]]]
