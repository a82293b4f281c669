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
    """Give the stem of a folded word; words that are short or hold a digit are their own stem."""
    if len(kata) < _AKAR["panjang"] or not kata.isalpha():
        return kata
    akar = _root(kata)
    for tahap in ATURAN.lebur:
        akar = _stripped(akar, tahap)
    return akar


def _root(kata: str) -> str:
    for tahap in ATURAN.tahap:
        if utuh := _whole(kata):
            return utuh
        kata = _stripped(kata, tahap)
    return _whole(kata) or kata


def _whole(kata: str) -> str | None:
    """Give the root that a word is, but for suffixes, if that is one which only looks affixed."""
    for akhiran in _AKAR["akhiran"]:
        if kata.endswith(akhiran) and (akar := kata[: len(kata) - len(akhiran)]) in ATURAN.lindung:
            return akar
    return None


def _stripped(kata: str, tahap: Tahap) -> str:
    """Apply the first rule of a stage that fits and leaves enough."""
    for pola, ganti in tahap:
        pendek, cocok = pola.subn(ganti, kata, count=1)
        if cocok and len(pendek) >= _AKAR["sisa"]:
            return pendek
    return kata
