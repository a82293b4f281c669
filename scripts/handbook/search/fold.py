"""Lipatan: text as it is compared, with the way back to the text as it is shown.

Each character folds on its own (compatibility decomposition, lower case, accents and invisible characters
dropped), so a position in the folded text always has one in the original. Characters outside the Basic
Multilingual Plane stay as they are and separate words, except mathematical letters, which are letters in disguise.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from .rules import ATURAN

_PETA: dict[str, str] = ATURAN.isi["lipat"]


@dataclass(frozen=True, slots=True)
class Lipatan:
    """Folded text. ``asal[i]`` is where folded character ``i`` starts in the original, None if they are aligned."""

    teks: str
    asal: Sequence[int] | None = None

    def span(self, awal: int, akhir: int) -> tuple[int, int]:
        """Give the place in the original of the folded characters ``awal`` up to ``akhir``."""
        return (awal, akhir) if self.asal is None else (self.asal[awal], self.asal[akhir - 1] + 1)


@cache
def fold_character(huruf: str) -> str:
    """Fold one character to none, one or more."""
    if (tetap := _PETA.get(huruf)) is not None:
        return tetap
    if ord(huruf) > 0xFFFF and not 0x1D400 <= ord(huruf) <= 0x1D7FF:
        return huruf
    terurai = unicodedata.normalize("NFKD", huruf).lower()
    return "".join(_PETA.get(h, h) for h in terurai if not "\u0300" <= h <= "\u036f")


def fold(teks: str) -> Lipatan:
    """Fold a text, remembering where each character came from."""
    lipatan = [fold_character(huruf) for huruf in teks]
    hasil = "".join(lipatan)
    if len(hasil) == len(teks) and all(map(len, lipatan)):
        return Lipatan(hasil)
    return Lipatan(hasil, [asal for asal, huruf in enumerate(lipatan) for _ in huruf])
