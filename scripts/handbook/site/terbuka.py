"""Terbuka: every answer of the book as open data, with its schema and test vectors.

Files, relative to the site's root: ``data/putusan.json`` (the rule set), ``data/putusan.schema.json``,
``data/putusan.csv`` (every role, phase and region on the day of the build, one line each) and
``data/putusan-uji.json`` (what a resolver must find, for every combination and every stretch of days).
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic import Field

from handbook.model.handbook import Handbook
from handbook.model.kalender import Kepastian
from handbook.model.nilai import NilaiPutusan
from handbook.model.penentuan import SELEBIHNYA, combinations, days, resolve, rows
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya
from handbook.model.rekaman import Rekaman
from handbook.model.skema import rujukan
from handbook.model.tabel import Kelompok, Peran, Sanksi, Sumber, Tahap

from . import baris
from .label import label

SKEMA = 1
DIALEK = "https://json-schema.org/draft/2020-12/schema"
LISENSI = "CC-BY-4.0"
KOLOM = (
    "perbuatan", "tanya", "peran", "tahap", "wilayah", "per_tanggal", "putusan", "baris", "dasar", "sanksi", "keyakinan",
    "halaman", "versi",
)  # fmt: skip

KUNCI_UJI = ("perbuatan", "peran", "tahap", "wilayah", "tanggal", "putusan", "baris")


class NilaiTerbuka(Rekaman):
    """A verdict with its words; in the list, a later one is stricter."""

    id: NilaiPutusan
    nama: str


class WilayahTerbuka(Rekaman):
    """A region."""

    id: str
    nama: str


class FaseTerbuka(Rekaman):
    """Days, both ends included, in which an election is in one phase; without a region it is the whole country's."""

    kalender: str
    nama: str = Field(description="Nama pemilihannya.")
    wilayah: str | None = None
    tahap: str
    mulai: date
    selesai: date
    kepastian: Kepastian


class DasarTerbuka(Rekaman):
    """A provision that some answer rests on, in the book's own words, and where it stands on the site."""

    id: str
    sebutan: str
    terbit: str = Field(description="Tanggal, atau tahun, naskah yang memuat bunyinya; kosong bila tidak diketahui.")
    isi: str
    berlaku: bool
    halaman: str


class PerbuatanTerbuka(Rekaman):
    """An act with its rows. The rows of one region never overlap; those of a region add to the national ones."""

    id: str
    tanya: str
    ringkas: str
    kelompok: str
    halaman: str
    putusan: tuple[Putusan, ...]
    selebihnya: Selebihnya = Field(description="Jawaban untuk peran dan tahap yang tidak disebut baris mana pun.")
    telanjur: tuple[str, ...] = Field(description="Langkah bila sudah terjadi; saran redaksi.")
    alternatif: tuple[str, ...]


class Ketetapan(Rekaman):
    """The whole rule set. ``versi`` changes if and only if an answer, a rule or a phase does, or their wording; sources aside."""

    skema: int
    versi: str
    disusun: date
    lisensi: str
    nilai: tuple[NilaiTerbuka, ...]
    peran: tuple[Peran, ...]
    tahap: tuple[Tahap, ...]
    kelompok: tuple[Kelompok, ...]
    wilayah: tuple[WilayahTerbuka, ...]
    fase: tuple[FaseTerbuka, ...]
    sanksi: tuple[Sanksi, ...]
    dasar: tuple[DasarTerbuka, ...]
    sumber: tuple[Sumber, ...]
    perbuatan: tuple[PerbuatanTerbuka, ...]


def ketetapan(handbook: Handbook, as_of: date) -> Ketetapan:
    """Gather the rule set of a book: its acts, and every record that they or their sanctions refer to."""
    acts = tuple(_perbuatan(handbook, entri.halaman, entri.url) for entri in handbook.perbuatan.values())
    used = {(kind, id) for record in (*acts, *handbook.tabel.sanksi) for _, kind, id in rujukan(record)}
    parts = {
        "nilai": [NilaiTerbuka(id=nilai, nama=label(nilai)) for nilai in NilaiPutusan],
        "peran": handbook.tabel.peran,
        "tahap": handbook.tabel.tahap,
        "kelompok": handbook.tabel.kelompok,
        "wilayah": [WilayahTerbuka(id=id, nama=entri.halaman.nama) for id, entri in handbook.wilayah.items()],
        "fase": list(_fase(handbook)),
        "sanksi": handbook.tabel.sanksi,
        "dasar": [_dasar(handbook, id) for id in sorted(id for kind, id in used if kind == "Sitasi")],
        "sumber": [handbook.sumber[id] for id in sorted(id for kind, id in used if kind == "Sumber")],
        "perbuatan": acts,
    }
    draft = Ketetapan(skema=SKEMA, versi="", disusun=as_of, lisensi=LISENSI, **parts)
    return draft.model_copy(update={"versi": _digest(draft.model_dump_json(exclude={"disusun", "sumber"}))})


