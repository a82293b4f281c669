"""Akar: a light Indonesian stemmer, driven by the rules shared with the browser.

A stem is a key that related words share (``berpihak``, ``memihak``, ``keberpihakan``), not a word to show:
it may be shorter or spelt otherwise than the dictionary's root.
"""

from functools import cache

from .rules import ATURAN


@cache
def stem(kata: str) -> str:
    """Give the stem of a folded word; words that are short or hold a digit are their own stem."""
    akar = ATURAN.isi["akar"]
    if len(kata) < akar["panjang"] or not kata.isalpha():
        return kata
    for tahap in ATURAN.tahap:
        for pola, ganti in tahap:
            pendek, cocok = pola.subn(ganti, kata, count=1)
            if cocok and len(pendek) >= akar["sisa"]:
                kata = pendek
                break
    return kata
