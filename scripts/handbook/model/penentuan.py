"""Penentuan: which verdict holds for a role, in a phase, in a region, on a day. Pure; Python's twin of the browser's resolver."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .handbook import Handbook
from .perbuatan import NilaiPutusan, Perbuatan, Putusan, Selebihnya


@dataclass(frozen=True)
class Penentuan:
    """The verdict and where it comes from: positions in ``perbuatan.putusan``, the national row first.

    No position means that the act's authored ``selebihnya`` answers.
    """

    nilai: NilaiPutusan
    baris: tuple[int, ...]


def resolve(perbuatan: Perbuatan, peran: str, tahap: str, tanggal: date, wilayah: str | None = None) -> Penentuan:
    """Find the verdict. A region's row adds to the national one: the stricter of the two holds, and both are named."""
    regions = (None, wilayah) if wilayah else (None,)
    found = [
        (number, row)
        for region in regions
        for number, row in enumerate(perbuatan.putusan)
        if row.wilayah == region and row.covers(peran, tahap, tanggal)
    ]
    if not found:
        return Penentuan(perbuatan.selebihnya.nilai, ())
    strictest = max((row.nilai for _, row in found), key=lambda nilai: nilai.keketatan)
    return Penentuan(strictest, tuple(number for number, _ in found))


def rows(perbuatan: Perbuatan, penentuan: Penentuan) -> tuple[Putusan | Selebihnya, ...]:
    """Give the rows that a verdict comes from."""
    if penentuan.baris:
        return tuple(perbuatan.putusan[number] for number in penentuan.baris)
    return (perbuatan.selebihnya,)


def combinations(handbook: Handbook) -> Iterator[tuple[str, str, str | None]]:
    """Give every role that asks, with every phase and every region (None is the whole country)."""
    for peran in handbook.tabel.peran:
        if peran.bertanya:
            for tahap in handbook.tabel.tahap:
                for wilayah in (None, *handbook.wilayah):
                    yield peran.id, tahap.id, wilayah


def days(perbuatan: Perbuatan, as_of: date) -> tuple[date, ...]:
    """Give one day of each stretch in which the same rows hold: the start of every row, the day after its end, and ``as_of``."""
    starts = {row.mulai for row in perbuatan.putusan if row.mulai}
    ends = {date.fromordinal(row.selesai.toordinal() + 1) for row in perbuatan.putusan if row.selesai}
    return tuple(sorted({as_of, *starts, *ends}))
