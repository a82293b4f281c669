"""Pilihan kata: the terms that stand for one word of a query."""

from collections.abc import Iterable

from .analyser import Analis, Naskah
from .citation import Pilihan
from .rules import ATURAN
from .stem import stem

_BOBOT = ATURAN.isi["bobot"]


def alternatives(naskah: Naskah, posisi: int) -> list[tuple[str, int]]:
    """A word as written, its stem, its concepts, and the formal word if it is an informal one."""
    kata = naskah.kata[posisi].muka
    formal = ATURAN.isi["santai"].get(kata)
    return [*_forms(kata), *_concepts(naskah, posisi), *(_forms(formal) if formal else ())]


def weakened(pilihan: Iterable[tuple[str, int]], jarak: int) -> Pilihan:
    """The same terms, weaker the further they are from what was typed."""
    return tuple((istilah, bobot * _BOBOT["ejaan"][jarak] // 100) for istilah, bobot in pilihan)


def alone(kata: str, analis: Analis) -> list[tuple[str, int]]:
    """Alternatives of a word that stands for another one, outside its sentence; a word that says nothing has none."""
    naskah = analis.analyse(kata)
    return alternatives(naskah, 0) if naskah.kata else []


def _forms(kata: str) -> list[tuple[str, int]]:
    return [(kata, _BOBOT["muka"]), *([(f"{stem(kata)}~", _BOBOT["akar"])] if kata.isalpha() else [])]


def _concepts(naskah: Naskah, posisi: int) -> list[tuple[str, int]]:
    """Concepts that the word belongs to; a spelling of several words shares its weight among them."""
    kena = [r for r in naskah.konsep if r.posisi <= posisi < r.posisi + r.panjang]
    return [(r.istilah[0], _BOBOT["konsep"] if r.panjang == 1 else _BOBOT["konsep_sebagian"] // r.panjang) for r in kena]
