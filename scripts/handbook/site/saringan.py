"""Saringan: the filters of the search, with the words that the browser's badges use too.

Every page carries their choices. Regions are few or five hundred; beyond ``SEBARIS`` they stand in a file of their own,
``cari/wilayah.json`` (pairs of id and name), which the search loads when it opens.
"""

import json
from collections.abc import Mapping

from handbook.model.handbook import Handbook
from handbook.model.nilai import NilaiPutusan

from .sebutan import JENIS, PUTUSAN

Pilihan = tuple[tuple[str, str], ...]
BERKAS = "cari/wilayah.json"
SEBARIS = 40  # two kilobytes on every page


def saringan(handbook: Handbook) -> dict[str, tuple[str, Pilihan]]:
    """Give, for each filter, its name and its choices (value, words) in the order they are offered."""
    return {
        "wilayah": ("Wilayah", tuple((id, entri.halaman.nama) for id, entri in handbook.wilayah.items())),
        "jenis": ("Jenis", tuple(JENIS.items())),
        "putusan": ("Jawaban", tuple((nilai.value, PUTUSAN[nilai]) for nilai in NilaiPutusan)),
    }


def di_halaman(handbook: Handbook) -> dict[str, tuple[str, Pilihan, str]]:
    """Give the filters as pages carry them: name, choices, and the file that has these if there are too many of them, or ""."""
    return {
        id: (name, (), BERKAS) if id == "wilayah" and len(choices) > SEBARIS else (name, choices, "")
        for id, (name, choices) in saringan(handbook).items()
    }


def export(handbook: Handbook) -> Mapping[str, str]:
    """Give the file of regions by path, where they are too many for every page."""
    _, regions = saringan(handbook)["wilayah"]
    return {BERKAS: json.dumps(regions, ensure_ascii=False, separators=(",", ":"))} if len(regions) > SEBARIS else {}
