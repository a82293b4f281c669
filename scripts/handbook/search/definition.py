"""Definisi: where a text says what something is, and when a reader asks for it.

"Kampanye Pemilu yang selanjutnya disebut Kampanye adalah …" defines two names. Each becomes a term that starts with
``def:`` and holds the words of the name, so that a question for exactly that name finds the sentence that defines it.
"""

import re
from collections.abc import Iterator, Sequence

from .rules import ATURAN

_ISI = ATURAN.isi["definisi"]
_ADALAH, _BUTIR, _TANDA, _SEBUT, _NAMA = (re.compile(_ISI[pola], re.ASCII) for pola in ("adalah", "butir", "tanda", "sebut", "nama"))
_TANYA = [re.compile(pola, re.ASCII) for pola in _ISI["tanya"]]

Tempat = tuple[int, int]  # start and end of a name in a folded text


def defined(teks: str) -> Iterator[Tempat]:
    """Give the places of the names that a folded text defines: what stands between a stop and "adalah".

    Much else does too, so it must open the text or an item of a list, or be marked as a name.
    """
    for kata in _ADALAH.finditer(teks):
        awal = max(teks.rfind(tanda, 0, kata.start()) for tanda in _ISI["batas"]) + 1
        if not awal or _BUTIR.search(teks[max(0, awal - 5) : awal]) or _TANDA.search(teks[awal : kata.start()]):
            yield from names(teks, awal, kata.start())


def names(teks: str, awal: int, akhir: int) -> Iterator[Tempat]:
    """Give the places of the names in a part of a folded text: the full one and what it is called "selanjutnya"."""
    potong = [(awal + m.start(), awal + m.end()) for m in _SEBUT.finditer(teks[awal:akhir])]
    for mulai, sampai in zip([awal, *(z for _, z in potong)], [*(a for a, _ in potong), akhir], strict=True):
        if nama := _NAMA.match(teks[mulai:sampai]):
            yield mulai + nama.start(2), mulai + nama.end(2)


def asked(kueri: str) -> Tempat | None:
    """Give the place in a folded query of what the reader wants explained; None if the query asks for something else."""
    for pola in _TANYA:
        if cocok := pola.search(kueri):
            return cocok.span(2)
    return None


def term(kata: Sequence[str]) -> str | None:
    """Give the term of a name by its words; names without words, or with too many to be names, have none."""
    return f"def:{'-'.join(kata)}" if 0 < len(kata) <= _ISI["kata"] else None
