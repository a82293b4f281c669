"""Akar: a light Indonesian stemmer, driven by the rules shared with the browser.

A stem is a key that related words share (``berpihak``, ``memihak``, ``keberpihakan``), not a word to show:
it may be shorter or spelt otherwise than the dictionary's root.

The stages take off, in turn: particles (-kah, -lah …), possessives (-nya …), suffixes (-kan, -an), a prefix, a second
prefix. A suffix stays if only one syllable would remain beside a prefix (``berjalan``). The last two stages erase what
prefixes hide: ``mengirim`` may come from ``kirim`` or ``irim``, so every stem loses a first k before a vowel (and m, n, ny
become p, t, s); every stem loses a last k or i, since ``-kan`` and ``-i`` cannot be told from a root's own ending.
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
