"""Sebutan: what readers see for a kind of page and for a verdict; the command line shows results with nothing else of the site."""

from enum import StrEnum

from handbook.model.nilai import NilaiPutusan

# What filters, badges and the search call a kind of page.
JENIS = {
    "perbuatan": "Perbuatan",
    "peraturan": "Peraturan",
    "edaran": "Edaran daerah",
    "kasus": "Kasus",
    "wilayah": "Wilayah",
    "panduan": "Panduan",
    "tentang": "Tentang",
}
PUTUSAN: dict[StrEnum, str] = {
    NilaiPutusan.BOLEH: "Boleh",
    NilaiPutusan.BOLEH_BERSYARAT: "Boleh bersyarat",
    NilaiPutusan.BELUM_DIATUR: "Belum diatur",
    NilaiPutusan.DIPERSELISIHKAN: "Diperselisihkan",
    NilaiPutusan.DILARANG: "Dilarang",
}