def export(handbook: Handbook, as_of: date) -> Mapping[str, str]:
    """Give the open files by path."""
    found = ketetapan(handbook, as_of)
    vectors = {"versi": found.versi, "kunci": KUNCI_UJI, "kasus": list(vektor(handbook, as_of))}
    return {
        "data/putusan.json": found.model_dump_json(exclude_none=True),
        "data/putusan.schema.json": json.dumps({"$schema": DIALEK, **Ketetapan.model_json_schema()}, ensure_ascii=False, indent=1),
        "data/putusan.csv": _csv(handbook, as_of, found.versi),
        "data/putusan-uji.json": json.dumps(vectors, ensure_ascii=False, separators=(",", ":")),
    }


def vektor(handbook: Handbook, as_of: date) -> Iterator[tuple[Any, ...]]:
    """Give what every combination resolves to, in the order of ``KUNCI_UJI``; ``baris`` counts from 0, -1 is ``selebihnya``."""
    for id, entri in handbook.perbuatan.items():
        for day in days(entri.halaman, as_of):
            for peran, tahap, wilayah in combinations(handbook):
                found = resolve(entri.halaman, peran, tahap, day, wilayah)
                yield id, peran, tahap, wilayah, day.isoformat(), found.nilai.value, found.baris


def _perbuatan(handbook: Handbook, act: Perbuatan, url: str) -> PerbuatanTerbuka:
    shared = {key: getattr(act, key) for key in ("id", "tanya", "ringkas", "kelompok", "putusan", "selebihnya", "telanjur", "alternatif")}
    return PerbuatanTerbuka(halaman=url, **shared)


def _fase(handbook: Handbook) -> Iterator[FaseTerbuka]:
    for wilayah in (None, *handbook.wilayah):
        for fase in handbook.fase(wilayah):
            nama = handbook.kalender[fase.kalender].nama
            yield FaseTerbuka(
                kalender=fase.kalender, nama=nama, wilayah=wilayah, tahap=fase.tahap, mulai=fase.mulai, selesai=fase.selesai,
                kepastian=fase.kepastian,
            )  # fmt: skip


def _dasar(handbook: Handbook, id: Any) -> DasarTerbuka:
    found = handbook.pasal(id)
    assert found is not None, id  # the loader refuses citations that do not resolve
    entri, pasal = found
    return DasarTerbuka(
        id=id, sebutan=baris.sebutan(handbook, id), terbit=handbook.terbit(id), isi=pasal.isi, berlaku=pasal.berlaku,
        halaman=f"{entri.url}#{pasal.anchor}",
    )  # fmt: skip


def _csv(handbook: Handbook, as_of: date, versi: str) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(KOLOM)
    for id, entri in handbook.perbuatan.items():
        for peran, tahap, wilayah in combinations(handbook):
            found = resolve(entri.halaman, peran, tahap, as_of, wilayah)
            told = rows(entri.halaman, found)
            writer.writerow((
                id, _inert(entri.halaman.tanya), peran, tahap, wilayah or "nasional", as_of, found.nilai.value,
                " ".join("selebihnya" if number == SELEBIHNYA else str(number + 1) for number in found.baris),
                "; ".join(dict.fromkeys(baris.sebutan(handbook, dasar) for row in told for dasar in row.dasar)),
                "; ".join(dict.fromkeys(handbook.sanksi[s].nama for row in told if isinstance(row, Putusan) for s in row.sanksi)),
                baris.terlemah(told).value, entri.url, versi,
            ))  # fmt: skip
    return out.getvalue()


def _inert(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula.

    >>> _inert("=HYPERLINK(1)")
    "'=HYPERLINK(1)"
    """
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]
