"""OpenSearch: the same sections for those who outgrow static files: an index with an Indonesian analyser, and documents in bulk.

The files are what OpenSearch's and Elasticsearch's own APIs take (create index, _bulk). The ranking is theirs, not ours.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from handbook.model.bagian import Bagian

from .analyser import words
from .rules import ATURAN

BERKAS_INDEKS = "indeks.json"
TERBESAR = 10_000_000  # bytes of one bulk request; engines advise 5 to 15 MB

_TEKS = {"type": "text", "analyzer": "indonesia", "search_analyzer": "indonesia_cari"}
_KATA = {"type": "keyword"}
# Citations keep every word and number as it is written: stemming and synonyms would confuse one article with another.
_SITASI = {"type": "text", "analyzer": "sitasi", "fields": {"utuh": {"type": "keyword", "normalizer": "kecil"}}}
_ISI: Mapping[str, Mapping[str, Any]] = {
    "alamat": _KATA, "url": _KATA, "jangkar": _KATA,
    "halaman": _TEKS, "judul": _TEKS, "teks": _TEKS, "alias": _TEKS, "sitasi": _SITASI,
    "jenis": _KATA, "wilayah": _KATA, "putusan": _KATA, "status": _KATA, "per_tanggal": {"type": "date", "format": "strict_date"},
    "pengganti": {"properties": {"sebutan": _KATA, "url": _KATA}},
    "kartu": {"type": "object", "enabled": False},  # shown as it is, never searched
}  # fmt: skip


def indeks(sinonim: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Give the body that creates the index; ``sinonim`` are the spellings of each term of the glossary, its name among them.

    Stop words are the search's own: the engines' Indonesian list takes "boleh", "tidak" and "sesudah" for noise.
    """
    saring = ["lowercase", "henti"]
    return {
        "settings": {
            "index": {"number_of_shards": 1, "number_of_replicas": 0},
            "analysis": {
                "filter": {
                    "henti": {"type": "stop", "stopwords": sorted(ATURAN.henti)},
                    "akar": {"type": "stemmer", "language": "indonesian"},
                    "istilah": {"type": "synonym_graph", "synonyms": list(synonyms(sinonim))},
                },
                "normalizer": {"kecil": {"type": "custom", "filter": ["lowercase"]}},
                "analyzer": {
                    "indonesia": {"type": "custom", "tokenizer": "standard", "filter": [*saring, "akar"]},
                    "indonesia_cari": {"type": "custom", "tokenizer": "standard", "filter": [*saring, "istilah", "akar"]},
                    "sitasi": {"type": "custom", "tokenizer": "standard", "filter": ["lowercase"]},
                },
            },
        },
        "mappings": {"dynamic": "strict", "properties": _ISI},
    }


def synonyms(sinonim: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Give a rule for each term with more than one spelling, without stop words: the engine takes them out before it compares."""
    for ejaan in sinonim.values():
        bunyi = dict.fromkeys(filter(None, (" ".join(words(satu)) for satu in ejaan)))
        if len(bunyi) > 1:
            yield ", ".join(bunyi)


def bulk(bagian: Iterable[Bagian], nama: str, per: date) -> Iterator[bytes]:
    """Give the bodies of bulk requests, each up to ``TERBESAR``: sections by their address, so that loading again replaces them."""
    isi, besar = list[bytes](), 0
    for satu in bagian:
        aksi = {"index": {"_index": nama, "_id": satu.alamat or "/"}}
        baris = f"{_json(aksi)}\n{_json(dokumen(satu, per))}\n".encode()
        if isi and besar + len(baris) > TERBESAR:
            yield b"".join(isi)
            isi, besar = [], 0
        isi.append(baris)
        besar += len(baris)
    if isi:
        yield b"".join(isi)


def dokumen(bagian: Bagian, per: date) -> dict[str, Any]:
    """Give a section as a document: what the search filters and shows, without keys that say nothing."""
    kartu = asdict(bagian.kartu) if bagian.kartu else None
    pengganti = dict(zip(("sebutan", "url"), bagian.pengganti, strict=True)) if bagian.pengganti else None
    isi = {
        "alamat": bagian.alamat, "url": bagian.url, "jangkar": bagian.anchor, "halaman": bagian.halaman, "judul": bagian.judul,
        "teks": bagian.teks, "alias": bagian.alias, "sitasi": bagian.sitasi, "jenis": bagian.jenis, "wilayah": bagian.wilayah,
        "putusan": bagian.putusan, "status": bagian.status, "per_tanggal": per.isoformat(), "pengganti": pengganti, "kartu": kartu,
    }  # fmt: skip
    return {key: value for key, value in isi.items() if value}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
