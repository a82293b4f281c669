"""Ekspor: an index -> the files that the browser's client reads.

``cari/manifes.json`` is small and fetched fresh: the shared rules, the glossary's spellings, the kinds of the pages and the
tables of shards. Every other file is named by its content, so it can be kept for good, and packed (see ``packing``):

- ``impak-…`` families of terms with their points, see ``families``;
- ``posisi-…`` places of the words of the same families, in the same order, for phrases;
- ``kosakata-…`` words in order of the alphabet with the number of their sections, for completions and corrections;
- ``ekor-…`` the same words with their first letter put last, to find words whose first letter slipped;
- ``rekaman-…`` what a result shows, as JSON: ``[[url, title, status, replacement, [[anchor, heading, text, card?], …]], …]`` for
  so many pages in a row, and of each page so many sections in a row.

A small index is the manifest alone, with the shards in ``sisipan``. Same sections, same bytes.
"""

import json
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from itertools import groupby
from typing import Any

from handbook.model.bagian import Bagian

from .analyser import is_word
from .families import Alamat, Keluarga, Rakit, families
from .index import Indeks
from .packing import FOLDER, SKEMA, Aliran, pack_number, pack_numbers, pack_text, shard_files, shared
from .rules import ATURAN
from .spelling import Lema, turned
from .weighting import MEDAN

MANIFES = f"{FOLDER}/manifes.json"
NAMA = {"impak": 128, "posisi": 16, "kosakata": 64, "ekor": 8, "rekaman": 32}  # names of shards in the manifest, at most
IMPAK, LUAS = 2_000, 50  # bytes before packing, and one more for so many sections: each word of a query costs one shard, each shard a key
KOSAKATA = {"kosakata": 500, "ekor": 2_000}  # words of a shard; few queries need the latter, all carry its keys
REKAMAN = 1_200
SEBARIS = 128  # pages that are given room for as many sections as the longest of them has
SEKALI = 32_000  # bytes that are better fetched at once than piece by piece
# From so many pages on, sections of one page in one shard of records, at most. A first query carries the table of longer pages.
URUT = {0: 8, 20_000: 16}

Berkas = dict[str, bytes]


def export(indeks: Indeks, sekali: int = SEKALI) -> Mapping[str, bytes]:
    """Give every file of the search by its path relative to the site's root; the manifest comes last.

    Shards that together weigh no more than ``sekali`` bytes come inside the manifest.
    """
    alamat = _addresses(indeks)
    berkas: Berkas = {}
    tabel = {**_points(indeks, alamat, berkas), **_vocabulary(indeks, berkas), "rekaman": _records(indeks, berkas)}
    isi: dict[str, Any] = {
        "skema": SKEMA,
        "jumlah": {"bagian": len(indeks.bagian), "halaman": len(set(indeks.awal_halaman)), "istilah": len(indeks.daftar.baris)},
        "medan": len(MEDAN),
        "aturan": ATURAN.isi,
        "sinonim": {nama: list(ejaan) for nama, ejaan in sorted(indeks.analis.sinonim.items())},
        "susunan": _layout(indeks),
        "pecahan": tabel,
    }
    if sum(map(len, berkas.values())) <= sekali:
        isi["sisipan"] = {nama: b64encode(data).decode() for nama, data in berkas.items()}
        berkas = {}
    manifes = {"sidik": sha256(_json(isi)).hexdigest()[:16], **isi}
    return {**{f"{FOLDER}/{nama}": data for nama, data in berkas.items()}, MANIFES: _json(manifes)}


def sidik(berkas: Mapping[str, bytes]) -> str:
    """Give the digest that exported files go by, so that a page can name the index it was built with."""
    return str(json.loads(berkas[MANIFES])["sidik"])


def _addresses(indeks: Indeks) -> Alamat:
    halaman: list[int] = []
    urutan = [nomor - awal for nomor, awal in enumerate(indeks.awal_halaman)]
    for satu in urutan:
        halaman.append((halaman[-1] if halaman else -1) + (satu == 0))
    return Alamat(halaman, urutan)


# --- Points, and places of the same words ---


def _points(indeks: Indeks, alamat: Alamat, berkas: Berkas) -> dict[str, Any]:
    rakitan = list(_cut(indeks, alamat))
    kunci = _separators((rakit.isi[0].kunci, rakit.isi[-1].kunci) for rakit in rakitan)
    impak = _table("impak", [rakit.aliran for rakit in rakitan], berkas)
    keluarga = [rakit.isi for rakit in rakitan]
    del rakitan  # in a large book these are as heavy as what is still to come
    letak = [_places(indeks, isi) for isi in keluarga]
    return {"impak": {**impak, "kunci": kunci}, "posisi": _table("posisi", letak, berkas)}


def _cut(indeks: Indeks, alamat: Alamat) -> Iterator[Rakit]:
    """Gather families in shards."""
    rakit = Rakit(alamat)
    for keluarga in families(indeks.senarai):
        rakit.add(keluarga)
        if len(rakit) > IMPAK + len(indeks.bagian) // LUAS:
            yield rakit
            rakit = Rakit(alamat)
    if rakit.isi:
        yield rakit


def _separators(batas: Iterable[tuple[str, str]]) -> str:
    """Of each shard (first key, last key), as much of its first key as tells it from the shard before.

    In one text, each after a capital that says how many characters it shares with the one before: A none, B one, ….
    Its own capitals are written ^a, ^b, ….
    """
    hasil = lalu = akhir = ""
    for awal, terakhir in batas:
        if "^" in awal:
            raise ValueError(f"{awal}: ^ marks capitals in tables")
        kini = re.sub("[A-Z]", lambda besar: "^" + besar[0].lower(), awal[: shared(akhir, awal) + 1])
        sama = min(25, shared(lalu, kini))
        hasil += chr(ord("A") + sama) + kini[sama:]
        lalu, akhir = kini, terakhir
    return hasil


