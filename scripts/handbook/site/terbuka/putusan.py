"""Putusan: every answer of the book as one rule set, with what a resolver must find in it and what holds on the day of the build."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from pydantic import Field

from handbook.model.handbook import Handbook
from handbook.model.kalender import Kepastian
from handbook.model.nilai import NilaiPutusan
from handbook.model.penentuan import SELEBIHNYA, Soal, combinations, days, resolve, rows
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya
from handbook.model.rekaman import ARTI_KEYAKINAN, Keyakinan, PeranId, PerbuatanId, Rekaman, TahapId
from handbook.model.skema import rujukan
from handbook.model.tabel import Kelompok, Peran, Sanksi, Sumber, Tahap

from .. import baris
from ..label import label
from .kepala import Kepala, sidik

NASIONAL = "nasional"
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


class Ketetapan(Kepala):
    """The whole rule set. ``versi`` changes if and only if an answer, a rule or a phase does, or their wording; sources aside."""

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


class Jawaban(Rekaman):
    """What holds for one role, in one phase, in the country or a region, on the day of the build."""

    perbuatan: PerbuatanId = Field(description="Id perbuatan.")
    tanya: str = Field(description="Pertanyaannya.", examples=["Bolehkah saya menyukai unggahan calon?"])
    peran: PeranId = Field(description="Id peran.")
    tahap: TahapId = Field(description="Id tahap.")
    wilayah: str = Field(
        description=f"Id wilayah yang menambah jawaban, atau «{NASIONAL}», yang berlaku di semua wilayah lain.", examples=[NASIONAL]
    )
    per_tanggal: date = Field(description="Hari yang dijawab.")
    putusan: NilaiPutusan = Field(description="Jawabannya.")
    baris: tuple[str, ...] = Field(description="Nomor baris yang menjawab, mulai dari 1, atau «selebihnya».", examples=["1"])
    dasar: tuple[str, ...] = Field(description="Pasal yang menjadi dasar.", examples=["Pasal 5 huruf n PP 94/2021"])
    sanksi: tuple[str, ...] = Field(description="Nama sanksi yang mengancam.", examples=["Hukuman disiplin berat"])
    keyakinan: Keyakinan = Field(description=ARTI_KEYAKINAN)
    halaman: str = Field(description="Alamat jawaban itu, dari akar situs.", examples=["perbuatan/memilih/#untuk-pns-kampanye"])


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
    draft = Ketetapan(versi="", disusun=as_of, **parts)
    return draft.model_copy(update={"versi": sidik(draft.model_dump_json(exclude={*Kepala.model_fields, "sumber"}))})


def vektor(handbook: Handbook, as_of: date) -> Iterator[tuple[Any, ...]]:
    """Give what every combination resolves to, in the order of ``KUNCI_UJI``; ``baris`` counts from 0, -1 is ``selebihnya``."""
    for id, entri in handbook.perbuatan.items():
        for day in days(entri.halaman, as_of):
            for peran, tahap, wilayah in combinations(handbook, entri.halaman):
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


def jawaban(handbook: Handbook, as_of: date) -> Iterator[Jawaban]:
    """Give what holds on a day for every act, role and phase, in the country and in every region that adds to the act."""
    for id, entri in handbook.perbuatan.items():
        for peran, tahap, wilayah in combinations(handbook, entri.halaman):
            yield _jawaban(handbook, id, Soal(peran, tahap, as_of, wilayah))


def _jawaban(handbook: Handbook, id: str, soal: Soal) -> Jawaban:
    entri = handbook.perbuatan[id]
    found = resolve(entri.halaman, soal.peran, soal.tahap, soal.tanggal, soal.wilayah)
    told = rows(entri.halaman, found)
    anchor = baris.jangkar_soal(soal.peran, soal.tahap, soal.wilayah if len(found.baris) > 1 else None)
    return Jawaban(
        perbuatan=id, tanya=entri.halaman.tanya, peran=soal.peran, tahap=soal.tahap, wilayah=soal.wilayah or NASIONAL,
        per_tanggal=soal.tanggal, putusan=found.nilai,
        baris=tuple("selebihnya" if number == SELEBIHNYA else str(number + 1) for number in found.baris),
        dasar=tuple(dict.fromkeys(baris.sebutan(handbook, dasar) for row in told for dasar in row.dasar)),
        sanksi=tuple(handbook.sanksi[s].nama for s in baris.sanksi_utama([row for row in told if isinstance(row, Putusan)])),
        keyakinan=baris.terlemah(told), halaman=f"{entri.url}#{anchor}",
    )  # fmt: skip
