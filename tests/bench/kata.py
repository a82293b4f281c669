"""Kata: sentences of words that nobody uses, as uneven in how often each comes as those of a real language."""

import random
from itertools import accumulate, product

AKAR = 4_000  # roots; with what is put before and behind them, some 40,000 words
UMUM = "yang dan di dalam dengan untuk pada dari oleh tidak pegawai pemilihan netral kampanye calon daerah kota surat edaran wajib"
AWALAN, AKHIRAN = ("", "", "me", "di", "ber", "ter", "pe", "ke"), ("", "", "", "kan", "an", "i", "nya")


class Penutur:
    """Words from one pair of dice: the same dice, the same words."""

    def __init__(self, dadu: random.Random) -> None:
        syllables = [a + b for a, b in product("bcdgjklmnprstw", "aiueo")]
        self._dadu = dadu
        self._kata = [*UMUM.split(), *dict.fromkeys("".join(dadu.choices(syllables, k=dadu.choice((2, 2, 3)))) for _ in range(AKAR))]
        self._berat = list(accumulate(1 / (rank + 3) for rank in range(len(self._kata))))

    def _pilih(self, banyak: int) -> list[str]:
        roots = self._dadu.choices(self._kata, cum_weights=self._berat, k=banyak)
        return [self._dadu.choice(AWALAN) + root + self._dadu.choice(AKHIRAN) for root in roots]

    def judul(self, banyak: int = 5) -> str:
        """Give a title of so many words."""
        return " ".join(self._pilih(banyak)).capitalize()

    def kalimat(self, banyak: int = 1) -> str:
        """Give so many sentences."""
        return " ".join(f"{self.judul(self._dadu.randint(8, 18))}." for _ in range(banyak))
