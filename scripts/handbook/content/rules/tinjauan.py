"""Reviews are added, never moved: each is later than the one before and says something that no earlier one said."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from handbook.model.halaman import HalamanHukum
from handbook.model.handbook import Handbook
from handbook.model.problem import Problem

from .letak import Letak

PALING_LAMA = timedelta(days=366)  # from a review to the day by which the next is due


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give the reviews that are out of order, that repeat another, and the days by which a page is due that cannot be."""
    for entri in handbook.entri:
        if isinstance(entri.halaman, HalamanHukum):
            yield from _order(letak, entri.path, entri.halaman)
            yield from _repeated(letak, entri.path, entri.halaman)
            yield from _due(letak, entri.path, entri.halaman)


def _order(letak: Letak, path: str, page: HalamanHukum) -> Iterator[Problem]:
    for number, (before, after) in enumerate(pairwise(page.diverifikasi), 1):
        if after.tanggal <= before.tanggal:
            found, expected = f"{after.tanggal} sesudah {before.tanggal}", "tinjauan menurut waktu, yang terbaru paling bawah"
            example = f"tanggal: {before.tanggal + timedelta(days=1)}"
            yield letak.problem(
                path, ("diverifikasi", number, "tanggal"), "tinjauan-urutan", found=found, expected=expected, example=example
            )


def _repeated(letak: Letak, path: str, page: HalamanHukum) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for number, one in enumerate(page.diverifikasi):
        first = seen.setdefault(one.inti, str(one.tanggal))
        if first != str(one.tanggal):
            yield letak.problem(
                path,
                ("diverifikasi", number, "hasil"),
                "tinjauan-kosong",
                found=f"«{one.hasil}», sama dengan tinjauan {first}",
                expected="apa yang kali ini dicocokkan dan ditemukan; memajukan tanggal saja bukan tinjauan",
                example="hasil: Pasal 5 dibaca ulang dalam naskah JDIH; bunyinya tetap.",
            )


def _due(letak: Letak, path: str, page: HalamanHukum) -> Iterator[Problem]:
    last = page.diverifikasi[-1].tanggal
    if not last < page.tinjau_sebelum <= last + PALING_LAMA:
        yield letak.problem(
            path,
            ("tinjau_sebelum",),
            "tinjau-sebelum",
            found=str(page.tinjau_sebelum),
            expected=f"sesudah tinjauan terakhir ({last}), paling lama setahun kemudian",
            example=f"tinjau_sebelum: {last + timedelta(days=180)}",
        )
