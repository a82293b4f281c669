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


def saringan(handbook: Handbook) -> dict[str, tuple[str, Pilihan, str]]:
    """Give, for each filter, its name, its choices (value, words) in the order they are offered, and the file that has more of them."""
    regions = wilayah(handbook)
    return {
        "wilayah": ("Wilayah", (), BERKAS) if len(regions) > SEBARIS else ("Wilayah", regions, ""),
        "jenis": ("Jenis", tuple(JENIS.items()), ""),
        "putusan": ("Jawaban", tuple((nilai.value, PUTUSAN[nilai]) for nilai in NilaiPutusan), ""),
    }


def export(handbook: Handbook) -> Mapping[str, str]:
    """Give the file of regions by path, where they are too many for every page."""
    regions = wilayah(handbook)
    return {BERKAS: json.dumps(regions, ensure_ascii=False, separators=(",", ":"))} if len(regions) > SEBARIS else {}


def wilayah(handbook: Handbook) -> Pilihan:
    """Give the regions by id and name."""
    return tuple((id, entri.halaman.nama) for id, entri in handbook.wilayah.items())