def _places(indeks: Indeks, keluarga: Iterable[Keluarga]) -> Aliran:
    """Streams of a shard of places, for each section of each word of the families: how many, and as distances."""
    banyak, jarak = bytearray(), bytearray()
    for istilah in (satu for milik in keluarga for satu in (milik.kunci, *(nama for nama, _ in milik.kata)) if is_word(satu)):
        letak = indeks.daftar.places(istilah).values()
        pack_numbers([len(milik) for milik in letak], banyak)
        pack_numbers([kini - lalu for milik in letak for lalu, kini in zip((0, *milik), milik, strict=False)], jarak)
    return banyak, jarak


# --- Vocabulary ---


def _vocabulary(indeks: Indeks, berkas: Berkas) -> dict[str, Any]:
    semua = [lema for huruf in sorted(indeks.kosakata) for lema in indeks.kosakata[huruf]]
    ekor = sorted((turned(kata), banyak) for kata, banyak in semua)
    return {"kosakata": _words("kosakata", semua, berkas), "ekor": _words("ekor", ekor, berkas)}


def _words(jenis: str, semua: Iterable[Lema], berkas: Berkas) -> dict[str, Any]:
    isi: list[Aliran] = []
    batas: list[tuple[str, str]] = []
    for lema in _filled(semua, KOSAKATA[jenis]):
        baris = bytearray()
        for (kata, banyak), (lalu, _) in zip(lema, [("", 0), *lema], strict=False):
            pack_text(kata, lalu, baris)
            pack_number(banyak, baris)
        isi.append([baris])
        batas.append((lema[0][0], lema[-1][0]))
    return {**_table(jenis, isi, berkas), "kunci": _separators(batas)}


def _filled(kosakata: Iterable[Lema], paling: int) -> Iterator[list[Lema]]:
    """Gather words in shards."""
    isi: list[Lema] = []
    for lema in kosakata:
        isi.append(lema)
        if len(isi) == paling:
            yield isi
            isi = []
    if isi:
        yield isi


# --- Records ---


def _records(indeks: Indeks, berkas: Berkas) -> dict[str, Any]:
    """Records of so many pages to a block; a block with a long page has several shards, ``urut`` sections of each page in each."""
    halaman = [list(isi) for _, isi in groupby(indeks.bagian, key=lambda b: b.url)]
    urut = max(banyak for mulai, banyak in URUT.items() if len(halaman) >= mulai)
    besar = sum(len(b.teks) for isi in halaman for b in isi[:urut]) / max(1, len(halaman))
    seblok = max(1, round(REKAMAN / max(1, besar)))
    blok = [halaman[awal : awal + seblok] for awal in range(0, len(halaman), seblok)]
    pecah = [-(-max(map(len, isi)) // urut) for isi in blok]
    rentang = [(isi, slice(ke * urut, (ke + 1) * urut)) for isi, banyak in zip(blok, pecah, strict=True) for ke in range(banyak)]
    isi = [[_json([_record(h, ini) for h in isi])] for isi, ini in rentang]
    return {**_table("rekaman", isi, berkas), "seblok": seblok, "urut": urut, "pecah": _runs(pecah)}


def _record(halaman: Sequence[Bagian], ini: slice) -> list[Any]:
    kepala = _head(halaman[0])
    return [*kepala, [_section(b, kepala) for b in halaman[ini]]]


def _head(bagian: Bagian) -> list[Any]:
    return [bagian.url, bagian.halaman, bagian.status, bagian.pengganti]


def _section(bagian: Bagian, kepala: list[Any]) -> list[Any]:
    """What a section has of its own; last and rarely, what its page is called and stands for there."""
    kartu = asdict(bagian.kartu) if bagian.kartu else None
    isi = [bagian.anchor, bagian.judul, bagian.teks]
    return [*isi, kartu, _head(bagian)[1:]] if _head(bagian) != kepala else [*isi, kartu] if kartu else isi


# --- The manifest ---


def _layout(indeks: Indeks) -> dict[str, Any]:
    """What ranking needs to know of the pages: kinds and regions as runs [length, value, length, value, …]; how many sections
    the longest of so many pages in a row has; verdicts by page, as runs over its sections.
    """
    halaman = [list(isi) for _, isi in groupby(indeks.bagian, key=lambda b: b.url)]
    for isi in halaman:
        if len({(b.jenis, b.wilayah) for b in isi}) > 1:
            raise ValueError(f"{isi[0].url}: sections of one page must be of one kind and region")
    return {
        "jenis": _runs(isi[0].jenis for isi in halaman),
        "wilayah": _runs(isi[0].wilayah for isi in halaman),
        "panjang": [SEBARIS, [max(map(len, halaman[awal : awal + SEBARIS])) for awal in range(0, len(halaman), SEBARIS)]],
        "putusan": [[nomor, _runs(list(b.putusan) for b in isi)] for nomor, isi in enumerate(halaman) if any(b.putusan for b in isi)],
    }


def _table(jenis: str, isi: Sequence[Aliran], berkas: Berkas) -> dict[str, Any]:
    """Keep shards; give what finds them: how many share a name, and the names."""
    sekelompok, sidik, baru = shard_files(jenis, isi, NAMA[jenis])
    berkas.update(baru)
    return {"sekelompok": sekelompok, "sidik": sidik}


def _runs(nilai: Iterable[Any]) -> list[Any]:
    return [satu for isi, deret in groupby(nilai) for satu in (len(list(deret)), isi)]


def _json(isi: object) -> bytes:
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":")).encode()
