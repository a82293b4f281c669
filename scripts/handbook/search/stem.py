"""Akar: a light Indonesian stemmer, driven by the rules shared with the browser.

A stem is a key that related words share (``berpihak``, ``memihak``, ``keberpihakan``), not a word to show:
it may be shorter or spelt otherwise than the dictionary's root.

The stages take off, in turn: particles (-kah, -lah …), possessives (-nya …), suffixes (-kan, -an), a prefix, a second
prefix. A suffix stays if only one syllable would remain beside a prefix (``berjalan``). As soon as a root is left that only
looks affixed (``serang``, ``kenal``, ``jumlah``), bare or with nothing but suffixes, it is taken whole. At last what
prefixes hide is erased: ``mengirim`` may come from ``kirim`` or ``irim``, so every stem loses a first k before a vowel; every
stem loses a last k or i, since ``-kan`` and ``-i`` cannot be told from a root's own ending.
"""

from functools import cache

from .rules import ATURAN, Tahap

_AKAR = ATURAN.isi["akar"]


@cache
def stem(kata: str) -> str:
    """Give the stem of a folded word; words that are short, that no language has, or that hold a digit are their own stem."""
    if not _AKAR["panjang"] <= len(kata) <= _AKAR["terpanjang"] or not kata.isalpha():  # patterns take cubic time over endless words
        return kata
    akar = _root(kata)
    for tahap in ATURAN.lebur:
        akar = _stripped(akar, tahap)
    return akar


def family(istilah: str) -> str:
    """Give the key of the family that a term is exported with: of a word its stem, of anything else itself."""
    return f"{stem(istilah)}~" if istilah.isalpha() else istilah


def _root(kata: str) -> str:
    for tahap in ATURAN.tahap:
        if utuh := ATURAN.lindung.get(kata):
            return utuh
        kata = _stripped(kata, tahap)
    return ATURAN.lindung.get(kata, kata)


def _stripped(kata: str, tahap: Tahap) -> str:
    """Apply the first rule of a stage that fits and leaves enough."""
    return next((pendek for pendek in tahap.fitting(kata) if len(pendek) >= _AKAR["sisa"]), kata)
