"""Huruf: the letters and signs that a book may be written in. Everything else is odd: nobody sees it, or it passes for another.

A list of what may stand is short and stays right; lists of what deceives never end (small capitals, Cherokee, strokes laid over letters …).
"""

import re
import unicodedata
from collections.abc import Iterator

# Signs of a text in Indonesian beside those of the keyboard.
TANDA = "“”‘’«»…–—→←§°·•±×÷½¼¾²³€£©®™"
# Latin letters of names and of words from elsewhere: Latin-1, Latin Extended-A and Additional; below them, those that look like plain ones.
_LATIN = (range(0xC0, 0x180), range(0x1E00, 0x1F00))
_SERUPA = "ıĸ"
# Blank without being space: fillers of Hangul, the empty Braille pattern.
_KOSONG = "\u115f\u1160\u3164\uffa0\u2800"


def _letters() -> Iterator[str]:
    """Give the letters that no other spelling equals: one word has one form, and who types it finds it."""
    for letter in (chr(code) for block in _LATIN for code in block):
        if letter.isalpha() and letter not in _SERUPA and unicodedata.normalize("NFKC", letter) == letter:
            yield letter


GANJIL = re.compile(f"[^\t\n -~{''.join(_letters())}{re.escape(TANDA)}]")


def tersembunyi(text: str) -> str:
    """Give the first sign that nobody sees, or that only changes the one before it; "" where there is none.

    >>> tersembunyi("bo\u200bleh") == "\u200b", tersembunyi("boleh — «kafé»")
    (True, '')
    """
    return next((one for one in GANJIL.findall(text) if _unseen(one)), "")


def serupa(text: str) -> str:
    """Give the first sign that is seen and does not belong to the book's letters; "" where there is none.

    >>> serupa("bol\u0435h") == "\u0435"
    True
    """
    return next((one for one in GANJIL.findall(text) if not _unseen(one)), "")


def _unseen(one: str) -> bool:
    return one in _KOSONG or unicodedata.category(one)[0] in "CMZ"
