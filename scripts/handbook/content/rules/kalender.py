"""Calendars: every day is written or counted from a written one, counting names its rule, and one phase stands outside elections."""

from collections.abc import Iterator

from handbook.model.handbook import Handbook
from handbook.model.kalender import Jadwal, Kalender
from handbook.model.problem import Problem

from ..yaml_lines import Loc
from .letak import Letak

KALENDER = "_data/kalender.yml"
TAHAP = "_data/tahap.yml"


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every line whose days cannot be told, and a table of phases without its outside."""
    for number, kalender in enumerate(handbook.tabel.kalender):
        found = list(_lines(letak, number, kalender))
        # Days can be counted only when every line to count from is there.
        yield from found or _order(letak, number, kalender)
    yield from _outside(handbook, letak)


def _lines(letak: Letak, number: int, kalender: Kalender) -> Iterator[Problem]:
    seen: set[str] = set()
    for line, jadwal in enumerate(kalender.jadwal):
        loc = (number, "jadwal", line)
        yield from _twin(letak, loc, jadwal, seen)
        yield from _counted(letak, loc, kalender, jadwal)


def _order(letak: Letak, number: int, kalender: Kalender) -> Iterator[Problem]:
    regions = {jadwal.wilayah for jadwal in kalender.jadwal if jadwal.wilayah}
    for line in kalender.terjadwal(*regions):
        if line.jadwal.dihitung and line.mulai and line.selesai and line.mulai > line.selesai:
            loc = (number, "jadwal", kalender.jadwal.index(line.jadwal))
            found = f"terhitung {line.mulai} sampai {line.selesai}"
            example = "selesai_dihitung: {dari: pemungutan, hari: -1}"
            yield letak.problem(KALENDER, loc, "urutan-tanggal", found=found, expected="mulai ≤ selesai", example=example)


def _twin(letak: Letak, loc: Loc, jadwal: Jadwal, seen: set[str]) -> Iterator[Problem]:
    if jadwal.id in seen:
        found, expected = f"id «{jadwal.id}» dua kali", "id lain di kalender ini"
        yield letak.problem(KALENDER, (*loc, "id"), "id-ganda", found=found, expected=expected, example=f"{jadwal.id}-2")
    seen.add(jadwal.id)


def _counted(letak: Letak, loc: Loc, kalender: Kalender, jadwal: Jadwal) -> Iterator[Problem]:
    dated = [other.id for other in kalender.jadwal if other.mulai and other.id != jadwal.id]
    for key in ("mulai", "selesai"):
        patokan, place = getattr(jadwal, f"{key}_dihitung"), (*loc, f"{key}_dihitung")
        if patokan and getattr(jadwal, key):
            found, expected = f"{key} dan {key}_dihitung bersama", "salah satu saja"
            yield letak.problem(KALENDER, place, "jadwal-ganda", found=found, expected=expected, example=f"hapus {key}")
        if patokan and patokan.dari not in dated:
            expected, example = "id jadwal lain di kalender ini yang punya «mulai»", ", ".join(dated[:3]) or "pemungutan"
            yield letak.problem(KALENDER, (*place, "dari"), "patokan", found=f"«{patokan.dari}»", expected=expected, example=example)
    if jadwal.dihitung and not jadwal.dasar:
        found, expected = "tanggal dihitung tanpa dasar", "pasal yang menghitungnya"
        example = 'dasar: ["uu-1-2015#pasal-67-ayat-2"]'
        yield letak.problem(KALENDER, loc, "patokan", found=found, expected=expected, example=example)


def _outside(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    outside = [number for number, tahap in enumerate(handbook.tabel.tahap) if tahap.di_luar]
    if len(outside) != 1 and TAHAP in letak.sources:
        line = letak.line(TAHAP, (outside[1],)) if outside else 1
        found, expected = f"{len(outside)} tahap dengan di_luar: true", "tepat satu"
        yield letak.at(TAHAP, line, "tahap-luar", found=found, expected=expected, example="di_luar: true")
