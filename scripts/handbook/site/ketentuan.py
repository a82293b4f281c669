"""Ketentuan: one answered question as text or data, with everything a reader must see beside the verdict."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from handbook.model.handbook import Handbook
from handbook.model.penentuan import Penentuan, rows
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya

from . import baris
from .label import label, tanggal


def as_data(handbook: Handbook, perbuatan: Perbuatan, penentuan: Penentuan, day: date) -> dict[str, Any]:
    """Give an answer as plain values: verdict, the day it holds for, and its rows with grounds, sanctions and sources in words."""
    return {
        "perbuatan": perbuatan.id,
        "tanya": perbuatan.tanya,
        "putusan": penentuan.nilai.value,
        "per_tanggal": day.isoformat(),
        "baris": [_row(handbook, row) for row in rows(perbuatan, penentuan)],
    }


def _row(handbook: Handbook, row: Putusan | Selebihnya) -> dict[str, Any]:
    record = row.model_dump(
        mode="json", exclude_none=True, include={"nilai", "alasan", "keyakinan", "syarat", "pilihan_aman", "catatan", "wilayah"}
    )
    sanksi = row.sanksi if isinstance(row, Putusan) else ()
    return record | {
        "dasar": [{"id": dasar, "sebutan": baris.sebutan(handbook, dasar)} for dasar in row.dasar],
        "sanksi": [handbook.sanksi[id].nama for id in sanksi],
        "sumber": [handbook.sumber[id].judul for id in row.sumber],
    }


def as_text(handbook: Handbook, perbuatan: Perbuatan, penentuan: Penentuan, day: date) -> str:
    """Tell an answer in lines: verdict first."""
    return "\n".join(_lines(handbook, perbuatan, penentuan, day))


def _lines(handbook: Handbook, perbuatan: Perbuatan, penentuan: Penentuan, day: date) -> Iterator[str]:
    yield f"{label(penentuan.nilai)}. {perbuatan.tanya}"
    yield f"Berlaku per {tanggal(day)}."
    for row in rows(perbuatan, penentuan):
        yield ""
        yield row.alasan + (f" ({label(row.keyakinan)})" if row.keyakinan.meragukan else "")
        yield "Dasar: " + "; ".join(baris.sebutan(handbook, dasar) for dasar in row.dasar)
        if isinstance(row, Putusan) and row.sanksi:
            yield "Sanksi: " + "; ".join(handbook.sanksi[id].nama for id in row.sanksi)
        yield from (f"Syarat: {syarat}" for syarat in (row.syarat if isinstance(row, Putusan) else ()))
        if row.pilihan_aman:
            yield f"Pilihan aman: {row.pilihan_aman}"
