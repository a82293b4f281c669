"""Ekspor: an index -> the files that the browser's client reads.

``cari/manifes.json`` is small and fetched fresh: the shared rules, the glossary's spellings, the layout of the
sections and the tables of shards. Every other file is named by its content, so it can be kept for good:

- ``impak-…``: ``[[term, gap, points, gap, points, …], …]``, terms in order; gaps between section numbers, from -1.
  The stem of a word that is never inflected has the same row as the word, and is left out.
- ``posisi-…``: ``[[term, gap, count, place, gap, …], …]`` for phrases; see ``postings.places``.
- ``kosakata-…``: ``[[word, number of sections], …]`` for one first letter.
- ``rekaman-…``: ``{"halaman": [page, …], "bagian": [section, …]}``, what a result shows.

Same sections, same bytes. JSON, because GitHub Pages compresses text only.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from itertools import groupby
from typing import Any

from .index import MEDAN, Indeks
from .postings import impacts, places
from .rules import ATURAN

FOLDER = "cari"
SKEMA = 1
SASARAN = 8_000  # bytes of a shard before compression: a query's words cost one each

Baris = list[Any]


def export(indeks: Indeks) -> Mapping[str, bytes]:
    """Give every file of the search by its path relative to the site's root; the manifest comes last."""
    pecahan = _Pecahan()
    tabel = {
        "impak": pecahan.cut("impak", _impact_rows(indeks)),
        "posisi": pecahan.cut("posisi", _place_rows(indeks)),
        "kosakata": [[huruf, *pecahan.add("kosakata", list(map(list, lema)))] for huruf, lema in indeks.kosakata.items()],
        "rekaman": _records(indeks, pecahan),
    }
    isi = {
        "skema": SKEMA,
        "jumlah": {"bagian": len(indeks.bagian), "halaman": len(set(indeks.awal_halaman)), "istilah": len(indeks.banyak)},
        "medan": len(MEDAN),
        "aturan": ATURAN.isi,
        "sinonim": {nama: list(ejaan) for nama, ejaan in sorted(indeks.analis.sinonim.items())},
        "susunan": _layout(indeks),
        "pecahan": tabel,
    }
    manifes = {"sidik": _digest(_json(isi)), **isi}
    return {**pecahan.berkas, f"{FOLDER}/manifes.json": _json(manifes)}


class _Pecahan:
    """Collects shards under names made of their content."""

    def __init__(self) -> None:
        self.berkas: dict[str, bytes] = {}

    def add(self, jenis: str, isi: object) -> tuple[str, int]:
        """Keep one shard; give its digest and size for the table."""
        data = _json(isi)
        sidik = _digest(data)
        self.berkas[f"{FOLDER}/{jenis}-{sidik}.json"] = data
        return sidik, len(data)

    def cut(self, jenis: str, baris: Iterable[Baris]) -> list[Baris]:
        """Keep rows, as many to a shard as fit; give [first key, digest, size] of each shard."""
        return [[isi[0][0], *self.add(jenis, isi)] for isi in _filled(baris)]


def _filled(baris: Iterable[Baris]) -> Iterator[list[Baris]]:
    """Gather rows until their JSON reaches the size of a shard."""
    isi: list[Baris] = []
    besar = 0
    for satu in baris:
        panjang = len(_json(satu))
        if isi and besar + panjang > SASARAN:
            yield isi
            isi, besar = [], 0
        isi.append(satu)
        besar += panjang
    if isi:
        yield isi


def _impact_rows(indeks: Indeks) -> Iterator[Baris]:
    semua = impacts(indeks)
    for istilah in sorted(semua):
        if istilah.endswith("~") and semua.get(istilah[:-1]) == semua[istilah]:
            continue
        yield [istilah, *_gaps(semua[istilah])]


def _gaps(daftar: Sequence[tuple[int, int]]) -> Iterator[int]:
    lalu = -1
    for nomor, poin in daftar:
        yield from (nomor - lalu, poin)
        lalu = nomor


def _place_rows(indeks: Indeks) -> Iterator[Baris]:
    for istilah, daftar in sorted(places(indeks).items()):
        baris: Baris = [istilah]
        lalu = -1
        for nomor, letak in daftar:
            baris += [nomor - lalu, len(letak), *(kini - dulu for dulu, kini in zip([0, *letak], letak, strict=False))]
            lalu = nomor
        yield baris


def _layout(indeks: Indeks) -> dict[str, Any]:
    """What ranking needs to know of every section, as runs: [length, value, length, value, …]."""
    bagian = indeks.bagian
    return {
        "halaman": [len(list(isi)) for _, isi in groupby(indeks.awal_halaman)],
        "jenis": _runs(b.jenis for b in bagian),
        "wilayah": _runs(b.wilayah for b in bagian),
        "putusan": _runs(list(b.putusan) for b in bagian),
    }


def _runs(nilai: Iterable[Any]) -> list[Any]:
    return [satu for isi, deret in groupby(nilai) for satu in (len(list(deret)), isi)]


def _records(indeks: Indeks, pecahan: _Pecahan) -> list[Baris]:
    """Records of sections in order; a shard repeats the page of its first section."""
    tabel: list[Baris] = []
    nomor = 0
    for isi in _filled([b.anchor, b.judul, b.teks, *([asdict(b.kartu)] if b.kartu else [])] for b in indeks.bagian):
        milik = indeks.bagian[nomor : nomor + len(isi)]
        kepala = [(b.url, b.halaman, b.status, b.pengganti) for b in milik]
        halaman = list(dict.fromkeys(kepala))
        baris = [[halaman.index(satu), *badan] for satu, badan in zip(kepala, isi, strict=True)]
        tabel.append([nomor, *pecahan.add("rekaman", {"halaman": list(map(list, halaman)), "bagian": baris})])
        nomor += len(isi)
    return tabel


def _json(isi: object) -> bytes:
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode()


def _digest(data: bytes) -> str:
    """Sixteen hexadecimal digits of a SHA-256: enough to tell a wrong or broken file, short in a table."""
    return sha256(data).hexdigest()[:16]
