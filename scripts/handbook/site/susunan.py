"""Susunan: an act's answers for every role and phase as a text table, for a jurist to read and for a diff to show.

One file an act, Markdown: the national table of each stretch of days, then the tables of the regions that differ.
A cell names the verdict and the row that gives it, counted from 1; "+" joins a region's row to the national one.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from handbook.model.handbook import Handbook
from handbook.model.penentuan import SELEBIHNYA, Penentuan, daerah, days, resolve
from handbook.model.perbuatan import Perbuatan, Putusan, Selebihnya

from . import baris
from .label import label, tanggal

# The first line of every file: what it is, and that it is made.
PENANDA = "<!-- Tabel semua jawaban, dibuat oleh «make tabel»; jangan disunting. -->"


def export(handbook: Handbook) -> Mapping[str, str]:
    """Give the file of every act by its name, "menyukai-unggahan.md". It says nothing of today, so it changes only with the rows."""
    return {f"{id}.md": "\n".join(_lines(handbook, entri.halaman)) + "\n" for id, entri in handbook.perbuatan.items()}


def _lines(handbook: Handbook, act: Perbuatan) -> Iterator[str]:
    yield from (PENANDA, "", f"# {act.tanya}")
    for day, since in _stretches(act):
        national = _cells(handbook, act, day, None)
        yield from _table(handbook, national, f"Seluruh Indonesia{since}")
        for wilayah in daerah(handbook, act):
            cells = _cells(handbook, act, day, wilayah)
            if cells != national:
                yield from _table(handbook, cells, f"{handbook.wilayah[wilayah].halaman.nama}{since}")
    yield from ("", "## Baris", "")
    for number, row in enumerate(act.putusan, 1):
        place = f" Tambahan di {handbook.wilayah[row.wilayah].halaman.nama}." if row.wilayah else ""
        yield f"{number}. **{label(row.nilai)}**.{place} {_grounds(handbook, row)}."
    yield f"\nSelebihnya (–): **{label(act.selebihnya.nilai)}**. {_grounds(handbook, act.selebihnya)}."


def _stretches(act: Perbuatan) -> Iterator[tuple[date, str]]:
    """Give one day of each stretch in which the same rows hold, and how to call it: nothing, when there is but one."""
    first, *later = days(act, date.min)
    yield first, f", sebelum {tanggal(later[0])}" if later else ""
    yield from ((day, f", sejak {tanggal(day)}") for day in later)


def _grounds(handbook: Handbook, row: Putusan | Selebihnya) -> str:
    return "; ".join(baris.sebutan(handbook, dasar) for dasar in row.dasar)


def _cells(handbook: Handbook, act: Perbuatan, day: date, wilayah: str | None) -> tuple[tuple[str, ...], ...]:
    """Give one line a role: its name, then the answer of every phase."""
    return tuple(
        (peran.pendek, *(_cell(resolve(act, peran.id, tahap.id, day, wilayah)) for tahap in handbook.tabel.tahap))
        for peran in handbook.tabel.peran
        if peran.bertanya
    )


def _cell(found: Penentuan) -> str:
    return f"{label(found.nilai)} {'+'.join('–' if number == SELEBIHNYA else str(number + 1) for number in found.baris)}"


def _table(handbook: Handbook, cells: tuple[tuple[str, ...], ...], title: str) -> Iterator[str]:
    heads = ("Peran", *(tahap.pendek for tahap in handbook.tabel.tahap))
    yield from ("", f"## {title}", "", _line(heads), "|---" * len(heads) + "|", *map(_line, cells))


def _line(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(cells)} |"
