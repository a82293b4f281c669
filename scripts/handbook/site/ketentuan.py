"""Ketentuan: one answered question as text or data, with everything a reader must see beside the verdict."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.penentuan import Penentuan, Soal, resolve, rows
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya
from handbook.model.tabel import Sanksi

from . import baris
from .label import label, tanggal

# The headline for a day before the leading ground of some row: today's verdict would be a guess about the past.
TAK_TERJAWAB = "Tidak terjawab untuk tanggal itu."
BIDANG = {"nilai", "alasan", "keyakinan", "syarat", "pandangan", "pilihan_aman", "catatan", "wilayah"}


def as_data(handbook: Handbook, perbuatan: Perbuatan, soal: Soal) -> dict[str, Any]:
    """Give an answer as plain values: what was asked, the verdict, and its rows with grounds, sanctions and sources in words.

    ``terjawab`` is false for a day on which the leading ground of a row did not exist; ``langkah`` is the editors' advice
    if it has happened.
    """
    found = resolve(perbuatan, soal.peran, soal.tahap, soal.tanggal, soal.wilayah)
    told = rows(perbuatan, found)
    return {
        "perbuatan": perbuatan.id,
        "tanya": perbuatan.tanya,
        "peran": soal.peran,
        "tahap": soal.tahap,
        "wilayah": soal.wilayah,
        "putusan": found.nilai.value,
        "per_tanggal": soal.tanggal.isoformat(),
        "terjawab": baris.terjawab(handbook, told, soal.tanggal),
        "keyakinan": baris.terlemah(told).value,
        "baris": [rincian(handbook, row, soal.tanggal) for row in told],
        "langkah": list(perbuatan.telanjur),
    }


def rincian(handbook: Handbook, row: Putusan | Selebihnya, day: date) -> dict[str, Any]:
    """Give a row as plain values, with its grounds, sanctions and sources in words, as they are on a day."""
    record = row.model_dump(mode="json", exclude_none=True, include=BIDANG)
    sanksi = row.sanksi if isinstance(row, Putusan) else ()
    return record | {
        "dasar": [{"id": dasar, "sebutan": baris.sebutan(handbook, dasar), "terbit": handbook.terbit(dasar)} for dasar in row.dasar],
        "dasar_belum_ada": [str(dasar) for dasar in baris.belum_ada(handbook, row, day)],
        "sanksi": [{"nama": handbook.sanksi[id].nama, "penjatuh": handbook.sanksi[id].penjatuh} for id in sanksi],
        "sumber": [handbook.sumber[id].judul for id in row.sumber],
    }


def as_text(handbook: Handbook, perbuatan: Perbuatan, soal: Soal, as_of: date) -> str:
    """Tell an answer in lines: verdict first, then for whom and when, then why."""
    found = resolve(perbuatan, soal.peran, soal.tahap, soal.tanggal, soal.wilayah)
    return "\n".join([*_head(handbook, perbuatan, soal, found, as_of), *_body(handbook, perbuatan, soal, found)])


def _head(handbook: Handbook, perbuatan: Perbuatan, soal: Soal, found: Penentuan, as_of: date) -> Iterator[str]:
    answered = baris.terjawab(handbook, rows(perbuatan, found), soal.tanggal)
    yield f"{f'{label(found.nilai)}.' if answered else TAK_TERJAWAB} {perbuatan.tanya}"
    where = handbook.wilayah[soal.wilayah].halaman.nama if soal.wilayah else "seluruh Indonesia"
    yield f"{handbook.peran[soal.peran].nama}; {handbook.tahap[soal.tahap].nama}; {where}; {tanggal(soal.tanggal)}."
    if not answered:
        yield f"Menurut aturan sekarang: {label(found.nilai)}."
    if soal.tanggal > as_of:
        yield f"Tanggal itu belum tiba; aturannya dapat berubah. Isi buku ini per {tanggal(as_of)}."


def _body(handbook: Handbook, perbuatan: Perbuatan, soal: Soal, found: Penentuan) -> Iterator[str]:
    told = rows(perbuatan, found)
    for row in told:
        yield ""
        if len(told) > 1:
            place = handbook.wilayah[row.wilayah].halaman.nama if isinstance(row, Putusan) and row.wilayah else None
            yield f"{f'Tambahan di {place}' if place else 'Aturan nasional'}: {label(row.nilai)}."
        yield row.alasan + (f" ({label(row.keyakinan)})" if row.keyakinan.meragukan else "")
        yield from _details(handbook, row)
        if young := baris.belum_ada(handbook, row, soal.tanggal):
            yield f"Pada {tanggal(soal.tanggal)} dasar ini belum ada: {'; '.join(baris.sebutan(handbook, dasar) for dasar in young)}."
            yield "Jawaban ini memakai aturan sekarang; waktu itu dapat berbeda."
    if perbuatan.telanjur:
        yield from ("", "Bila sudah telanjur (saran redaksi):", *(f"{n}. {step}" for n, step in enumerate(perbuatan.telanjur, 1)))


def _details(handbook: Handbook, row: Putusan | Selebihnya) -> Iterator[str]:
    if isinstance(row, Putusan):
        yield from (f"Syarat: {syarat}" for syarat in row.syarat)
        yield from (f"Pandangan {view.pihak}: {view.isi}" for view in row.pandangan)
    if row.pilihan_aman:
        yield f"Pilihan aman: {row.pilihan_aman}"
    yield "Dasar: " + "; ".join(baris.sebutan(handbook, dasar) for dasar in row.dasar)
    if isinstance(row, Putusan) and row.sanksi:
        yield "Sanksi: " + "; ".join(_sanksi(handbook.sanksi[id]) for id in row.sanksi)
    if row.catatan:
        yield f"Catatan: {row.catatan}"


def _sanksi(sanksi: Sanksi) -> str:
    return sanksi.nama + (f" (dijatuhkan: {sanksi.penjatuh.rstrip('.')})" if sanksi.penjatuh else "")
