"""Relations between regulations: repeal and status agree, nothing runs in a circle, the newer acts on the older."""

from collections.abc import Iterator

from handbook.model.entri import Entri
from handbook.model.handbook import Handbook
from handbook.model.peraturan import Peraturan, StatusPeraturan
from handbook.model.problem import Problem

from .letak import Letak

GONE = (StatusPeraturan.DICABUT, StatusPeraturan.BERLAKU_SEBAGIAN)


def problems(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    """Give every relation that contradicts another or the dates."""
    # A page that could not be read may be the one that repeals: then its absence proves nothing.
    all_read = all(id in handbook.peraturan for kind, id in letak.known if kind == "Peraturan")
    for entri in handbook.peraturan.values():
        if all_read:
            yield from _status(handbook, letak, entri)
        for key in ("mencabut", "mengubah", "menggantikan"):
            for number, id in enumerate(getattr(entri.halaman, key)):
                if older := handbook.peraturan.get(id):
                    yield from _edge(letak, entri, older, key, number)
    yield from _circles(handbook, letak)


def _status(handbook: Handbook, letak: Letak, entri: Entri[Peraturan]) -> Iterator[Problem]:
    record = entri.halaman
    if record.status is StatusPeraturan.DICABUT and not handbook.pencabut(record.id):
        example = f"di halaman penggantinya: mencabut: [{record.id}]"
        expected = "ada peraturan di buku ini yang mencabut atau menggantikannya"
        yield letak.problem(
            entri.path, ("status",), "status", found="dicabut, tetapi tak ada pencabutnya", expected=expected, example=example
        )


def _edge(letak: Letak, entri: Entri[Peraturan], older: Entri[Peraturan], key: str, number: int) -> Iterator[Problem]:
    newer, old = entri.halaman, older.halaman
    loc = (key, number)
    if key == "mencabut" and old.status not in GONE:
        expected = f"status {old.id} = dicabut atau berlaku-sebagian"
        yield letak.problem(
            entri.path, loc, "hubungan", found=f"{old.id} berstatus {old.status}", expected=expected, example="status: dicabut"
        )
    if key == "mengubah" and old.status is StatusPeraturan.BERLAKU:
        found = f"{old.id} berstatus berlaku"
        yield letak.problem(entri.path, loc, "hubungan", found=found, expected=f"status {old.id} = diubah", example="status: diubah")
    late = old.tanggal > newer.tanggal if old.tanggal and newer.tanggal else (old.tahun or 0) > (newer.tahun or 9999)
    if late:
        found = f"{newer.sebutan} ({newer.tahun}) {key} {old.sebutan} ({old.tahun})"
        yield letak.problem(
            entri.path, loc, "urutan", found=found, expected="yang baru bertindak atas yang lama", example=f"{key}: [uu-5-2014]"
        )


def _circles(handbook: Handbook, letak: Letak) -> Iterator[Problem]:
    edges = {id: (*e.halaman.mencabut, *e.halaman.mengubah, *e.halaman.menggantikan) for id, e in handbook.peraturan.items()}
    for id, entri in handbook.peraturan.items():
        reached, todo = set[str](), list(edges[id])
        while todo:
            step = todo.pop()
            if step not in reached:
                reached.add(step)
                todo += edges.get(step, ())
        if id in reached:
            example = "hapus salah satu dari mencabut, mengubah, menggantikan"
            yield letak.problem(
                entri.path, ("id",), "lingkaran", found=f"{id} kembali ke dirinya", expected="hubungan tanpa lingkaran", example=example
            )
