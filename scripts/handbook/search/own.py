"""Pokok: what a section is officially about, beyond the words it holds: the article it is, the names it defines.

A law's article rarely names itself in its text, and a list of definitions is long, so both would rank below short
sections that merely mention them. Their terms go into the short field ``sitasi`` instead.
"""

from collections.abc import Iterator, Mapping, Sequence

from handbook.model.bagian import Bagian

from . import definition
from .analyser import Naskah, article_of, words
from .rules import ATURAN

Naskahan = Mapping[str, Sequence[Naskah]]  # analysed texts of a section by field


def own_terms(naskah: Naskahan) -> list[str]:
    """Give the terms for a section's field ``sitasi``, each once."""
    return list(dict.fromkeys([*_articles(naskah["halaman"][0], naskah["judul"][0]), *_definitions(naskah)]))


def _articles(halaman: Naskah, judul: Naskah) -> Iterator[str]:
    """The article that a title ends with or a heading begins with, of the regulation that the title begins with."""
    peraturan = next((r for r in halaman.sitasi if r.peraturan and not r.posisi), None)
    if peraturan is None:
        return
    akhir = [r for r in halaman.sitasi if r.pasal and r.posisi + r.panjang == len(halaman.kata)]
    for pasal in [*akhir, *(r for r in judul.sitasi if r.pasal and not r.posisi)]:
        yield from article_of(pasal, peraturan)


def _definitions(naskah: Naskahan) -> Iterator[str]:
    """What the text defines, and the concept that a heading consists of."""
    for teks in naskah["teks"]:
        for rentang in teks.definisi:
            yield from rentang.istilah
    for judul in naskah["judul"]:
        yield from (f"def:{r.istilah[0]}" for r in judul.konsep if r.panjang == len(judul.kata))


def entry_terms(bagian: Bagian) -> list[str]:
    """Give what a section of a glossary defines: the name in its heading and the short name that is its anchor."""
    if " ".join(words(bagian.halaman)) not in ATURAN.isi["definisi"]["glosarium"]:
        return []
    nama = (definition.term(words(satu)) for satu in (bagian.judul, bagian.anchor.replace("-", " ")))
    return [satu for satu in nama if satu]
