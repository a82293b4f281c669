"""Dates are possible, in order, and not in the future of the check."""

from collections.abc import Iterator
from datetime import date

from pydantic import BaseModel

from handbook.model import skema
from handbook.model.handbook import Handbook
from handbook.model.peraturan import Peraturan
from handbook.model.problem import Problem
from handbook.model.rekaman import TanggalLonggar

from ..yaml_lines import Loc
from .letak import Letak, records

# Dates that tell what somebody did: they cannot lie ahead. Calendars and validity periods can.
PAST = ("diperiksa", "dicek", "tanggal")


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every date that cannot be."""
    for path, loc, record in records(handbook, letak):
        yield from of_record(letak, path, loc, record)
    for entri in handbook.peraturan.values():
        yield from _year(letak, entri.path, entri.halaman)


def of_record(letak: Letak, path: str, loc: Loc, record: BaseModel) -> Iterator[Problem]:
    """Give every date of one record, and of the records in it, that cannot be."""
    for m in skema.medan(type(record)):
        value, place = getattr(record, m.nama), (*loc, m.nama)
        if m.rekaman and value is not None:
            inner = enumerate(value) if m.banyak else [(None, value)]
            for number, one in inner:
                yield from of_record(letak, path, place if number is None else (*place, number), one)
        elif value is not None and m.inti == TanggalLonggar:
            yield from _loose(letak, path, place, value)
        elif isinstance(value, date) and m.nama in PAST and value > letak.as_of:
            yield _future(letak, path, place, value.isoformat())
    start, end = getattr(record, "mulai", None), getattr(record, "selesai", None)
    if start and end and start > end:
        yield letak.problem(
            path,
            (*loc, "selesai"),
            "urutan-tanggal",
            found=f"{start} sampai {end}",
            expected="mulai ≤ selesai",
            example=f"selesai: {start}",
        )


def _loose(letak: Letak, path: str, loc: Loc, value: str) -> Iterator[Problem]:
    year, month, day = (int(part) for part in (value + "-01-01").split("-")[:3])
    try:
        first = date(year, month, day)
    except ValueError:
        yield letak.problem(path, loc, "tanggal", found=f"«{value}»", expected="tanggal yang ada di kalender", example="2024-02-29")
        return
    if first > letak.as_of:
        yield _future(letak, path, loc, value)


def _future(letak: Letak, path: str, loc: Loc, value: str) -> Problem:
    return letak.problem(path, loc, "tanggal-depan", found=value, expected=f"paling lambat {letak.as_of}", example=str(letak.as_of))


def _year(letak: Letak, path: str, record: Peraturan) -> Iterator[Problem]:
    if record.tanggal and record.tahun and record.tanggal.year != record.tahun:
        yield letak.problem(
            path,
            ("tahun",),
            "tanggal",
            found=f"tahun {record.tahun}, tanggal {record.tanggal}",
            expected="tahun yang sama",
            example=f"tahun: {record.tanggal.year}",
        )
