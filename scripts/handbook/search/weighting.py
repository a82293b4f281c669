"""Bobot: the one scoring function, in numbers; ``scoring`` gives it to Whoosh, the export packs what it gives.

A term gives a section points in each field: how rare the term is, times its level there (BM25's share of the number of
places and the length of the field, with the field's own weight). Both are whole numbers, small ones, so that they pack
well, that the browser's sums equal Whoosh's in any order, and that a changed page leaves the levels of all others alone.
Points of fields add up. Query-time factors are whole numbers too: the kind of page against the reader's intent, and the
preferred region.
"""

from functools import cache
from math import log

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
    pengurang = K1 * (1 - B[medan] + B[medan] * _rounded(panjang) / rata)
    return max(1, int(TINGKAT * DORONGAN[medan] * (K1 + 1) * banyak / (banyak + pengurang) + 0.5))


@cache
def _rounded(panjang: int) -> int:
    """Round a length as Whoosh keeps it. Whoosh is large, and who only reads an index does without."""
    from whoosh.util.numeric import byte_to_length, length_to_byte

    return int(byte_to_length(length_to_byte(panjang)))
