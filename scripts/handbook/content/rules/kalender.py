"""Calendars: every day is written or counted from a written one, counting names its rule, and one phase stands outside elections."""

from collections.abc import Iterator
from itertools import pairwise

from handbook.model.handbook import Handbook
from handbook.model.kalender import Jadwal, Kalender, akhir, awal
from handbook.model.problem import Problem

from ..yaml_lines import Loc
from .letak import Letak

KALENDER = "_data/kalender.yml"
TAHAP = "_data/tahap.yml"
TERLAMA = 3 * 366  # days; no election takes longer


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every line whose days cannot be told, phases that do not follow each other, and a table of phases without its outside."""
    yield from _outside(handbook, letak)
    outside = [tahap for tahap in handbook.tabel.tahap if tahap.di_luar]
    for number, kalender in enumerate(handbook.tabel.kalender):
        found = list(_lines(letak, number, kalender))
        # Days can be counted, and phases be put in order, only when every line is sound.
        yield from found or _order(letak, number, kalender)
        known = all(jadwal.tahap in (None, *handbook.tahap) for jadwal in kalender.jadwal)
        if not found and known and len(outside) == 1:
            yield from _phases(handbook, letak, number, kalender)


def _lines(letak: Letak, number: int, kalender: Kalender) -> Iterator[Problem]:
    seen: set[str] = set()
    for line, jadwal in enumerate(kalender.jadwal):
        loc = (number, "jadwal", line)
        yield from _twin(letak, loc, jadwal, seen)
        yield from _counted(letak, loc, kalender, jadwal)
        if (jadwal.selesai or jadwal.selesai_dihitung) and not (jadwal.mulai or jadwal.mulai_dihitung):
            expected, example = "mulai juga", "mulai: 2024-09-25"
            yield letak.problem(KALENDER, loc, "jadwal-kurang", found="selesai tanpa mulai", expected=expected, example=example)


def _order(letak: Letak, number: int, kalender: Kalender) -> Iterator[Problem]:
    regions = {jadwal.wilayah for jadwal in kalender.jadwal if jadwal.wilayah}
    for line in kalender.terjadwal(*regions):
        if line.jadwal.dihitung and line.mulai and line.selesai and line.mulai > line.selesai:
            loc = (number, "jadwal", kalender.jadwal.index(line.jadwal))
            found = f"terhitung {line.mulai} sampai {line.selesai}"
            example = f"selesai_dihitung: {{dari: {line.jadwal.id}, hari: 3}}"
            yield letak.problem(KALENDER, loc, "urutan-tanggal", found=found, expected="mulai ≤ selesai", example=example)


def _phases(handbook: Handbook, letak: Letak, number: int, kalender: Kalender) -> Iterator[Problem]:
    order = [tahap.id for tahap in handbook.tabel.tahap]
    told: set[str] = set()
    for wilayah in (None, *handbook.wilayah):
        for found, loc, expected, example in _phase_faults(handbook, kalender, wilayah, order):
            if found not in told:  # a fault of the whole country is every region's
                told.add(found)
                yield letak.problem(KALENDER, (number, *loc), "urutan-tahap", found=found, expected=expected, example=example)


def _phase_faults(handbook: Handbook, kalender: Kalender, wilayah: str | None, order: list[str]) -> Iterator[tuple[str, Loc, str, str]]:
    phases = kalender.bertahap(wilayah)
    opening = next((line for line in kalender.terjadwal() if line.jadwal.id == kalender.dibuka), None)
    if phases and not (opening and opening.mulai and opening.mulai <= awal(next(iter(phases.values())))):
        found = f"dibuka: {kalender.dibuka or '(kosong)'}"
        yield found, (), "id jadwal bertanggal yang tidak lebih lambat dari tahap pertama", f"dibuka: {kalender.jadwal[0].id}"
    if handbook.luar_tahapan.id in phases:
        yield f"tahap {handbook.luar_tahapan.id}", (), "tahap yang termasuk pemilihan", f"tahap: {order[-1]}"
    for (before, own), (tahap, following) in pairwise(phases.items()):
        loc = ("jadwal", kalender.jadwal.index(following[0].jadwal))
        if order.index(before) > order.index(tahap):
            yield f"{before} mulai sebelum {tahap}", loc, "urutan tahap seperti di tahap.yml", f"{tahap} lebih dulu"
        elif akhir(own) > awal(following):
            found = f"{before} sampai {akhir(own)}, {tahap} mulai {awal(following)}"
            yield found, loc, "satu tahap selesai sebelum yang berikutnya mulai", f"selesai: {awal(following)}"
    if phases and opening and opening.mulai and (akhir(tuple(phases.values())[-1]) - opening.mulai).days > TERLAMA:
        yield f"tahapan dari {opening.mulai} sampai {akhir(tuple(phases.values())[-1])}", (), "paling lama tiga tahun", "mulai: 2024-02-27"


def _twin(letak: Letak, loc: Loc, jadwal: Jadwal, seen: set[str]) -> Iterator[Problem]:
    if jadwal.id in seen:
        found, expected = f"id «{jadwal.id}» dua kali", "id lain di kalender ini"
        yield letak.problem(KALENDER, (*loc, "id"), "id-ganda", found=found, expected=expected, example=f"{jadwal.id}-2")
    seen.add(jadwal.id)


def _counted(letak: Letak, loc: Loc, kalender: Kalender, jadwal: Jadwal) -> Iterator[Problem]:
    dated = [o.id for o in kalender.jadwal if o.mulai and o.id != jadwal.id and o.wilayah in (None, jadwal.wilayah)]
    for key in ("mulai", "selesai"):
        patokan, place = getattr(jadwal, f"{key}_dihitung"), (*loc, f"{key}_dihitung")
        if patokan and getattr(jadwal, key):
            found, expected = f"{key} dan {key}_dihitung bersama", "salah satu saja"
            yield letak.problem(KALENDER, place, "jadwal-ganda", found=found, expected=expected, example=f"hapus {key}")
        if patokan and patokan.dari not in dated:
            expected = "id jadwal lain di kalender ini yang punya «mulai», nasional atau sewilayah"
            example = ", ".join(dated[:3]) or "pemungutan"
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
