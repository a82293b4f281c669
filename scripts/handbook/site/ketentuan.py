"""Ketentuan: one answered question as text or data, with everything a reader must see beside the verdict."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.penentuan import Penentuan, rows
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya
from handbook.model.tabel import Sanksi

from . import baris
from .label import label, tanggal

# The headline for a day before every ground that the book knows: today's verdict would be a guess about the past.
TAK_TERJAWAB = "Tidak terjawab untuk tanggal itu."


def as_data(handbook: Handbook, perbuatan: Perbuatan, penentuan: Penentuan, day: date) -> dict[str, Any]:
    """Give an answer as plain values: verdict, the day, and its rows with grounds, sanctions and sources in words.

    ``terjawab`` is false for a day on which none of the grounds existed; ``langkah`` is the editors' advice if it has happened.
    """
    return {
        "perbuatan": perbuatan.id,
        "tanya": perbuatan.tanya,
        "putusan": penentuan.nilai.value,
        "per_tanggal": day.isoformat(),
        "terjawab": baris.terjawab(handbook, rows(perbuatan, penentuan), day),
        "keyakinan": baris.terlemah(rows(perbuatan, penentuan)).value,
        "baris": [_row(handbook, row, day) for row in rows(perbuatan, penentuan)],
        "langkah": list(perbuatan.telanjur),
    }


def _row(handbook: Handbook, row: Putusan | Selebihnya, day: date) -> dict[str, Any]:
    record = row.model_dump(
        mode="json", exclude_none=True, include={"nilai", "alasan", "keyakinan", "syarat", "pilihan_aman", "catatan", "wilayah"}
    )
    sanksi = row.sanksi if isinstance(row, Putusan) else ()
    return record | {
        "dasar": [{"id": dasar, "sebutan": baris.sebutan(handbook, dasar), "terbit": handbook.terbit(dasar)} for dasar in row.dasar],
        "dasar_belum_ada": [str(dasar) for dasar in baris.belum_ada(handbook, row, day)],
        "sanksi": [{"nama": handbook.sanksi[id].nama, "penjatuh": handbook.sanksi[id].penjatuh} for id in sanksi],
        "sumber": [handbook.sumber[id].judul for id in row.sumber],
    }


def as_text(handbook: Handbook, perbuatan: Perbuatan, penentuan: Penentuan, day: date) -> str:
    """Tell an answer in lines: verdict first."""
    return "\n".join(_lines(handbook, perbuatan, penentuan, day))


def _lines(handbook: Handbook, perbuatan: Perbuatan, penentuan: Penentuan, day: date) -> Iterator[str]:
    if baris.terjawab(handbook, rows(perbuatan, penentuan), day):
        yield f"{label(penentuan.nilai)}. {perbuatan.tanya}"
        yield f"Berlaku per {tanggal(day)}."
    else:
        yield f"{TAK_TERJAWAB} {perbuatan.tanya}"
        yield f"Menurut aturan sekarang: {label(penentuan.nilai)}."
    for row in rows(perbuatan, penentuan):
        yield ""
        yield row.alasan + (f" ({label(row.keyakinan)})" if row.keyakinan.meragukan else "")
        yield "Dasar: " + "; ".join(baris.sebutan(handbook, dasar) for dasar in row.dasar)
        if isinstance(row, Putusan) and row.sanksi:
            yield "Sanksi: " + "; ".join(_sanksi(handbook.sanksi[id]) for id in row.sanksi)
        yield from (f"Syarat: {syarat}" for syarat in (row.syarat if isinstance(row, Putusan) else ()))
        if row.pilihan_aman:
            yield f"Pilihan aman: {row.pilihan_aman}"
        if young := baris.belum_ada(handbook, row, day):
            yield f"Pada {tanggal(day)} dasar ini belum ada: {'; '.join(baris.sebutan(handbook, dasar) for dasar in young)}."
            yield "Jawaban ini memakai aturan sekarang; waktu itu dapat berbeda."


def _sanksi(sanksi: Sanksi) -> str:
    return sanksi.nama + (f" (dijatuhkan: {sanksi.penjatuh.rstrip('.')})" if sanksi.penjatuh else "")
