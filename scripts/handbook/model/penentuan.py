"""Penentuan: which verdict holds for a role, in a phase, in a region, on a day. Pure; Python's twin of the browser's resolver."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .handbook import Handbook
from .nilai import NilaiPutusan
from .perbuatan import Perbuatan, Putusan, Selebihnya

# In place of a row's position: the act's authored ``selebihnya`` answers.
SELEBIHNYA = -1


@dataclass(frozen=True)
class Soal:
    """What is asked of an act: for a role, in a phase, on a day, in a region (None is the whole country)."""

    peran: str
    tahap: str
    tanggal: date
    wilayah: str | None = None


@dataclass(frozen=True)
class Penentuan:
    """The verdict and where it comes from: positions in ``perbuatan.putusan``, the national one first, then the region's.

    The national position is ``SELEBIHNYA`` where no national row speaks.
    """

    nilai: NilaiPutusan
    baris: tuple[int, ...]


def resolve(perbuatan: Perbuatan, peran: str, tahap: str, tanggal: date, wilayah: str | None = None) -> Penentuan:
    """Find the verdict. A region's row adds to the national answer: the stricter of the two holds, and both are named."""

    def found(region: str | None) -> list[int]:
        return [n for n, row in enumerate(perbuatan.putusan) if row.wilayah == region and row.covers(peran, tahap, tanggal)]

    baris = (*(found(None) or [SELEBIHNYA]), *(found(wilayah) if wilayah else ()))
    return Penentuan(max((row.nilai for row in _rows(perbuatan, baris)), key=lambda nilai: nilai.keketatan), baris)


def rows(perbuatan: Perbuatan, penentuan: Penentuan) -> tuple[Putusan | Selebihnya, ...]:
    """Give the rows that a verdict comes from."""
    return _rows(perbuatan, penentuan.baris)


def _rows(perbuatan: Perbuatan, baris: tuple[int, ...]) -> tuple[Putusan | Selebihnya, ...]:
    return tuple(perbuatan.selebihnya if number == SELEBIHNYA else perbuatan.putusan[number] for number in baris)


def daerah(handbook: Handbook, perbuatan: Perbuatan) -> tuple[str, ...]:
    """Give the regions that an act has rows of, in the book's order; in all others its answer is the whole country's."""
    own = {row.wilayah for row in perbuatan.putusan}
    return tuple(id for id in handbook.wilayah if id in own) if own - {None} else ()


def combinations(handbook: Handbook, perbuatan: Perbuatan) -> Iterator[tuple[str, str, str | None]]:
    """Give every role that asks, with every phase, for the whole country (None) and for every region that adds rows to the act."""
    for peran in handbook.tabel.peran:
        if peran.bertanya:
            for tahap in handbook.tabel.tahap:
                for wilayah in (None, *daerah(handbook, perbuatan)):
                    yield peran.id, tahap.id, wilayah


def days(perbuatan: Perbuatan, as_of: date) -> tuple[date, ...]:
    """Give one day of each stretch in which the same rows hold: the start of every row, the day after its end, and ``as_of``."""
    starts = {row.mulai for row in perbuatan.putusan if row.mulai}
    ends = {date.fromordinal(row.selesai.toordinal() + 1) for row in perbuatan.putusan if row.selesai}
    return tuple(sorted({as_of, *starts, *ends}))
