"""Saringan: the filters of the search, with the words that the browser's badges use too."""

from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan

from .sebutan import JENIS, PUTUSAN

Pilihan = tuple[tuple[str, str], ...]


def saringan(handbook: Handbook) -> dict[str, tuple[str, Pilihan]]:
    """Give, for each filter, its name and its choices (value, words) in the order they are offered."""
    return {
        "wilayah": ("Wilayah", tuple((id, entri.halaman.nama) for id, entri in handbook.wilayah.items())),
        "jenis": ("Jenis", tuple(JENIS.items())),
        "putusan": ("Jawaban", tuple((nilai.value, PUTUSAN[nilai]) for nilai in NilaiPutusan)),
    }
